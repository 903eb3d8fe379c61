import { afterEach, describe, expect, it } from 'vitest'
import {
  draftContribution,
  draftElement,
  draftLinked,
  endNaming,
  freePlace,
  startRename,
} from '../../../components/canvas/naming'
import { frameSelection } from '../../../components/canvas/runIntent'
import { askNextSign } from '../../../components/canvas/signQuestions'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { setLocked } from '../../../lib/commands/setLocked'
import { setPolarity } from '../../../lib/commands/setPolarity'
import type { NamingIntent } from '../../../lib/gesture/namingKeys'
import { roomForLinks } from '../../../lib/geometry/freeSpot'
import { marksOf, pointsOnWithin } from '../../../lib/geometry/linkCover'
import { inflate, overlaps, type Rect } from '../../../lib/geometry/rect'
import { openTestStage, type TestStage } from '../../helpers/testStage'
import { element, elements } from '../../helpers/testMap'

const open: TestStage[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function canvas(): Promise<TestStage> {
  const one = await openTestStage({ elements: { a: {}, b: {} } })
  open.push(one)
  return one
}

describe('a contribution', () => {
  it('CONTRIBUTION-8: lies on no card, no mark and no line, whatever its name turns out to be', async () => {
    // Beside `a`, where it would go, lines run one under the other as far as a usual search looks.
    const rows = Array.from({ length: 9 }, (_, row) => row * 40 - 160)
    const one = await openTestStage({
      elements: {
        a: {},
        ...Object.fromEntries(
          rows.flatMap((_, row) => [
            [`w${row}`, {}],
            [`e${row}`, {}],
          ]),
        ),
      },
      links: Object.fromEntries(
        rows.map((_, row) => [`l${row}`, { from: `w${row}`, to: `e${row}`, label: 'goes on to' }]),
      ),
      positions: {
        a: [0, 0],
        ...Object.fromEntries(
          rows.flatMap((y, row) => [
            [`w${row}`, [-760, y]],
            [`e${row}`, [-40, y * 6]],
          ]),
        ),
      },
    })
    open.push(one)
    const { stage } = one
    draftContribution(stage, element('a'))
    expect(stage.editor.selection.get()).toEqual({ elements: [], links: [] })
    const id = stage.draft.get()?.id as ElementId
    endNaming(stage, 'Open a walk-in clinic in the old fire station every Tuesday and Thursday evening', 'commit')
    const scene = stage.stored.get()
    const rect = scene.elements.get(id)?.rect as Rect
    for (const shape of scene.elements.values())
      if (shape.element.id !== id) expect(overlaps(shape.rect, rect)).toBe(false)
    for (const link of scene.links.values()) {
      if (link.from === id) continue
      expect(marksOf(link).filter((mark) => overlaps(mark, rect))).toEqual([])
      expect(link.curves.flatMap((curve) => pointsOnWithin(curve, rect))).toEqual([])
    }
  })

  it('CONTRIBUTION-8: given up, what it was to be for is selected again', async () => {
    const { stage } = await canvas()
    draftContribution(stage, element('a'))
    endNaming(stage, '', 'cancel')
    expect(stage.editor.selection.get().elements).toEqual(['a'])
  })
})

describe('a name that is being typed', () => {
  it('LOSS-1: is not kept on a closed map, which is said to the caller and not put down to the person', async () => {
    const { stage, told } = await canvas()
    startRename(stage, element('a'))
    const closed = { ...stage, mayEdit: () => false }
    expect(endNaming(closed, 'Heavy rain', 'commit')).toBe(false)
    expect(stage.draft.get()).toBeUndefined()
    expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('A')
    expect(told).toEqual([])
  })

  it('LOSS-1: counts as kept when it is, and when it is given up', async () => {
    const { stage } = await canvas()
    startRename(stage, element('a'))
    expect(endNaming(stage, 'Rain', 'commit')).toBe(true)
    startRename(stage, element('a'))
    expect(endNaming(stage, 'Never mind', 'cancel')).toBe(true)
    expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('Rain')
  })

  it('LOSS-1: joins the map without its link if what it was to be linked to is gone', async () => {
    const { stage, told } = await canvas()
    draftLinked(stage, element('a'), 'out', { x: 300, y: 300 })
    stage.editor.run(deleteRecords, { elements: elements('a'), links: [] })
    expect(endNaming(stage, 'Floods', 'commit')).toBe(true)
    const { elements: now, links } = stage.editor.view.get()
    expect(Array.from(now.values(), ({ label }) => label)).toEqual(['B', 'Floods'])
    expect(links.size).toBe(0)
    expect(told).toEqual([])
  })

  it('CANVAS-7: goes on where its element is deleted meanwhile; whatever ends it, the words are for the caller to offer', async () => {
    for (const intent of ['commit', 'cancel'] as const) {
      const { stage, told } = await canvas()
      startRename(stage, element('a'))
      const draft = stage.draft.get()
      if (draft === undefined) throw new Error('no name is open')
      const before = stage.scene.get().elements.get(element('a'))
      stage.editor.run(deleteRecords, { elements: elements('a'), links: [] })
      stage.setDraft({ ...draft, label: 'Heavy rain' })
      const shape = stage.scene.get().elements.get(element('a'))
      expect(shape?.element.label).toBe('Heavy rain')
      expect(shape?.centre).toEqual(before?.centre)
      expect(stage.workspace.get().naming).toBe('a')
      expect(endNaming(stage, 'Heavy rain in spring', intent)).toBe(false)
      expect(stage.draft.get()).toBeUndefined()
      expect(stage.scene.get().elements.has(element('a'))).toBe(false)
      expect(told).toEqual([])
    }
  })

  it('CANVAS-7: who goes on to the next name from a deleted element types on, in one that is linked to nothing', async () => {
    for (const intent of ['next-linked', 'next-unlinked'] as const) {
      const { stage } = await canvas()
      startRename(stage, element('a'))
      stage.editor.run(deleteRecords, { elements: elements('a'), links: [] })
      const links = stage.editor.view.get().links.size
      expect(endNaming(stage, 'Heavy rain', intent)).toBe(false)
      expect(stage.draft.get()).toMatchObject({ kind: 'new', label: '' })
      expect(stage.draft.get()).not.toHaveProperty('linked')
      expect(endNaming(stage, 'Snow', 'commit')).toBe(true)
      expect([...stage.editor.view.get().elements.values()].map(({ label }) => label)).toContain('Snow')
      expect(stage.editor.view.get().links.size).toBe(links)
    }
  })

  it('CANVAS-7: goes to the element again that has come back while one typed', async () => {
    const { stage } = await canvas()
    startRename(stage, element('a'))
    stage.editor.run(deleteRecords, { elements: elements('a'), links: [] })
    stage.editor.undo()
    expect(endNaming(stage, 'Heavy rain', 'commit')).toBe(true)
    expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('Heavy rain')
  })

  it('LOSS-7: goes no further where somebody locked its element meanwhile; the words are for the caller to offer', async () => {
    for (const [typed, isKept] of [
      ['Heavy rain', false],
      ['A', true],
    ] as const) {
      const { stage, told } = await canvas()
      startRename(stage, element('a'))
      stage.editor.run(setLocked, { ids: elements('a'), locked: true })
      expect(endNaming(stage, typed, 'commit')).toBe(isKept)
      expect(stage.draft.get()).toBeUndefined()
      expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('A')
      // It was said when it was locked.
      expect(told).toEqual([])
    }
  })

  it('CANVAS-10: what comes next in a list, and what is added by a key, leaves room for a link', async () => {
    const one = await openTestStage({ elements: {} })
    open.push(one)
    const { stage } = one
    stage.viewport.resized({ width: 1200, height: 800 }, { top: 0, right: 0, bottom: 0, left: 0 })
    draftElement(stage, 'variable', freePlace(stage, 'variable'))
    endNaming(stage, 'First', 'next-unlinked')
    endNaming(stage, 'Second', 'commit')
    draftElement(stage, 'variable', freePlace(stage, 'variable'))
    endNaming(stage, 'Third', 'commit')
    const rects = Array.from(stage.stored.get().elements.values(), ({ rect }) => rect)
    expect(rects).toHaveLength(3)
    for (const [index, rect] of rects.entries()) {
      for (const other of rects.slice(index + 1)) expect(overlaps(inflate(rect, roomForLinks - 8), other)).toBe(false)
    }
    // Where the pointer is, it is meant so.
    const [first] = rects
    if (first === undefined) throw new Error('nothing was added')
    const beside = { x: first.x - 110, y: first.y + 20 }
    stage.setPointer(beside)
    expect(freePlace(stage, 'variable')).toEqual(beside)
  })

  it('CANVAS-5: a frame around a selection and its name are one step, which undo takes back whole', async () => {
    const { stage } = await canvas()
    frameSelection(stage, elements('a', 'b'))
    expect(endNaming(stage, 'Schools', 'commit')).toBe(true)
    const frames = () => [...stage.editor.view.get().elements.values()].filter(({ kind }) => kind === 'frame')
    expect(frames().map(({ label }) => label)).toEqual(['Schools'])
    stage.editor.undo()
    expect(frames()).toEqual([])
    expect(stage.editor.undoState.get().canUndo).toBe(false)
  })

  it('CANVAS-5: a frame that is given up leaves nothing; one without a name stays', async () => {
    const { stage } = await canvas()
    frameSelection(stage, elements('a', 'b'))
    endNaming(stage, '', 'cancel')
    expect(stage.editor.view.get().elements.size).toBe(2)
    expect(stage.editor.undoState.get().canUndo).toBe(false)
    frameSelection(stage, elements('a', 'b'))
    endNaming(stage, '', 'commit')
    expect(stage.editor.view.get().elements.size).toBe(3)
  })
})

describe('the signs of links made by going on from name to name', () => {
  const named = async (...steps: readonly (readonly [string, NamingIntent])[]) => {
    const { stage } = await canvas()
    draftElement(stage, 'variable', { x: 600, y: 600 })
    for (const [name, intent] of steps) endNaming(stage, name, intent)
    const label = (id: ElementId | undefined) => (id && stage.editor.view.get().elements.get(id)?.label) ?? ''
    /** The links that are asked for, by their ends, each answered as it comes. */
    const ask = (answer: (id: LinkId) => void = () => undefined): readonly string[] => {
      const asked: string[] = []
      for (let id = stage.workspace.get().signFor; id !== undefined; id = stage.workspace.get().signFor) {
        const link = stage.editor.view.get().links.get(id)
        asked.push(`${label(link?.from)} ${label(link?.to)}`)
        answer(id)
        askNextSign(stage)
      }
      return asked
    }
    return { stage, ask }
  }

  it('GEST-17: are asked for in turn once the naming is over, the oldest first', async () => {
    for (const end of ['commit', 'next-unlinked'] as const) {
      const { stage, ask } = await named(['P', 'next-linked'], ['Q', 'next-linked'], ['R', 'next-linked'], ['S', end])
      if (end === 'next-unlinked') {
        // The next name has nothing to do with them.
        expect(stage.workspace.get().signFor).toBeUndefined()
        endNaming(stage, 'T', 'commit')
      }
      expect(ask()).toEqual(['P Q', 'Q R', 'R S'])
    }
  })

  it('GEST-17: also where the last name is given up or left empty', async () => {
    for (const end of ['cancel', 'commit'] as const) {
      const { ask } = await named(['P', 'next-linked'], ['Q', 'next-linked'], ['R', 'next-linked'], ['', end])
      expect(ask()).toEqual(['P Q', 'Q R'])
    }
  })

  it('GEST-17: are left out where they have a sign by then, or are gone', async () => {
    const { stage, ask } = await named(['P', 'next-linked'], ['Q', 'next-linked'], ['R', 'next-linked'])
    const [first] = stage.editor.view.get().links.keys()
    if (first === undefined) throw new Error('no link')
    // Said beside the next name.
    stage.editor.run(setPolarity, { links: [first], polarity: '?' })
    endNaming(stage, 'S', 'commit')
    const last = [...stage.editor.view.get().links.keys()].at(-1)
    if (last === undefined) throw new Error('no link')
    expect(ask(() => void stage.editor.run(deleteRecords, { elements: [], links: [last] }))).toEqual(['Q R'])
  })

  it('GEST-17: are asked for no more once the asking is ended, also when one of them is asked for later', async () => {
    const { stage } = await named(['P', 'next-linked'], ['Q', 'next-linked'], ['R', 'commit'])
    const first = stage.workspace.get().signFor
    stage.openLinkPicker(element('a'))
    expect(stage.workspace.get().signFor).toBeUndefined()
    stage.workspace.update({ signFor: first })
    askNextSign(stage)
    expect(stage.workspace.get().signFor).toBeUndefined()
  })
})
