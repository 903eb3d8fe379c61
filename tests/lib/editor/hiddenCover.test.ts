import { describe, expect, it } from 'vitest'
import { createObservable } from '../../../lib/base/observable'
import type { LinkId } from '../../../lib/base/ids'
import { addElement } from '../../../lib/commands/addElement'
import type { Command } from '../../../lib/commands/command'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { placeElements } from '../../../lib/commands/placeElements'
import { createCoveredMap } from '../../../lib/editor/coveredMap'
import { coverProtection } from '../../../lib/editor/protectionCover'
import { createHiding, withoutHidden } from '../../../lib/geometry/withoutHidden'
import { toLoopKey } from '../../../lib/model/loopKey'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { noProtection } from '../../../lib/practice/protection'
import { element, elements, testContext, testMap } from '../../helpers/testMap'

const key = toLoopKey(['ab', 'ba'] as LinkId[])
const file = testMap({
  elements: {
    zone: { kind: 'frame', label: 'Zone' },
    inner: { kind: 'frame', label: 'Inner' },
    a: { label: 'Rain' },
    deep: { label: 'Deep' },
    b: { label: 'Floods' },
    c: { label: 'Roads' },
  },
  links: {
    ab: { from: 'a', to: 'b' },
    ba: { from: 'b', to: 'a' },
    bc: { from: 'b', to: 'c' },
  },
  positions: {
    zone: [0, 0, 400, 400],
    inner: [150, 150, 90, 90],
    a: [-100, 0],
    // Past the edge of the zone, and in the frame that lies in it.
    deep: [190, 190],
    b: [600, 0],
    c: [900, 0],
  },
})
const map: MapView = { ...fromWeftMap(file), loops: new Map([[key, { name: 'Vicious' }]]) }

const cover = (isFree: boolean) => {
  const source = createObservable(map)
  const covered = createCoveredMap(source)
  covered.cover(
    coverProtection({
      protection: { ...noProtection, hidden: ['zone'] },
      isFree,
      isOwn: () => false,
      hiddenWord: 'Hidden',
    }),
  )
  const run = <Input>(command: Command<Input>, input: Input) =>
    covered.allow(command(covered.get(), input, testContext()))
  return { source, view: (): MapView => covered.get(), run }
}

describe('a hidden frame, on the page', () => {
  it('PROTECT-30: participants have the map without it, what it carries, links to that, its places and loops through it', () => {
    const { view } = cover(false)
    expect([...view().elements.keys()]).toEqual(['b', 'c'])
    expect([...view().links.keys()]).toEqual(['bc'])
    expect([...(view().positions.get(boardView)?.keys() ?? [])]).toEqual(['b', 'c'])
    expect(view().loops.size).toBe(0)
    expect(JSON.stringify(toWeftMap(view()))).not.toMatch(/Zone|Rain|Deep|Vicious/)
  })

  it('PROTECT-31: those who run the meeting have all of it, with a mark that is nothing of the map', () => {
    const { view } = cover(true)
    expect(view().elements.get(element('zone'))).toMatchObject({ veil: 'Hidden', label: 'Zone' })
    expect(view().elements.get(element('a'))).toBe(map.elements.get(element('a')))
    expect(toWeftMap(view())).toEqual(toWeftMap(map))
  })

  it('PROTECT-32: what a participant deletes takes the links along that they do not see', () => {
    const done = cover(false).run(deleteRecords, { elements: elements('b'), links: [] })
    const gone = done.ok ? done.value.changes.flatMap((change) => (change.kind === 'delete' ? [change.id] : [])) : []
    expect(gone.sort()).toEqual(['ab', 'b', 'ba', 'bc'])
  })

  it('PROTECT-33: nothing is put where it would be gone from sight, and no frame over a part of it', () => {
    const { run } = cover(false)
    const refused = { ok: false, reason: { code: 'hidden-here' } }
    expect(run(addElement, { kind: 'variable', at: { x: 50, y: 0 }, label: 'New' })).toMatchObject(refused)
    expect(run(placeElements, { positions: new Map([[element('c'), { x: 0, y: 0 }]]) })).toMatchObject(refused)
    expect(run(addElement, { kind: 'frame', at: { x: 250, y: 0, width: 200, height: 200 } })).toMatchObject(refused)
    expect(run(addElement, { kind: 'frame', at: { x: 0, y: 0, width: 2000, height: 900 } }).ok).toBe(true)
    expect(run(placeElements, { positions: new Map([[element('c'), { x: 900, y: 99 }]]) }).ok).toBe(true)
  })

  it('PROTECT-34: it follows what is moved in and out, and keeps what has not changed', () => {
    const { source, view } = cover(false)
    const before = view()
    const board = new Map(map.positions.get(boardView)).set(element('a'), { x: 300, y: 300 })
    source.set({ ...map, positions: new Map(map.positions).set(boardView, board) })
    expect(view().elements.has(element('a'))).toBe(true)
    expect(view().links.size).toBe(3)
    source.set(map)
    expect([...view().elements.keys()]).toEqual([...before.elements.keys()])

    const hide = createHiding(['zone'])
    const first = hide(map).view
    const moved = new Map(map.positions.get(boardView)).set(element('c'), { x: 950, y: 0 })
    const second = hide({ ...map, positions: new Map(map.positions).set(boardView, moved) }).view
    expect(second.elements).toBe(first.elements)
    expect(second.links).toBe(first.links)
  })

  it('PROTECT-34: without hidden frames, or where a frame is gone, the map is as it is', () => {
    expect(withoutHidden(map, [])).toBe(map)
    expect(withoutHidden(map, ['gone', 'a']).elements.size).toBe(map.elements.size)
  })
})
