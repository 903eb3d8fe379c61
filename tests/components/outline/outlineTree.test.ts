import { describe, expect, it } from 'vitest'
import { outlineTree } from '../../../components/outline/outlineTree'
import { testView } from '../../helpers/testMap'

const read = (view: Parameters<typeof outlineTree>[0]): readonly string[] =>
  outlineTree(view).map(({ frame, elements }) => `${frame?.id ?? '-'}: ${elements.map(({ id }) => id).join(' ')}`)

describe('outlineTree', () => {
  it('PANEL-7: lists what lies in each frame, then what lies in none, in reading order', () => {
    const view = testView({
      elements: { z: {}, f: { kind: 'frame' }, b: {}, a: {}, g: { kind: 'frame' }, c: {} },
      links: {},
      positions: {
        f: [0, 0, 600, 200],
        a: [-100, 0],
        b: [100, 0],
        g: [0, 500, 600, 200],
        c: [0, 500],
        z: [2_000, 0],
      },
    })
    expect(read(view)).toEqual(['f: a b', 'g: c', '-: z'])
  })

  it('PANEL-7: in nested frames an element stands under the innermost only', () => {
    const view = testView({
      elements: { out: { kind: 'frame' }, in: { kind: 'frame' }, a: {}, b: {} },
      links: {},
      positions: { out: [0, 0, 1_000, 600], in: [0, 0, 300, 200], a: [0, 0], b: [400, 200] },
    })
    expect(read(view)).toEqual(['out: b', 'in: a'])
  })

  it('PANEL-7: elements without a place are not lost', () => {
    const view = testView({ elements: { a: {}, b: {} }, links: {} })
    const board = new Map([...(view.positions.get('board' as never) ?? [])].filter(([id]) => id !== ('a' as never)))
    expect(read({ ...view, positions: new Map([['board' as never, board]]) })).toEqual(['-: b a'])
  })

  it('PANEL-7: an empty map is one empty group', () => {
    expect(read(testView({ elements: {}, links: {} }))).toEqual(['-: '])
  })
})
