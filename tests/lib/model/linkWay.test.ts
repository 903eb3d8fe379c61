import { describe, expect, it } from 'vitest'
import { sortLinks } from '@/components/panels/inspector/sortLinks'
import type { MapLink } from '@/lib/model/link'
import { countLinkEnds, wayOfLink } from '@/lib/model/linkWay'
import { tieTypesOf } from '@/lib/model/tie'
import { element, testView } from '../../helpers/testMap'

const types = tieTypesOf({})
const { links } = testView({
  elements: {
    council: { kind: 'stakeholder' },
    clinic: { kind: 'stakeholder' },
    press: { kind: 'stakeholder' },
    school: { kind: 'stakeholder' },
  },
  links: {
    together: { kind: 'tie', from: 'clinic', to: 'council', type: 'collaboration' },
    said: { kind: 'tie', from: 'press', to: 'council', type: 'money', direction: 'mutual' },
    money: { kind: 'tie', from: 'council', to: 'press', type: 'money' },
    plain: { kind: 'tie', from: 'school', to: 'council', type: 'money', direction: 'none' },
    related: { kind: 'relation', from: 'school', to: 'council', direction: 'mutual' },
  },
})

const kindOf = () => 'stakeholder' as const

describe('which way links go', () => {
  it('PANEL-31: a tie that goes both ways comes in and goes out at each of its ends', () => {
    const counts = countLinkEnds(links.values(), types, kindOf)
    expect(counts.get(element('council'))).toEqual({ in: 4, out: 5 })
    expect(counts.get(element('clinic'))).toEqual({ in: 1, out: 1 })
    expect(counts.get(element('press'))).toEqual({ in: 2, out: 1 })
  })

  it('PANEL-31: the inspector lists those both ways, and those of no way, apart', () => {
    const sorted = sortLinks([...links.values()], element('council'), types, kindOf)
    const ids = Object.fromEntries(
      Object.entries(sorted).map(([list, of]) => [list, of.map((link: MapLink) => link.id)]),
    )
    expect(ids).toEqual({ out: ['money'], incoming: [], both: ['together', 'said', 'related'], none: ['plain'] })
    expect([...links.values()].map((link) => wayOfLink(link, types))).toHaveLength(5)
  })
})
