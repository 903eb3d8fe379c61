import { describe, expect, it } from 'vitest'
import { answersInView, placeAnswers } from '@/components/panels/inventory/answerRows'
import { openAsked } from '@/components/panels/inventory/asked'
import {
  answersOf,
  canTurn,
  groupBySector,
  nextOf,
  nextStrength,
  searchGroups,
  tiesOfType,
} from '@/components/panels/inventory/inventoryRows'
import { sectorsOf } from '@/lib/model/sector'
import { tieTypesOf } from '@/lib/model/tie'
import { element, elements, testView } from '../../../helpers/testMap'

const view = testView({
  elements: {
    a: { kind: 'stakeholder', label: 'Zoo', sector: 'health' },
    b: { kind: 'stakeholder', label: 'Bank', sector: 'government' },
    c: { kind: 'stakeholder', label: 'Apes', sector: 'health' },
    d: { kind: 'stakeholder', label: 'Dune' },
    e: { kind: 'stakeholder', label: 'Choir', sector: 'Faith' },
    v: { label: 'Trust' },
  },
  links: {
    ab: { kind: 'tie', from: 'a', to: 'b', type: 'money' },
    ca: { kind: 'tie', from: 'c', to: 'a', type: 'money' },
    ad: { kind: 'tie', from: 'a', to: 'd', type: 'money', direction: 'mutual' },
    ae: { kind: 'tie', from: 'a', to: 'e', type: 'conflict' },
    ea: { kind: 'tie', from: 'e', to: 'a', type: 'conflict' },
  },
})
const types = tieTypesOf({})

describe('the tie inventory', () => {
  it('INVENTORY-2: stakeholders stand by sector, in the order in which those are offered, then by name', () => {
    const groups = groupBySector(view, sectorsOf({}))
    expect(groups.map(({ sector, members }) => [sector, ...members.map(({ label }) => label)])).toEqual([
      ['government', 'Bank'],
      ['health', 'Apes', 'Zoo'],
      ['Faith', 'Choir'],
      ['', 'Dune'],
    ])
    expect(searchGroups(groups, ' zO').map(({ sector }) => sector)).toEqual(['health'])
    expect(searchGroups(groups, 'xyz')).toEqual([])
  })

  it('INVENTORY-1: it tells to whom a tie of this kind goes, and from whom', () => {
    const said = answersOf(tiesOfType(view, 'money').values(), element('a'), types)
    expect([...said].map(([id, { isSaid, isBack }]) => [id, isSaid, isBack])).toEqual([
      ['b', true, false],
      ['c', false, true],
      ['d', true, true],
    ])
    const [e] = answersOf(tiesOfType(view, 'conflict').values(), element('a'), types).values()
    expect(e).toMatchObject({ isSaid: true, isBack: true, tie: { id: 'ae' } })
  })

  it('INVENTORY-4: which way a tie goes is a tap where that is plain', () => {
    const said = answersOf(tiesOfType(view, 'money').values(), element('a'), types)
    expect(
      canTurn(said.get(element('d')) ?? { isSaid: false, isBack: false, tie: undefined }, element('a'), types),
    ).toBe(true)
    const back = answersOf([...tiesOfType(view, 'conflict').values()].slice(1), element('a'), types).get(element('e'))
    expect(back !== undefined && canTurn(back, element('a'), types)).toBe(false)
  })

  it('INVENTORY-4: a tap after the other goes through the strengths', () => {
    expect([undefined, 0.25, 0.5, 1, 0.7].map(nextStrength)).toEqual([0.25, 0.5, 1, null, 1])
  })

  it('INVENTORY-2: next goes round', () => {
    const ids = elements('a', 'b')
    expect([nextOf(ids, element('b'), 1), nextOf(ids, element('a'), -1), nextOf(ids, element('x'), 1)]).toEqual([
      'a',
      'b',
      'a',
    ])
    expect(nextOf([], undefined, 1)).toBeUndefined()
  })

  it('INVENTORY-3: who was asked about is remembered, whatever stands in the storage', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const store = openAsked('m1', storage)
    store.note('money', 'a')
    store.note('money', 'a')
    store.note('conflict', 'b')
    expect(openAsked('m1', storage).get()).toEqual({ money: ['a'], conflict: ['b'] })
    store.forget('money')
    expect(openAsked('m1', storage).get()['money']).toEqual([])
    expect(openAsked('m2', storage).get()).toEqual({})
    for (const text of ['{', '[]', 'null', '{"money":7}', '{"money":["a",7]}']) {
      kept.set('weft.asked.m1', text)
      expect(openAsked('m1', storage).get()['money'] ?? []).toEqual(text.includes('"a"') ? ['a'] : [])
    }
  })

  it('INVENTORY-5: of a long list only what can be seen is drawn, a little more, and what has the focus', () => {
    const many = testView({
      elements: Object.fromEntries(
        Array.from({ length: 2_000 }, (_, at) => [
          `p${at}`,
          { kind: 'stakeholder', label: `P ${at}`, sector: at % 2 === 0 ? 'health' : 'media' },
        ]),
      ),
    })
    const sizes = { head: 20, row: 40, gap: 10 }
    const list = placeAnswers(groupBySector(many, sectorsOf({})), sizes)
    expect(list.height).toBe(2 * 20 + 2_000 * 40 + 10)
    const drawn = (top: number, kept?: string) =>
      answersInView(list, { top, height: 400 }, sizes, kept === undefined ? undefined : element(kept)).map(
        ({ sector, drawn: rows }) => [sector, rows.map(({ index }) => index)] as const,
      )
    const [first, ...none] = drawn(0)
    expect(none).toEqual([])
    expect(first?.[0]).toBe('health')
    expect(first?.[1]).toEqual(Array.from({ length: 16 }, (_, at) => at))
    expect(drawn(20_000, 'p0')[0]?.[1][0]).toBe(0)
    expect(drawn(20_000, 'p1').at(-1)).toEqual(['media', [0]])
    // Where one sector ends and the next begins both are seen.
    expect(drawn(20 + 1_000 * 40 - 100).map(([sector]) => sector)).toEqual(['health', 'media'])
    for (const [, rows] of drawn(40_000)) expect(rows.length).toBeLessThan(30)
  })
})
