import { describe, expect, it } from 'vitest'
import { joinPartings, type Parting } from '../../../components/join/parting'

const save = (): void => undefined
const first: Parting = { typed: [{ field: 'Name', text: 'Heavy rain' }], unsent: 2, kept: true, saveCopy: save }

describe('what is offered to somebody who is shut out', () => {
  it('LOSS-2: is not taken away by trying again in vain', () => {
    expect(joinPartings(first, undefined)).toBe(first)
    expect(joinPartings(first, { typed: [], unsent: 0, kept: true })).toEqual(first)
    expect(joinPartings(undefined, undefined)).toBeUndefined()
  })

  it('LOSS-2: holds every text once, and the newer map', () => {
    const newer = (): void => undefined
    const joined = joinPartings(first, {
      typed: [
        { field: 'Name', text: 'Heavy rain' },
        { field: 'Tags', text: 'weather' },
      ],
      unsent: 3,
      kept: false,
      saveCopy: newer,
    })
    expect(joined?.typed.map(({ text }) => text)).toEqual(['Heavy rain', 'weather'])
    expect(joined).toMatchObject({ unsent: 3, kept: false })
    expect(joined?.saveCopy).toBe(newer)
  })
})
