import { describe, expect, it } from 'vitest'
import { reviewBreakouts } from '../../../lib/breakout/reviewBreakouts'
import type { BreakoutMaps, Decisions } from '../../../lib/breakout/reviewRow'
import { settleDraft } from '../../../lib/breakout/settleDraft'
import { takeElements } from '../../../lib/breakout/takeElements'
import { deleteHere, takeField } from '../../../lib/breakout/takeFields'
import { addToLink, takeLink, turnLink } from '../../../lib/breakout/takeLinks'
import { takeSign } from '../../../lib/breakout/takeSigns'
import { createDraft, type TogetherDraft } from '../../../lib/breakout/togetherDraft'
import type { MapView } from '../../../lib/model/mapView'
import { element, link, testContext, testView } from '../../helpers/testMap'
import { allOf, breakout, parentParts, rowsOf } from './breakoutMaps'

const view = testView(parentParts)
const before = allOf(view)

/** A draft of these maps to which nothing has been added, and their review. */
function open(maps: BreakoutMaps, decisions: Decisions = {}, here: MapView = view) {
  const review = reviewBreakouts(here, maps, decisions)
  return { review, draft: createDraft(here, maps, review.rows, decisions, 7) }
}
const first = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows
  if (row === undefined) throw new Error('no such row')
  return row
}
const setOf = ({ sets }: TogetherDraft, id: string): unknown => sets.get(id)?.fields

describe('rows about elements', () => {
  it('BREAKOUT-11: of the same name they are one new element, to which each adds what the ones before say nothing of', () => {
    const maps = breakout(
      before,
      { elements: { t1: { label: 'Trust', tags: ['people'] } } },
      { elements: { t2: { label: 'trust', tags: ['money'], description: 'in each other' } } },
    )
    const { review, draft } = open(maps, { 'element:g1:t1': 'take' })
    takeElements(draft, first(rowsOf(review, 'same-name')))
    expect([...draft.comers.keys()]).toEqual(['t1'])
    expect(draft.additions.get('t1')).toEqual({ description: 'in each other' })
    expect(draft.counts).toMatchObject({ joined: 1, lost: 0 })
  })

  it('BREAKOUT-17, BREAKOUT-25: of a similar name here it adds to that one, but not if that is locked', () => {
    const maps = breakout(before, { elements: { m: { label: 'Morales', description: 'how people feel' } } })
    const decisions = { 'element:g1:m': 'same:c' }
    const { review, draft } = open(maps, decisions)
    takeElements(draft, first(rowsOf(review, 'similar-name')))
    expect([setOf(draft, 'c'), draft.comers.size]).toEqual([{ description: 'how people feel' }, 0])
    const locked = testView({
      ...parentParts,
      elements: { ...parentParts.elements, c: { label: 'Morale', locked: true } },
    })
    const other = open(maps, decisions, locked)
    takeElements(other.draft, first(rowsOf(other.review, 'similar-name')))
    expect([other.draft.sets.size, other.draft.counts.joined]).toEqual([0, 1])
  })

  it('BREAKOUT-10: only in a group, it comes; what is undecided is lost', () => {
    const maps = breakout(before, { elements: { p: { label: 'Pay' } } })
    const { review, draft } = open(maps, { 'element:g1:p': 'take' })
    takeElements(draft, first(rowsOf(review, 'only-here')))
    expect([...draft.comers.values()].map(({ id, group }) => [id, group])).toEqual([['p', 'g1']])
    const undecided = open(maps)
    takeElements(undecided.draft, first(rowsOf(undecided.review, 'only-here')))
    expect([undecided.draft.comers.size, undecided.draft.counts.lost]).toEqual([0, 1])
  })
})

describe('rows about signs', () => {
  const other = { links: { ab: { polarity: '-', delay: true } } }

  it('BREAKOUT-16: theirs is taken with its delay', () => {
    const { review, draft } = open(breakout(before, other))
    takeSign(draft, first(rowsOf(review, 'sign')), 'value:g1:ab')
    expect(setOf(draft, 'ab')).toMatchObject({ polarity: '-', delay: true })
    expect(draft.counts.signs).toBe(1)
  })

  it('BREAKOUT-16: contested, ours stays and each group’s word is a claim', () => {
    const { review, draft } = open(breakout(before, other))
    takeSign(draft, first(rowsOf(review, 'sign')), 'contested')
    expect(Object.values(setOf(draft, 'ab') as object)).toMatchObject([
      { name: 'Group 1', says: 'disagree' },
      { name: 'Test', says: 'agree' },
    ])
    expect(draft.counts).toMatchObject({ contested: 1, signs: 0 })
  })

  it('BREAKOUT-24: of a link that only groups have it comes with that sign, unless an end does not', () => {
    const of = (id: string, polarity: string) => ({ links: { [id]: { from: 'a', to: 'c', polarity } } })
    const { review, draft } = open(breakout(before, of('x', '+'), of('y', '-')))
    takeSign(draft, first(rowsOf(review, 'sign')), 'value:g2:y')
    expect(draft.links).toMatchObject([{ link: { id: 'y', polarity: '-' }, source: { group: 'g2', id: 'y' } }])
  })
})

describe('rows about links', () => {
  it('BREAKOUT-10: one that is turned takes the other direction and sign, unless such a link is here', () => {
    const turned = { links: { ab: null, ba: { from: 'b', to: 'a', polarity: '-' } } }
    const { review, draft } = open(breakout(before, turned))
    const row = first(rowsOf(review, 'turned'))
    turnLink(draft, row, 'theirs')
    expect(setOf(draft, 'ab')).toMatchObject({ from: 'b', to: 'a', polarity: '-' })
    turnLink(draft, row, 'both')
    expect(draft.links).toMatchObject([{ link: { id: 'ba' } }])
  })

  it('BREAKOUT-11: a new one comes with what each group says of it; one that is here gains what they say', () => {
    const maps = breakout(
      before,
      { links: { x: { from: 'a', to: 'c', polarity: '+', label: 'slowly' }, ab: { strength: 0.5 } } },
      { links: { y: { from: 'a', to: 'c', polarity: '+', description: 'seen twice' } } },
    )
    const { review, draft } = open(maps)
    takeLink(draft, first(rowsOf(review, 'new-link')))
    expect(draft.links).toMatchObject([{ link: { id: 'x', label: 'slowly' }, more: { description: 'seen twice' } }])
    for (const row of rowsOf(review, 'same-link')) addToLink(draft, row)
    expect(draft.counts.fields).toBe(rowsOf(review, 'same-link').length)
  })
})

describe('rows about fields and what was deleted', () => {
  it('BREAKOUT-10: a field becomes theirs, also nothing', () => {
    const described = testView({ ...parentParts, elements: { a: { description: 'old', tags: ['x'] }, b: {}, c: {} } })
    const maps = breakout(allOf(described), { elements: { a: { description: '', tags: undefined } } })
    const { review, draft } = open(maps, {}, described)
    for (const row of rowsOf(review, 'changed')) takeField(draft, row, row.suggested)
    expect(setOf(draft, 'a')).toEqual({ description: '', tags: undefined })
    expect(draft.counts.fields).toBe(2)
  })

  it('BREAKOUT-24: an element goes with its links, of which those with a row of their own are not counted twice', () => {
    const { review, draft } = open(breakout(before, { elements: { b: null }, links: { ab: null, bc: null } }))
    for (const row of rowsOf(review, 'deleted')) deleteHere(draft, row)
    expect([...draft.deleted].sort()).toEqual(['ab', 'b', 'bc'])
    const { changes, counts } = settleDraft(draft, testContext())
    expect(changes.map(({ kind }) => kind)).toEqual(['delete', 'delete', 'place', 'delete'])
    expect(counts.deletedLinks).toBe(2 - draft.namedLinks.size)
  })
})

describe('settleDraft', () => {
  it('BREAKOUT-24: links whose ends do not come, and changes of what goes, are cut', () => {
    const maps = breakout(before, { elements: { p: { label: 'Pay' } } })
    const { draft } = open(maps)
    const ab = view.links.get(link('ab'))
    if (ab === undefined) throw new Error('no link')
    draft.links.push({
      link: { ...ab, id: link('new'), to: element('p') },
      source: { group: 'g1', id: 'new' },
      more: {},
    })
    draft.sets.set('c', { root: 'elements', fields: { label: 'Mood' } })
    draft.deleted.add('c')
    const { changes, counts } = settleDraft(draft, testContext())
    expect(counts).toMatchObject({ links: 0, cut: 2 })
    expect(changes.some(({ kind }) => kind === 'set' || kind === 'create')).toBe(false)
  })

  it('BREAKOUT-22: nothing added is nothing to do', () => {
    const { draft } = open(breakout(before, {}))
    expect(settleDraft(draft, testContext())).toMatchObject({ changes: [], comers: [], counts: { cut: 0 } })
  })
})
