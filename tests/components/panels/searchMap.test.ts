import { describe, expect, it } from 'vitest'
import { countLinks, foldText, linksAmong, searchMap } from '../../../components/panels/searchMap'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    a: { label: 'Sécurité du logement' },
    b: { label: 'Staff turnover', tags: ['workforce'] },
    c: { label: 'Turnover of staff in homes' },
    d: { kind: 'stakeholder', label: 'Council', role: 'Landlord', description: 'Owns 2,000 homes.' },
    e: { label: 'Overturn' },
  },
  links: { ab: { from: 'a', to: 'b' }, cb: { from: 'c', to: 'b' }, bd: { kind: 'relation', from: 'b', to: 'd' } },
})
const find = (query: string): readonly string[] => searchMap(view, query).map(({ element }) => element.id)

describe('searchMap', () => {
  it('PANEL-6: ignores case, accents and punctuation', () => {
    expect(find('SECURITE, logement')).toEqual(['a'])
    expect(foldText('  Größe – “Ärger”! ')).toBe('große arger')
  })

  it('PANEL-6: names that begin with the words come before names that hold them', () => {
    expect(find('turnover')).toEqual(['c', 'b'])
    expect(find('turn')).toEqual(['c', 'b', 'e'])
    expect(find('staff homes')).toEqual(['c'])
  })

  it('PANEL-6: then tags, roles and descriptions', () => {
    expect(find('workforce')).toEqual(['b'])
    expect(find('landlord')).toEqual(['d'])
    expect(find('homes')).toEqual(['c', 'd'])
  })

  it('PANEL-6: an empty query, or one that fits nothing, finds nothing', () => {
    expect(find('  ')).toEqual([])
    expect(find('zebra')).toEqual([])
  })

  it('PANEL-6, HOLD-6: every row counts its links in and out, a hold in at the variable', () => {
    expect(searchMap(view, 'staff turnover')[0]).toMatchObject({ incoming: 3, outgoing: 0 })
    expect(countLinks(view).get('d' as never)).toEqual({ incoming: 0, outgoing: 1 })
    expect(countLinks(view).get('e' as never)).toBeUndefined()
  })

  it('PANEL-6: links stay bright where both their ends were found', () => {
    expect([...linksAmong(view, new Set(['a', 'b'] as never[]))]).toEqual(['ab'])
  })
})
