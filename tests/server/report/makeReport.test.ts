import { describe, expect, it } from 'vitest'
import type { Report } from '../../../lib/report/report'
import { makeReport } from '../../../server/report/makeReport'
import { emptyRecord, madeAt } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const ring = Array.from({ length: 7 }, (_, at) => `v${at}`)

/** A ring of seven, and a link there and back between two of it: loops of two, four, five and seven links. */
const view = testView({
  elements: Object.fromEntries(ring.map((id) => [id, {}])),
  links: {
    ...Object.fromEntries(ring.map((id, at) => [`l${at}`, { from: id, to: ring[(at + 1) % ring.length] ?? '' }])),
    back: { from: 'v3', to: 'v0' },
    there: { from: 'v0', to: 'v3' },
  },
})

describe('what a report is made from', () => {
  it('REPORT-38: where loops are few all of them are looked at, however long', async () => {
    const query = { format: 'json', sections: 'loops' } as const
    const made = await makeReport(view, { query, record: emptyRecord, madeAt }, undefined)
    const { loops } = JSON.parse(made.ok && typeof made.value.body === 'string' ? made.value.body : '{}') as Report
    expect(loops?.total).toBe(4)
    expect(loops?.list.map(({ steps }) => steps.length)).toHaveLength(4)
  })
})
