import { describe, expect, it } from 'vitest'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { balanceDialogue, type Contribution } from '../../../lib/practice/dialogueBalance'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { testMap } from '../../helpers/testMap'

const view = fromWeftMap(
  testMap({
    elements: {
      clinic: { kind: 'stakeholder', sector: 'health' },
      ward: { kind: 'stakeholder', sector: 'health' },
      council: { kind: 'stakeholder', sector: 'government' },
      paper: { kind: 'stakeholder', sector: 'media' },
      someone: { kind: 'stakeholder' },
      trust: {},
    },
    links: {
      holds: { kind: 'relation', from: 'council', to: 'trust' },
      within: { kind: 'tie', from: 'clinic', to: 'ward' },
    },
  }),
)
const ana = { id: 'ana', name: 'Ana' }
const ben = { id: 'ben', name: 'Ben' }
const on = (id: string): Contribution['anchor'] => ({ kind: 'element', id: id as ElementId })
const onLink = (id: string): Contribution['anchor'] => ({ kind: 'link', id: id as LinkId })

describe('balanceDialogue', () => {
  it('COMMENT-71: counts marks and people, and names who is there and has not written', () => {
    const balance = balanceDialogue(
      [
        { by: ana, mark: 'move', anchor: on('trust') },
        { by: { ...ana, name: 'Anna' }, mark: 'move', anchor: on('gone') },
        { by: ben, mark: 'oppose', anchor: { kind: 'place', x: 0, y: 0 } },
        { by: ana, anchor: { kind: 'loop', key: 'a.b' } },
      ],
      [ana, ben, { id: 'cem', name: 'Cem' }],
      view,
    )
    expect(balance.count).toBe(4)
    expect(balance.marks).toEqual({ move: 2, follow: 0, oppose: 1, bystand: 0, none: 1 })
    expect(balance.people).toMatchObject([
      { id: 'ana', name: 'Ana', count: 3, marks: { move: 2, none: 1 } },
      { id: 'ben', count: 1, marks: { oppose: 1 } },
    ])
    expect(balance.silent).toEqual([{ id: 'cem', name: 'Cem' }])
  })

  it('COMMENT-72: a comment is of the sectors of the stakeholders that it is about, once each', () => {
    const balance = balanceDialogue(
      [
        { by: ana, anchor: on('clinic') },
        { by: ana, anchor: onLink('within') },
        { by: ben, anchor: onLink('holds') },
        { by: ben, anchor: on('trust') },
        { by: ben, anchor: on('someone') },
        { by: ben, anchor: onLink('gone') },
      ],
      [],
      view,
    )
    expect(balance.sectors).toEqual([
      { sector: 'health', stakeholders: 2, count: 2 },
      { sector: 'government', stakeholders: 1, count: 1 },
      { sector: 'media', stakeholders: 1, count: 0 },
    ])
  })
})
