import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { bringTogether, countTogether } from '../../../lib/breakout/bringTogether'
import { reviewBreakouts } from '../../../lib/breakout/reviewBreakouts'
import type { BreakoutMaps, Decisions } from '../../../lib/breakout/reviewRow'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { readMapView } from '../../../lib/document/readMapView'
import { isCrossed } from '../../../lib/geometry/linkCover'
import { computeScene } from '../../../lib/geometry/scene'
import { overlaps } from '../../../lib/geometry/rect'
import { isContested, weighClaims } from '../../../lib/model/claimSpread'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { applied, element, link, patchOf, problemOf, testContext, testView } from '../../helpers/testMap'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { allOf, asSuggested, breakout, groupMap, parentParts, rowsOf } from './breakoutMaps'

const view = testView(parentParts)
const before = allOf(view)

function together(here: MapView, maps: BreakoutMaps, decisions: Decisions): MapView {
  return applied(here, patchOf(here, bringTogether, { ...maps, decisions }))
}
function suggested(here: MapView, maps: BreakoutMaps): MapView {
  return together(here, maps, asSuggested(reviewBreakouts(here, maps)))
}

describe('bringTogether', () => {
  it('BREAKOUT-14: what was not decided is not done, and is counted', () => {
    const maps = breakout(before, { elements: { t: { label: 'Trust' } }, links: { ab: { polarity: '-' } } })
    expect(problemOf(view, bringTogether, { ...maps, decisions: {} }).code).toBe('nothing-to-do')
    expect(countTogether(view, { ...maps, decisions: { 'sign:ab:a:b': 'delete' } }, testContext())).toMatchObject({
      undecided: 2,
      signs: 0,
      elements: 0,
    })
  })

  it('BREAKOUT-24: an element that goes takes its links along, and undo brings all of them back', () => {
    const maps = breakout(before, { elements: { b: null } })
    const [row] = reviewBreakouts(view, maps).rows.filter(({ kind }) => kind === 'deleted')
    const doc = createDocument(toWeftMap(view))
    const undo = createUndo<string>(doc, undefined, 5)
    const decisions = { [row?.key ?? '']: 'delete' } as Decisions
    expect(countTogether(view, { ...maps, decisions }, testContext())).toMatchObject({ deleted: 1, deletedLinks: 2 })
    undo.perform(patchOf(view, bringTogether, { ...maps, decisions }), { origin: 'command', before: '', after: '' })
    const gone = readMapView(doc)
    expect([gone.elements.has(element('b')), gone.links.size, gone.issues]).toEqual([false, 0, []])
    undo.undo()
    const back = readMapView(doc)
    expect([...back.links.keys()].sort()).toEqual([...view.links.keys()].sort())
    doc.destroy()
  })

  it('BREAKOUT-24: to be the same as something that was left out is neither offered nor stands any more', () => {
    const maps = breakout(before, { elements: { x: { label: 'Trust' } } }, { elements: { y: { label: 'Trusts' } } })
    const keyOf = (id: string): string => `element:${id === 'x' ? 'g1' : 'g2'}:${id}`
    const decide = (of?: string): Decisions => ({ ...(of && { [keyOf('x')]: of }), [keyOf('y')]: 'same:x' })
    const count = (decisions: Decisions) => countTogether(view, { ...maps, decisions }, testContext())
    const rowOfY = (decisions: Decisions) =>
      rowsOf(reviewBreakouts(view, maps, decisions), 'similar-name').find(({ key }) => key === keyOf('y'))
    expect(rowOfY({})).toMatchObject({ choices: ['same:x', 'take', 'leave'], suggested: 'same:x', leftOut: [] })
    expect(rowOfY(decide('leave'))).toMatchObject({
      kind: 'similar-name',
      choices: ['take', 'leave'],
      suggested: 'take',
      leftOut: [{ label: 'Trust' }],
    })
    expect(count(decide('leave'))).toMatchObject({ elements: 0, joined: 0, lost: 0, undecided: 1 })
    expect(count(decide())).toMatchObject({ elements: 0, joined: 0, lost: 1, undecided: 1 })
    expect(count(decide('take'))).toMatchObject({ elements: 1, joined: 1, lost: 0, undecided: 0 })
  })

  it('BREAKOUT-15: nothing is suggested to be the same as what is suggested to be left out', () => {
    const had = allOf(testView({ ...parentParts, elements: { ...parentParts.elements, x: { label: 'Trust' } } }))
    const maps = breakout(
      had,
      { elements: { x: { description: 'in us' } } },
      { elements: { x: null, y: { label: 'Trusts' } } },
    )
    const review = reviewBreakouts(view, maps)
    expect(rowsOf(review, 'similar-name', 'only-here').map(({ key, suggested: word }) => [key, word])).toEqual([
      ['element:g2:y', 'take'],
      ['element:g1:x', 'leave'],
    ])
    expect(suggested(view, maps).elements.has(element('y'))).toBe(true)
  })

  it('BREAKOUT-11, BREAKOUT-24: one “Trust” of two groups comes once, with the links of both', () => {
    const maps = breakout(
      before,
      { elements: { t1: { label: 'Trust' } }, links: { l1: { from: 't1', to: 'c', polarity: '+' } } },
      {
        elements: { t2: { label: 'Trust', description: 'in each other' } },
        links: { l2: { from: 'a', to: 't2', polarity: '-' } },
      },
    )
    const after = suggested(view, maps)
    expect([...after.elements.keys()].sort()).toEqual(['a', 'b', 'c', 't1'])
    expect(after.elements.get(element('t1'))?.description).toBe('in each other')
    expect(after.links.get(link('l2'))).toMatchObject({ from: 'a', to: 't1', polarity: '-' })
    expect(after.links.get(link('l1'))).toMatchObject({ from: 't1', to: 'c' })
  })

  it('BREAKOUT-17: an element of a name that is here is one with it, which stays as it is', () => {
    const maps = breakout(before, {
      elements: { m: { label: 'morale', description: 'How people feel', tags: ['people'] } },
      links: { am: { from: 'a', to: 'm', polarity: '-' } },
    })
    const after = suggested(view, maps)
    expect(after.elements.size).toBe(3)
    expect(after.elements.get(element('c'))).toMatchObject({
      label: 'Morale',
      description: 'How people feel',
      tags: ['people'],
    })
    expect(after.links.get(link('am'))).toMatchObject({ from: 'a', to: 'c' })
  })

  it('BREAKOUT-14: kept apart, both come', () => {
    const maps = breakout(before, { elements: { t1: { label: 'Trust' } } }, { elements: { t2: { label: 'Trust' } } })
    const [row] = reviewBreakouts(view, maps).rows
    const after = together(view, maps, { [row?.key ?? '']: 'apart' })
    expect([...after.elements.keys()].sort()).toEqual(['a', 'b', 'c', 't1', 't2'])
  })

  it('BREAKOUT-24: a link to what is left out does not come, and is counted', () => {
    const maps = breakout(before, { elements: { t: { label: 'Trust' } }, links: { l: { from: 't', to: 'c' } } })
    const decisions = { 'element:g1:t': 'leave', 'link:g1:l': 'take' }
    expect(problemOf(view, bringTogether, { ...maps, decisions }).code).toBe('nothing-to-do')
    const undecided = { 'link:g1:l': 'take' }
    expect(countTogether(view, { ...maps, decisions: undecided }, testContext())).toMatchObject({ cut: 1, links: 0 })
  })

  it('BREAKOUT-16: a sign that differs is kept, taken, or contested with a claim of each group', () => {
    const maps = breakout(
      before,
      { links: { ab: { polarity: '-' } } },
      { links: { ab: { polarity: '-', delay: true } } },
    )
    expect(together(view, maps, { 'sign:ab:a:b': 'value:g2:ab' }).links.get(link('ab'))).toMatchObject({
      polarity: '-',
      delay: true,
    })
    const after = together(view, maps, { 'sign:ab:a:b': 'contested' })
    const ab = after.links.get(link('ab'))
    expect(ab).toMatchObject({ polarity: '+' })
    expect(ab && isContested(ab)).toBe(true)
    expect(ab && weighClaims(ab)).toMatchObject({ agree: ['Test'], disagree: ['Group 1', 'Group 2'] })
    const again = { ...maps, decisions: { 'sign:ab:a:b': 'contested' } }
    expect(problemOf(after, bringTogether, again).code).toBe('nothing-to-do')
  })

  it('BREAKOUT-16: a new link whose sign groups differ in comes once, contested', () => {
    const of = (polarity: string) => ({
      links: { [`ac${polarity === '+' ? 1 : 2}`]: { from: 'a', to: 'c', polarity } },
    })
    const maps = breakout(before, of('+'), of('-'))
    const after = suggested(view, maps)
    const fresh = [...after.links.values()].filter(({ to, from }) => from === 'a' && to === 'c')
    expect(fresh).toHaveLength(1)
    expect(fresh[0] && weighClaims(fresh[0])).toMatchObject({
      agree: ['Group 1'],
      disagree: ['Group 2'],
      contested: true,
    })
  })

  it('BREAKOUT-10: a link that was turned is kept, turned, or both', () => {
    const maps = breakout(before, { links: { ab: null, ba: { from: 'b', to: 'a', polarity: '-' } } })
    const [row] = rowsOf(reviewBreakouts(view, maps), 'turned')
    const key = row?.key ?? ''
    const turned = together(view, maps, { [key]: 'theirs' })
    expect(turned.links.get(link('ab'))).toMatchObject({ from: 'b', to: 'a', polarity: '-' })
    expect(turned.links.size).toBe(2)
    expect(together(view, maps, { [key]: 'both' }).links.size).toBe(3)
  })

  it('BREAKOUT-10: a changed field is taken, also away', () => {
    const described = testView({ ...parentParts, elements: { a: { description: 'old', tags: ['x'] }, b: {}, c: {} } })
    const maps = breakout(allOf(described), { elements: { a: { description: '', tags: undefined, label: 'Load' } } })
    const after = suggested(described, maps)
    expect(after.elements.get(element('a'))).toMatchObject({ label: 'Load', description: '' })
    expect(after.elements.get(element('a'))).not.toHaveProperty('tags')
  })

  it('BREAKOUT-10: what a group deleted goes with its links, if that is decided', () => {
    const maps = breakout(before, { elements: { b: null }, links: { ab: null, bc: null } })
    const after = together(view, maps, { 'deleted:b': 'delete' })
    expect([...after.elements.keys()]).toEqual(['a', 'c'])
    expect(after.links.size).toBe(0)
    expect(after.positions.get(boardView)?.has(element('b'))).toBe(false)
  })

  it('BREAKOUT-23: a new element stands to what it is linked with as it did there', () => {
    const moved = testView({ ...parentParts, positions: { a: [1000, 500], b: [1400, 500], c: [1800, 500] } })
    const maps = breakout(before, {
      elements: { t: { label: 'Trust' } },
      positions: { t: [0, 200] },
      links: { ta: { from: 't', to: 'a' } },
    })
    expect(suggested(moved, maps).positions.get(boardView)?.get(element('t'))).toEqual({ x: 1000, y: 700 })
  })

  it('BREAKOUT-55: a new element that has to give way stands on no link of this map, if there is a place for that nearby', () => {
    const here = testView({
      elements: { left: { label: 'Left' }, right: { label: 'Right' } },
      positions: { left: [-300, 130], right: [300, 130] },
      links: { line: { from: 'left', to: 'right' } },
    })
    const maps = breakout(
      allOf(here),
      { elements: { x: { label: 'Trust' } }, positions: { x: [0, 0] } },
      { elements: { y: { label: 'Money' } }, positions: { y: [0, 4] } },
    )
    const scene = computeScene(suggested(here, maps), boardView)
    const [x, y] = [scene.elements.get(element('x')), scene.elements.get(element('y'))]
    expect([x?.centre.x, x?.centre.y]).toEqual([0, 0])
    for (const one of [x, y]) expect(one && isCrossed(one.rect, scene.links.values())).toBe(false)
    expect(x && y && overlaps(x.rect, y.rect)).toBe(false)
  })

  it('BREAKOUT-23: what stood in a new frame stands in it, and nothing else does', () => {
    const maps = breakout(before, {
      elements: { f: { kind: 'frame', label: 'Ours' }, p: { label: 'Pay' }, q: { label: 'Queues' } },
      positions: { f: [200, 0, 400, 240], p: [150, 0], q: [260, 60] },
    })
    const after = suggested(view, maps)
    const scene = computeScene(after, boardView)
    const frame = scene.elements.get(element('f'))?.rect
    const isIn = (id: string): boolean => {
      const shape = scene.elements.get(element(id))
      return frame !== undefined && shape !== undefined && overlaps(frame, shape.rect)
    }
    expect(['p', 'q', 'a', 'b', 'c'].filter(isIn)).toEqual(['p', 'q'])
  })

  it('BREAKOUT-20: no two things of the step are about a record twice', () => {
    const maps = breakout(before, { links: { ab: { polarity: '-', label: 'pressure', strength: 0.5 } } })
    const patch = patchOf(view, bringTogether, {
      ...maps,
      decisions: { 'sign:ab:a:b': 'value:g1:ab', 'field:ab:label': 'value:g1:ab', 'field:ab:strength': 'value:g1:ab' },
    })
    expect(patch.changes).toHaveLength(1)
    expect(patch.label).toEqual({ step: 'brought-together', count: 1 })
  })
})

describe('bringTogether, from any seed', () => {
  const names = ['Trust', 'trust', 'Trusts', 'Pay', 'Morale', 'Workload', 'Work load', 'Rent', '', 'Queue', 'Queues']
  const changed = (from: MapView, seed: number, prefix: string): MapView => {
    const random = createSeededRandom(seed)
    const pick = <Value>(all: readonly Value[]): Value => all[random.below(all.length)] as Value
    const elements: Record<string, Record<string, unknown> | null> = {}
    const links: Record<string, Record<string, unknown> | null> = {}
    const positions: Record<string, number[]> = {}
    for (let count = random.below(5); count > 0; count -= 1) {
      const id = `${prefix}${count}`
      elements[id] = { kind: pick(['variable', 'variable', 'stakeholder', 'frame', 'note']), label: pick(names) }
      positions[id] = [random.below(800) - 200, random.below(400)]
    }
    const linkable = [...from.elements.keys(), ...Object.keys(elements)].filter(
      (id) => elements[id]?.['kind'] !== 'frame',
    )
    for (let count = random.below(6); count > 0; count -= 1) {
      const [one, other] = [pick(linkable), pick(linkable)]
      if (one !== other)
        links[`${prefix}l${count}`] = {
          from: one,
          to: other,
          polarity: pick(['+', '-', '?']),
          delay: pick([true, false]),
        }
    }
    if (random.below(2) === 0) links['ab'] = pick([null, { polarity: '-' }, { from: 'b', to: 'a' }, { label: 'x' }])
    if (random.below(3) === 0) elements['c'] = pick([null, { label: pick(names) }, { description: 'more' }])
    return groupMap(from, { elements, links, positions })
  }
  const seeds = Array.from({ length: seedCount(60) }, (_, index) => firstSeed() + index)

  it.each(seeds)('BREAKOUT-21, BREAKOUT-23: twice is as once, and nothing new covers anything (seed %i)', (seed) => {
    const random = createSeededRandom(seed)
    const groups = [1, 2, 3].map((index) => ({
      id: `g${index}`,
      name: `Group ${index}`,
      map: changed(before, seed * 7 + index, `n${index}x`),
    }))
    const maps: BreakoutMaps = { before, groups }
    const here = changed(view, seed * 13, 'h')
    const first = reviewBreakouts(here, maps)
    const { rows } = first
    const decisions: Record<string, string> = {}
    for (const row of rows) {
      const word = random.below(4) === 0 ? row.suggested : row.choices[random.below(row.choices.length)]
      if (word !== undefined && random.below(6) > 0) decisions[row.key] = word
    }
    // What is offered for links depends on what became of their ends.
    const offered = new Map(reviewBreakouts(here, maps, decisions).rows.map((row) => [row.key, row.choices]))
    for (const [key, word] of Object.entries(decisions)) {
      if (offered.get(key)?.includes(word) !== true) delete decisions[key]
    }
    const result = bringTogether(here, { ...maps, decisions }, testContext(seed))
    if (!result.ok) {
      expect(result.reason.code).toBe('nothing-to-do')
      return
    }
    const after = applied(here, result.value)
    expect(after.issues).toEqual([])
    const { cut } = countTogether(here, { ...maps, decisions }, testContext(seed))
    expect(countTogether(here, { ...maps, decisions: asSuggested({ ...first, rows }) }, testContext(seed)).lost).toBe(0)
    const again = bringTogether(after, { ...maps, decisions }, testContext(seed + 1))
    // What another link stood in the way of may come the next time.
    if (cut === 0)
      expect(again.ok ? toWeftMap(applied(after, again.value)) : toWeftMap(after)).toEqual(toWeftMap(after))

    const scene = computeScene(after, boardView)
    const isNew = (id: string): boolean => !here.elements.has(element(id))
    for (const one of scene.elements.values()) {
      if (!isNew(one.id) || one.element.kind === 'frame') continue
      for (const other of scene.elements.values()) {
        if (other.id === one.id || other.element.kind === 'frame' || isNew(other.id)) continue
        expect(overlaps(one.rect, other.rect), `${one.id} on ${other.id}`).toBe(false)
      }
    }
  })

  it.each(seeds.slice(0, 20))('BREAKOUT-22: untouched copies are nothing to do (seed %i)', (seed) => {
    const maps = breakout(before, {}, {})
    const here = changed(view, seed, 'h')
    expect(reviewBreakouts(here, maps).rows).toEqual([])
    expect(problemOf(here, bringTogether, { ...maps, decisions: {} }).code).toBe('nothing-to-do')
  })
})
