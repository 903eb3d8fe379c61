import { afterEach, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import type { MapId } from '../../../lib/base/ids'
import { addElement } from '../../../lib/commands/addElement'
import { addLink } from '../../../lib/commands/addLink'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { setLocked } from '../../../lib/commands/setLocked'
import { createDocument } from '../../../lib/document/createDocument'
import { createEditor } from '../../../lib/editor/createEditor'
import type { Editor } from '../../../lib/editor/editor'
import { coverProtection } from '../../../lib/editor/protectionCover'
import { noProtection } from '../../../lib/practice/protection'
import { boardView } from '../../../lib/model/position'
import { createFakeDevice, createFakeServer } from '../../helpers/fakeServer'
import { createManualClock } from '../../helpers/manualClock'
import { element, elements, testMap } from '../../helpers/testMap'

const open: Editor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
})

/** Ana and Ben on a map of Rain (a) and Flood (b). */
async function two(): Promise<{ readonly ana: Editor; readonly ben: Editor }> {
  const server = createFakeServer(
    createDocument(
      testMap({
        elements: { a: { label: 'Rain', description: 'one two' }, b: { label: 'Flood' } },
        positions: { a: [0, 0], b: [9, 9] },
      }),
    ),
  )
  const clock = createManualClock()
  const enter = async (name: string, seed: number): Promise<Editor> => {
    const editor = createEditor({
      mapId: 'map' as MapId,
      participant: { id: name, name, colour: 1 },
      role: 'contributor',
      socketUrl: 'ws://nowhere',
      clock,
      random: createSeededRandom(seed),
      openTransport: server.openTransport,
      openLocalCopy: createFakeDevice().openLocalCopy,
    })
    open.push(editor)
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
    return editor
  }
  return { ana: await enter('Ana', 1), ben: await enter('Ben', 2) }
}

const a = element('a')
const b = element('b')
const at = (editor: Editor, id: typeof a) => {
  const place = editor.view.get().positions.get(boardView)?.get(id)
  return place && [place.x, place.y]
}
const lock = (editor: Editor, locked: boolean, ...ids: string[]) =>
  editor.run(setLocked, { ids: elements(...ids), locked })
const move = (editor: Editor, ...ids: (typeof a)[]) =>
  editor.run(placeElements, { positions: new Map(ids.map((id) => [id, { x: 500, y: 500 }])) })

const seal = (editor: Editor, ids: readonly string[]) =>
  editor.cover(
    coverProtection({ protection: { ...noProtection, elements: [...ids] }, isFree: false, isOwn: () => true }),
  )

describe('undo of what is locked now', () => {
  it('PROTECT-20: a facilitator’s lock keeps an own step of before, too, and says by whom it is locked', async () => {
    const { ana } = await two()
    move(ana, a)
    ana.run(renameElement, { id: b, label: 'Floods' })
    const protection = { ...noProtection, elements: ['a', 'b'] }
    ana.cover(coverProtection({ protection, isFree: false, isOwn: () => true }))
    expect(ana.undo()).toMatchObject({ stayed: { code: 'sealed', subject: 'Floods' }, isRefused: true })
    expect(ana.undo()).toMatchObject({ stayed: { code: 'sealed', subject: 'Rain' }, isRefused: true })
    expect(at(ana, a)).toEqual([500, 500])
    expect(ana.view.get().elements.get(b)?.label).toBe('Floods')
  })

  it('UNDO-11: a step that a facilitator’s lock keeps can be taken back once the lock is lifted', async () => {
    const { ana } = await two()
    move(ana, a)
    seal(ana, ['a'])
    for (const _ of [1, 2]) expect(ana.undo()).toMatchObject({ isRefused: true })
    expect(ana.undoState.get().canUndo).toBe(true)
    seal(ana, [])
    expect(ana.undo()).toMatchObject({ step: 'moved', name: 'Rain' })
    expect(at(ana, a)).toEqual([0, 0])
    ana.redo()
    expect(at(ana, a)).toEqual([500, 500])
  })

  it('UNDO-11: the next press goes on to the step before it, and loses neither', async () => {
    const { ana } = await two()
    move(ana, b)
    move(ana, a)
    seal(ana, ['a'])
    expect(ana.undo()).toMatchObject({ stayed: { subject: 'Rain' }, isRefused: true })
    expect(at(ana, b)).toEqual([500, 500])
    expect(ana.undo()).toMatchObject({ step: 'moved', name: 'Flood' })
    expect(ana.undo()).toMatchObject({ stayed: { subject: 'Rain' }, isRefused: true })
    ana.redo()
    expect(at(ana, b)).toEqual([500, 500])
    seal(ana, [])
    for (const _ of [1, 2]) ana.undo()
    expect([at(ana, a), at(ana, b)]).toEqual([
      [0, 0],
      [9, 9],
    ])
  })

  it('UNDO-11: what of a step stayed for a lock is taken back once it is lifted', async () => {
    const { ana } = await two()
    move(ana, a, b)
    seal(ana, ['a'])
    expect(ana.undo()).toMatchObject({ step: 'moved', stayed: { code: 'sealed', subject: 'Rain' } })
    expect([at(ana, a), at(ana, b)]).toEqual([
      [500, 500],
      [9, 9],
    ])
    seal(ana, [])
    ana.undo()
    expect(at(ana, a)).toEqual([0, 0])
  })

  it('UNDO-11, PROTECT-33: what would come back to where something is hidden stays; the rest of the step is taken back', async () => {
    const { ana } = await two()
    const framed = ana.run(addElement, { kind: 'frame', at: { x: -40, y: -40, width: 90, height: 90 }, label: 'Later' })
    const frame = framed.ok ? framed.value.select?.elements[0] : undefined
    ana.run(placeElements, { positions: new Map([[b, { x: 900, y: 900 }]]) })
    move(ana, a, b)
    ana.cover(
      coverProtection({ protection: { ...noProtection, hidden: [frame ?? ''] }, isFree: false, isOwn: () => true }),
    )
    expect(ana.undo()).toMatchObject({ step: 'moved', stayed: { code: 'hidden-here' } })
    expect([at(ana, a), at(ana, b)]).toEqual([
      [500, 500],
      [900, 900],
    ])
    ana.cover(coverProtection({ protection: noProtection, isFree: false, isOwn: () => true }))
    ana.undo()
    expect(at(ana, a)).toEqual([0, 0])
  })

  it('UNDO-11: so with what one added, with links, and with a locked layout', async () => {
    const { ana } = await two()
    const made = ana.run(addElement, { kind: 'variable', at: { x: 0, y: 300 }, label: 'Mud' })
    const id = made.ok ? made.value.select?.elements[0] : undefined
    seal(ana, [id ?? ''])
    expect(ana.undo()).toMatchObject({ stayed: { code: 'sealed', subject: 'Mud' }, isRefused: true })
    expect(ana.view.get().elements.has(id ?? a)).toBe(true)
    seal(ana, [])
    ana.undo()
    expect(ana.view.get().elements.size).toBe(2)

    ana.run(addLink, { kind: 'causal', from: a, to: b })
    const [link] = ana.view.get().links.keys()
    ana.cover(
      coverProtection({ protection: { ...noProtection, links: [link ?? ''] }, isFree: false, isOwn: () => true }),
    )
    expect(ana.undo()).toMatchObject({ stayed: { code: 'sealed' }, isRefused: true })
    expect(ana.view.get().links.size).toBe(1)
    seal(ana, [])
    ana.undo()
    expect(ana.view.get().links.size).toBe(0)

    move(ana, a)
    ana.cover(coverProtection({ protection: { ...noProtection, layout: 1 }, isFree: false, isOwn: () => false }))
    expect(ana.undo()).toMatchObject({ stayed: { code: 'layout' }, isRefused: true })
    expect(at(ana, a)).toEqual([500, 500])
    seal(ana, [])
    ana.undo()
    expect(at(ana, a)).toEqual([0, 0])
  })

  it('UNDO-11: leaves it where it is, and says that it is locked', async () => {
    const { ana, ben } = await two()
    move(ana, a)
    lock(ben, true, 'a')
    expect(ana.undo()).toMatchObject({ stayed: { code: 'locked', subject: 'Rain' }, isRefused: true })
    expect(at(ana, a)).toEqual([500, 500])
  })

  it('UNDO-11: leaves its name and its description', async () => {
    const { ana, ben } = await two()
    ana.run(setDescription, { root: 'elements', id: a, text: 'one 2' })
    ana.run(renameElement, { id: a, label: 'Heavy rain' })
    lock(ben, true, 'a')
    for (const _ of [1, 2]) expect(ana.undo()).toMatchObject({ isRefused: true })
    expect(ana.view.get().elements.get(a)).toMatchObject({ label: 'Heavy rain', description: 'one 2' })
    expect(ana.undo()).toMatchObject({ isRefused: true })
  })

  it('UNDO-11: takes back the rest of the step, and says which stayed', async () => {
    const { ana, ben } = await two()
    move(ana, a, b)
    lock(ben, true, 'a')
    const label = ana.undo()
    expect(label).toMatchObject({ step: 'moved', stayed: { subject: 'Rain' } })
    expect(label?.isRefused).toBeUndefined()
    expect([at(ana, a), at(ana, b)]).toEqual([
      [500, 500],
      [9, 9],
    ])
  })

  it('UNDO-11: redo keeps off as well', async () => {
    const { ana, ben } = await two()
    move(ana, a)
    ana.undo()
    lock(ben, true, 'a')
    expect(ana.redo()).toMatchObject({ stayed: { subject: 'Rain' }, isRefused: true })
    expect(at(ana, a)).toEqual([0, 0])
  })

  it('UNDO-11: one’s own lock and its end can be taken back', async () => {
    const { ana } = await two()
    move(ana, a)
    lock(ana, true, 'a')
    lock(ana, false, 'a')
    expect(ana.undo()).toMatchObject({ step: 'unlocked' })
    expect(ana.view.get().elements.get(a)?.locked).toBe(true)
    expect(ana.undo()).toMatchObject({ step: 'locked' })
    expect(ana.undo()).toMatchObject({ step: 'moved' })
    expect(at(ana, a)).toEqual([0, 0])
    ana.redo()
    ana.redo()
    expect(ana.view.get().elements.get(a)?.locked).toBe(true)
  })
})
