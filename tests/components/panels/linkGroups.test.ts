import { describe, expect, it } from 'vitest'
import { groupLinks } from '@/components/panels/inspector/sortLinks'
import type { ElementId } from '@/lib/base/ids'
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
    const groups = groupLinks(links, 'a' as ElementId, tieTypesOf(view.meta))
    expect(groups.map(({ name, links: of }) => [name, of.map(({ id }) => id)])).toEqual([
      ['out', ['causal']],
      ['tiesTo', ['money']],
      ['tiesFrom', ['advice']],
      ['tiesMutual', ['both']],
      ['tiesNoWay', ['plain']],
    ])
  })
})
