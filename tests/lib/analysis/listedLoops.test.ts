import { describe, expect, it } from 'vitest'
import { drawColumn, listRows, readCell } from '../../../components/panels/leverage/leverageTable'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { listLoopsOf } from '../../../lib/analysis/listedLoops'
import { findLoops } from '../../../lib/analysis/loopSet'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { createObservable, selectObservable } from '../../../lib/base/observable'
import { after, element, link, testView } from '../../helpers/testMap'

/** A ring that is longer than what this search lists, and a short loop. */
const ids = Array.from({ length: 9 }, (_, index) => `v${index}`)
const view = testView({
  elements: Object.fromEntries(ids.map((id) => [id, {}])),
  links: {
    back: { from: 'v1', to: 'v0', polarity: '+' },
    ...Object.fromEntries(ids.map((from, at) => [`l${at}`, { from, to: ids[(at + 1) % 9] ?? from, polarity: '+' }])),
  },
})
const short = findLoops(toCausalGraph(view))
const found = { ...short, loops: short.loops.filter(({ links }) => links.length < 9) }

describe('the loops that people see', () => {
  it('LEVER-4, LEVER-6: the table and the map count the same, noted loops that a search does not list among them', () => {
    const noted = after(view, nameLoop, { key: ids.map((_, at) => `l${at}`).join('.'), name: 'The long way' })
    const set = listLoopsOf(found, noted)
    expect(set.loops).toHaveLength(2)
    // Table and map ask by themselves, and get one answer.
    expect(listLoopsOf(found, { ...noted })).toBe(set)
    const source = { measures: undefined, set, elements: noted.elements }
    const row = listRows(source).find(({ id }) => id === element('v5'))
    if (row === undefined) throw new Error('no row')
    expect(readCell(source, row, 'reinforcing')).toEqual({ kind: 'number', value: 1 })
    expect(drawColumn(source, 'reinforcing', 'number', () => 'one').get(element('v5'))).toEqual({ text: 'one' })
  })

  it('LOOP-12: a noted loop beside those that a search lists is decided by a sign as they are', () => {
    const open = { ...view, links: new Map(view.links) }
    const last = view.links.get(link('l8'))
    if (last?.kind !== 'causal') throw new Error('no link')
    open.links.set(last.id, { ...last, polarity: '?' })
    const noted = after(open, nameLoop, { key: ids.map((_, at) => `l${at}`).join('.'), name: 'The long way' })
    expect(listLoopsOf({ ...found, decisive: undefined }, noted).decisive).toEqual({ link: 'l8', loops: 1 })
  })

  it('LEVER-6: what is drawn is told of notes alone, not of every move', () => {
    const whole = createObservable(view)
    let told = 0
    const end = selectObservable(whole, ({ loops }) => loops).subscribe(() => {
      told += 1
    })
    whole.set({ ...view, positions: new Map() })
    expect(told).toBe(0)
    whole.set({ ...view, loops: new Map() })
    expect(told).toBe(1)
    end()
  })
})
