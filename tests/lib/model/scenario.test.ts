import { describe, expect, it } from 'vitest'
import { readOpenRecord } from '../../../lib/model/readRecord'

describe('scenarios', () => {
  it('WHATIF-10: a name is enough, and unknown fields are kept, also among the settings', () => {
    const scenario = { name: 'If', push: { a: 1 }, settings: { lambda: 2, future: true } }
    expect(readOpenRecord('scenarios', 's', scenario)).toEqual({ record: scenario, issues: [] })
    expect(readOpenRecord('scenarios', 's', { name: 'If' }).record).toEqual({ name: 'If' })
  })

  it('WHATIF-10: a bad field costs that field, and is reported', () => {
    expect(readOpenRecord('scenarios', 's', { name: 'If', clamps: { a: 'high' }, preferred: { b: 'up' } })).toEqual({
      record: { name: 'If', preferred: { b: 'up' } },
      issues: [{ kind: 'bad-record', root: 'scenarios', id: 's', field: 'clamps' }],
    })
    expect(readOpenRecord('scenarios', 's', { note: 'no name' }).record).toBeUndefined()
  })
})
