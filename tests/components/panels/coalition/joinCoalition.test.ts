import { describe, expect, it } from 'vitest'
import { joinCoalition } from '../../../../components/panels/coalition/joinCoalition'
import { succeed } from '../../../../lib/base/result'
import type { Run } from '../../../../components/hooks/useRun'
import { element, testView } from '../../../helpers/testMap'

describe('adding to a coalition', () => {
  it('COALITION-8: who became a member meanwhile stays as they are, and the others are to be asked', () => {
    const view = testView({
      elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' } },
      practices: { c: { kind: 'coalition', name: 'Roofs', 'member:a': { state: 'in' } } },
    })
    const inputs: unknown[] = []
    const run: Run = (_command, input) => {
      inputs.push(input)
      return succeed({ changes: [], label: { step: 'saved-practice', count: 1 } })
    }
    expect(joinCoalition(view, run, 'c', [element('a'), element('b')]).joined).toEqual(['b'])
    joinCoalition(view, run, 'c', [element('b')], element('a'))
    expect(inputs).toEqual([
      { kind: 'coalition', id: 'c', fields: { 'member:b': { state: 'to-ask' } } },
      { kind: 'coalition', id: 'c', fields: { 'member:b': { state: 'to-ask', askedBy: 'a' } } },
    ])
  })
})
