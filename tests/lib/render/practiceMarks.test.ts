import { describe, expect, it } from 'vitest'
import { renderMap } from '../../../lib/render/renderMap'
import { testView, type TestMapParts } from '../../helpers/testMap'

describe('practices in pictures', () => {
  it('COALITION-13: members of a coalition and marks of an experiment have none; contributions have theirs', () => {
    const parts: TestMapParts = {
      elements: { rent: {}, council: { kind: 'stakeholder' }, build: { kind: 'action' } },
      links: { br: { kind: 'contribution', from: 'build', to: 'rent', effect: 'fall' } },
    }
    const practices = {
      roofs: { kind: 'coalition', name: 'Roofs', 'member:council': { state: 'in' } },
      talks: { kind: 'experiment', name: 'Talks', 'mark:rent': 'up' },
    }
    const svg = renderMap(testView({ ...parts, practices }))
    expect(svg).toBe(renderMap(testView(parts)))
    expect(svg).toContain('↓')
  })
})
