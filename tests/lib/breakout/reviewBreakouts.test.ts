import { describe, expect, it } from 'vitest'
import { reviewBreakouts } from '../../../lib/breakout/reviewBreakouts'
import { splitMap } from '../../../lib/breakout/splitMap'
import { element, testView } from '../../helpers/testMap'
import { allOf, breakout, groupMap, parentParts, rowsOf } from './breakoutMaps'

const view = testView(parentParts)
const before = allOf(view)

describe('splitMap', () => {
  const framed = testView({
    elements: { f: { kind: 'frame', label: 'Part' }, a: {}, b: {}, c: {} },
    links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' } },
    positions: { f: [0, 0, 600, 300], a: [-100, 0], b: [100, 0], c: [900, 0] },
    loops: { 'ab,bc': { name: 'Torn' } },
  })

  it('BREAKOUT-1: a frame goes with what stands in it and the links among that, under their ids', () => {
    const map = splitMap(framed, element('f'))
    expect(Object.keys(map?.elements ?? {}).sort()).toEqual(['a', 'b', 'f'])
    expect(Object.keys(map?.links ?? {})).toEqual(['ab'])
    expect(Object.keys(map?.positions['board' as never] ?? {}).sort()).toEqual(['a', 'b', 'f'])
    expect(map?.loops).toBeUndefined()
  })

  it('BREAKOUT-1: the whole map goes whole; what is no frame cannot be given', () => {
    expect(Object.keys(splitMap(framed)?.elements ?? {})).toHaveLength(4)
    expect(splitMap(framed, element('a'))).toBeUndefined()
    expect(splitMap(framed, element('nobody'))).toBeUndefined()
  })
})

describe('reviewBreakouts', () => {
  it('BREAKOUT-22: untouched copies have no rows, even if this map has changed', () => {
    expect(reviewBreakouts(view, breakout(before, {}, {})).rows).toEqual([])
    const later = groupMap(view, {
      elements: { a: { label: 'Load' }, n: { label: 'New' }, c: null },
      links: { bc: null },
    })
    expect(reviewBreakouts(later, breakout(before, {}, {})).rows).toEqual([])
  })

  it('BREAKOUT-11: three groups with “Trust” are one row with three sources', () => {
    const review = reviewBreakouts(
      view,
      breakout(
        before,
        { elements: { t1: { label: 'Trust' } } },
        { elements: { t2: { label: ' trust' } } },
        { elements: { t3: { label: 'TRUST' } } },
      ),
    )
    expect(review.rows).toHaveLength(1)
    expect(review.rows[0]).toMatchObject({
      kind: 'same-name',
      sources: [
        { group: 'g1', id: 't1' },
        { group: 'g2', id: 't2' },
        { group: 'g3', id: 't3' },
      ],
      suggested: 'take',
      choices: ['take', 'apart', 'leave'],
    })
  })

  it('BREAKOUT-12: the name of another kind of element is another name', () => {
    const maps = breakout(before, { elements: { s: { kind: 'stakeholder', label: 'Morale' } } })
    expect(reviewBreakouts(view, maps).rows).toMatchObject([{ kind: 'only-here', suggested: 'take' }])
  })

  it('BREAKOUT-10: a name that is here, one that is similar, and one of its own', () => {
    const maps = breakout(before, {
      elements: { x: { label: 'morale' }, y: { label: 'Work loads' }, z: { label: 'Pay' } },
    })
    const review = reviewBreakouts(view, maps)
    expect(rowsOf(review, 'same-name')).toMatchObject([{ suggested: 'same:c', choices: ['same:c', 'take', 'leave'] }])
    expect(rowsOf(review, 'similar-name')).toMatchObject([{ suggested: 'same:a' }])
    expect(rowsOf(review, 'only-here')).toMatchObject([{ element: { label: 'Pay' } }])
  })

  it('BREAKOUT-12: similar names of two groups are offered to be one', () => {
    const maps = breakout(
      before,
      { elements: { x: { label: 'Team spirit' } } },
      { elements: { y: { label: 'Team spirits' } } },
    )
    expect(rowsOf(reviewBreakouts(view, maps), 'similar-name')).toMatchObject([
      { sources: [{ group: 'g2', id: 'y' }], suggested: 'same:x' },
    ])
  })

  it('BREAKOUT-15: a field that only a group changed is suggested; one that was changed here too stays', () => {
    const later = groupMap(view, { elements: { b: { label: 'Leaving' } } })
    const maps = breakout(before, { elements: { a: { label: 'Load' }, b: { label: 'Quitting' } } })
    expect(rowsOf(reviewBreakouts(later, maps), 'changed')).toMatchObject([
      { key: 'field:a:label', ours: 'Workload', values: [{ value: 'Load', groups: ['g1'] }], suggested: 'value:g1:a' },
      { key: 'field:b:label', ours: 'Leaving', values: [{ value: 'Quitting' }], suggested: 'ours' },
    ])
  })

  it('BREAKOUT-10: what this map says by now as well is no row', () => {
    const later = groupMap(view, { elements: { a: { label: 'Load' } } })
    expect(reviewBreakouts(later, breakout(before, { elements: { a: { label: 'Load' } } })).rows).toEqual([])
  })

  it('BREAKOUT-11: groups that made the same of a field stand together', () => {
    const change = (label: string) => ({ elements: { a: { label } } })
    const review = reviewBreakouts(view, breakout(before, change('Load'), change('Stress'), change('Load')))
    expect(rowsOf(review, 'changed')).toMatchObject([
      { values: [{ groups: ['g1', 'g3'] }, { groups: ['g2'] }], suggested: 'ours' },
    ])
  })

  it('BREAKOUT-10: another sign, another delay, and a link turned round', () => {
    const review = reviewBreakouts(
      view,
      breakout(
        before,
        { links: { ab: { polarity: '-' } } },
        { links: { ab: { polarity: '+', delay: true }, bc: { from: 'c', to: 'b' } } },
      ),
    )
    expect(rowsOf(review, 'sign')).toMatchObject([
      {
        key: 'sign:ab:a:b',
        ours: { polarity: '+', delay: false },
        values: [
          { polarity: '-', delay: false, groups: ['g1'] },
          { polarity: '+', delay: true, groups: ['g2'] },
        ],
        suggested: 'contested',
      },
    ])
    expect(rowsOf(review, 'turned')).toMatchObject([{ ours: { id: 'bc' }, choices: ['ours', 'theirs'] }])
    expect(rowsOf(review, 'deleted')).toEqual([])
  })

  it('BREAKOUT-13: signs of groups are compared between what are taken to be the same elements', () => {
    const maps = breakout(
      before,
      { elements: { t1: { label: 'Trust' } }, links: { l1: { from: 't1', to: 'c', polarity: '+' } } },
      { elements: { t2: { label: 'Trust' } }, links: { l2: { from: 't2', to: 'c', polarity: '-' } } },
    )
    const review = reviewBreakouts(view, maps)
    expect(rowsOf(review, 'sign')).toMatchObject([
      {
        ours: undefined,
        values: [{ groups: ['g1'] }, { groups: ['g2'] }],
        choices: ['leave', 'value:g1:l1', 'value:g2:l2', 'contested'],
      },
    ])
    // Kept apart they say nothing about each other.
    const trust = review.rows.find((row) => row.kind === 'same-name')
    const key = trust?.key ?? ''
    const apart = reviewBreakouts(view, maps, { [key]: 'apart' })
    expect(rowsOf(apart, 'sign')).toEqual([])
    expect(rowsOf(apart, 'new-link')).toHaveLength(2)
  })

  it('BREAKOUT-10: a new link that leads the other way is turned only if the group has not got ours', () => {
    const back = { from: 'b', to: 'a', polarity: '+' }
    const turned = reviewBreakouts(view, breakout(before, { links: { ab: null, ba: back } }))
    expect(turned.rows).toMatchObject([{ kind: 'turned', choices: ['ours', 'theirs', 'both'] }])
    const mutual = reviewBreakouts(view, breakout(before, { links: { ba: back } }))
    expect(mutual.rows).toMatchObject([{ kind: 'new-link', suggested: 'take' }])
  })

  it('BREAKOUT-10: a deleted element is one row without its links; a deleted link is one', () => {
    const maps = breakout(before, { elements: { c: null }, links: { bc: null } }, { links: { ab: null } })
    expect(rowsOf(reviewBreakouts(view, maps), 'deleted')).toMatchObject([
      { key: 'deleted:c', suggested: 'ours' },
      { key: 'deleted:ab', suggested: 'ours' },
    ])
  })

  it('BREAKOUT-25: what is locked here offers no change and no deletion', () => {
    const locked = testView({ ...parentParts, elements: { a: { label: 'Workload', locked: true }, b: {}, c: {} } })
    const maps = breakout(
      allOf(locked),
      { elements: { a: { label: 'Load' } } },
      { elements: { a: null }, links: { ab: null } },
    )
    for (const row of reviewBreakouts(locked, maps).rows) expect(row.choices).toEqual(['ours'])
  })

  it('BREAKOUT-18: what stays in the groups is counted', () => {
    const maps = breakout(before, { elements: { a: {} }, positions: { a: [50, 50] } })
    expect(reviewBreakouts(view, maps).leftThere).toEqual({
      moved: 1,
      loops: 0,
      views: 0,
      scenarios: 0,
      practices: 0,
      claims: 0,
    })
  })

  it('BREAKOUT-10: what was changed there and deleted here comes back only if that is wished', () => {
    const later = groupMap(view, { elements: { c: null }, links: { bc: null } })
    const maps = breakout(before, { elements: { c: { label: 'Spirit' } } })
    expect(reviewBreakouts(later, maps).rows).toMatchObject([{ kind: 'only-here', isGone: true, suggested: 'leave' }])
  })
})
