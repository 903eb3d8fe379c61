import { describe, expect, it } from 'vitest'
import { targetName } from '../../../components/meeting/answers/targetName'
import type { LinkId } from '../../../lib/base/ids'
import { toLoopKey } from '../../../lib/model/loopKey'
import { fromWeftMap } from '../../../lib/model/mapFile'

const link = (from: string, to: string): object => ({ kind: 'causal', from, to, description: '' })
const view = fromWeftMap({
  weft: 1,
  meta: { schemaVersion: 1, title: '', description: '' },
  elements: {
    a: { kind: 'variable', label: 'Trust', description: '' },
    b: { kind: 'variable', label: 'Visits', description: '' },
  },
  links: { ab: link('a', 'b'), ba: link('b', 'a') },
  positions: {},
  loops: {},
  views: {},
  scenarios: {},
} as Parameters<typeof fromWeftMap>[0])
const loop = toLoopKey(['ab', 'ba'] as LinkId[])

describe('what a target of a round is called', () => {
  it('PROTECT-40: what was hidden when the round was told of, and is seen now, has its name of now', () => {
    expect(targetName(view, { [loop]: '' }, loop)).toBe('Trust → Visits')
    expect(targetName(view, { a: '' }, 'a')).toBe('Trust')
    expect(targetName(view, { gone: '' }, 'gone')).toBe('')
  })

  it('ROUND-53: what is gone has the name that it had', () => {
    expect(targetName(view, { gone: 'Old' }, 'gone')).toBe('Old')
    expect(targetName(view, { [loop]: 'The loop' }, loop)).toBe('The loop')
  })
})
