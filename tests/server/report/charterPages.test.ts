import { describe, expect, it } from 'vitest'
import { isSureOfOnePage } from '../../../lib/report/charterLength'
import { makeCharter } from '../../../server/report/makeCharter'
import { readPdf } from '../../helpers/readPdf'
import { madeAt } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

/** Pages of the charter of so many members who are in and say a line each, of whom all that is personal is told. */
async function pagesOf(size: number, personal: boolean): Promise<number> {
  const ids = Array.from({ length: size }, (_, at) => `m${at}`)
  const said = { kind: 'stakeholder', sector: 'health', stance: 'opposes', power: 0.83, interest: 0.4 }
  const view = testView({
    elements: Object.fromEntries(ids.map((id, at) => [id, { ...said, contact: `roofs${at}@example.org` }])),
    practices: {
      c1: {
        ...{ kind: 'coalition', name: 'Roofs for all', purpose: 'Nobody sleeps in a car.', rule: 'consent' },
        ...Object.fromEntries(ids.map((id) => [`member:${id}`, { state: 'in', commitment: 'Two days a month.' }])),
      },
    },
  })
  const query = {
    format: 'pdf',
    coalition: 'c1',
    paper: 'letter',
    ...(personal ? { personal: 'true' as const } : {}),
  } as const
  const made = await makeCharter(view, { query, madeAt })
  if (!made.ok || typeof made.value.body === 'string') throw new Error('no PDF')
  return readPdf(made.value.body).pages
}

describe('how many members stand on one page', () => {
  it('COALITION-16: where the panel says nothing it is one page, and beyond it may be more; who said not now does not count', async () => {
    const inside = (size: number) => Array.from({ length: size }, () => ({ state: 'in' }) as const)
    expect([18, 19].map((size) => isSureOfOnePage(inside(size), false))).toEqual([true, false])
    expect([8, 9].map((size) => isSureOfOnePage(inside(size), true))).toEqual([true, false])
    expect(isSureOfOnePage([...inside(18), { state: 'not-now' }], false)).toBe(true)
    expect(await pagesOf(18, false)).toBe(1)
    expect(await pagesOf(8, true)).toBe(1)
    expect(await pagesOf(20, true)).toBe(2)
  })
})
