import { describe, expect, it } from 'vitest'
import { groupLinks } from '@/components/panels/inspector/sortLinks'
import type { ElementId } from '@/lib/base/ids'
import { countLinkEnds } from '@/lib/model/linkWay'
import { tieTypesOf } from '@/lib/model/tie'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { kind: 'stakeholder' }])),
  links: {
    causal: { from: 'a', to: 'b' },
    money: { kind: 'tie', type: 'money', from: 'a', to: 'b' },
    advice: { kind: 'tie', type: 'information', from: 'b', to: 'a' },
    both: { kind: 'tie', type: 'collaboration', from: 'a', to: 'c' },
    plain: { kind: 'tie', from: 'c', to: 'a', direction: 'none' },
  },
})
const links = [...view.links.values()]

describe('the inspector’s lists of links', () => {
  it('PANEL-46: say of ties whom they go to and come from, apart from what leads to something', () => {
    const groups = groupLinks(links, 'a' as ElementId, tieTypesOf(view.meta), () => 'stakeholder')
    expect(groups.map(({ name, way, links: of }) => [name, way, of.map(({ id }) => id)])).toEqual([
      ['out', 'out', ['causal']],
      ['tiesTo', 'out', ['money']],
      ['tiesFrom', 'in', ['advice']],
      ['tiesMutual', 'both', ['both']],
      ['tiesNoWay', undefined, ['plain']],
    ])
  })

  it('HOLD-6: say of stakeholders what they have to do with, whichever way it was drawn, and count it the same', () => {
    const held = testView({
      elements: { s: { kind: 'stakeholder' }, v: { kind: 'variable' }, w: { kind: 'variable' } },
      links: {
        there: { kind: 'relation', type: 'decides', from: 's', to: 'v' },
        back: { kind: 'relation', type: 'can-move', from: 'w', to: 's' },
        own: { kind: 'relation', type: 'pays for', from: 'w', to: 's' },
      },
    })
    const all = [...held.links.values()]
    const kindOf = (id: ElementId) => held.elements.get(id)?.kind
    const groupsAt = (id: string) =>
      groupLinks(
        all.filter(({ from, to }) => from === id || to === id),
        id as ElementId,
        tieTypesOf(held.meta),
        kindOf,
      ).map(({ name, way, links: of }) => [name, way, of.map((link) => link.id)])
    expect(groupsAt('s')).toEqual([
      ['incoming', 'in', ['own']],
      ['holds', 'out', ['there', 'back']],
    ])
    expect(groupsAt('w')).toEqual([
      ['out', 'out', ['own']],
      ['heldBy', 'in', ['back']],
    ])
    const counts = countLinkEnds(all, undefined, kindOf)
    expect(['s', 'v', 'w'].map((id) => counts.get(id as ElementId))).toEqual([
      { in: 1, out: 2 },
      { in: 1, out: 0 },
      { in: 1, out: 1 },
    ])
  })
})
