import { describe, expect, it } from 'vitest'
import { labelTargets } from '../../../lib/practice/targetLabels'
import { listTargets } from '../../../lib/practice/targets'
import { testView, type TestMapParts } from '../../helpers/testMap'

const elements = { a: {}, b: {}, c: {} }
const links = {
  ab: { from: 'a', to: 'b', polarity: '+' },
  ba: { from: 'b', to: 'a', polarity: '+' },
  bc: { from: 'b', to: 'c', polarity: '+' },
  ca: { from: 'c', to: 'a', polarity: '+' },
}
const view = (loops: TestMapParts['loops'], without: readonly string[] = []) =>
  testView({
    elements,
    links: Object.fromEntries(Object.entries(links).filter(([id]) => !without.includes(id))),
    ...(loops === undefined ? {} : { loops }),
  })

describe('what a round may be about', () => {
  it('ROUND-11: of loops those that people named or pinned, figures and those only spoken of left out', () => {
    const map = view({
      'ab.ba': { name: 'Trust grows' },
      'ab.bc.ca': { pinned: true },
      'ab.ba.bc': { archetype: 'escalation' },
    })
    expect(listTargets(map, 'loops')).toEqual(['ab.ba', 'ab.bc.ca'])
    expect(listTargets(view({ 'ab.ba': { note: 'Hm' }, 'ab.bc.ca': { pinned: false, name: '' } }), 'loops')).toEqual([])
  })

  it('ROUND-11: a loop that has lost a link is not asked about, and is refused by the server, whatever it was called', () => {
    const loops = { 'ab.ba': { name: 'Trust grows', pinned: true }, 'ab.bc.ca': { pinned: true } }
    const map = view(loops, ['ba'])
    expect(listTargets(map, 'loops')).toEqual(['ab.bc.ca'])
    expect(labelTargets(map, ['ab.bc.ca'])).toEqual({ ok: true, value: { 'ab.bc.ca': 'A → B → C' } })
    expect(labelTargets(map, ['ab.ba'])).toEqual({ ok: false, reason: { unknown: 'ab.ba' } })
    expect(labelTargets(view(loops), ['ab.ba'])).toEqual({ ok: true, value: { 'ab.ba': 'Trust grows' } })
  })

  it('ROUND-11: whatever is listed of a map the server takes', () => {
    const map = testView({
      elements: { ...elements, s: { kind: 'stakeholder' }, n: { kind: 'note', label: '' } },
      links,
      loops: { 'ab.ba': { pinned: true }, 'ab.gone': { name: 'Was' } },
    })
    for (const set of ['variables', 'stakeholders', 'notes', 'links', 'loops'] as const) {
      const targets = listTargets(map, set)
      expect(targets.length, set).toBeGreaterThan(0)
      expect(labelTargets(map, targets).ok, set).toBe(true)
    }
  })
})
