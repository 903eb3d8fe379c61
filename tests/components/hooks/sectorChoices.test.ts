import { describe, expect, it } from 'vitest'
import { listSectorChoices, listUnofferedSectors } from '@/components/hooks/useSectors'
import { testView } from '../../helpers/testMap'

describe('sectors to choose from', () => {
  it('SECTOR-15: are those that are offered, then words in use that nobody defined, as imports bring them', () => {
    const view = testView({
      meta: {
        'sector:media': { hidden: true },
        'sector:Faith groups': { colour: 'indigo' },
        'sector:Gone': { deleted: true },
      },
      elements: {
        a: { kind: 'stakeholder', sector: 'Ports' },
        b: { kind: 'stakeholder', sector: 'Labour' },
        c: { kind: 'stakeholder', sector: 'Gone' },
        d: { kind: 'stakeholder', sector: 'media' },
        e: {},
      },
    })
    const choices = listSectorChoices(view)
    expect(choices.slice(-3)).toEqual(['Faith groups', 'Labour', 'Ports'])
    for (const word of ['Gone', 'media']) expect(choices).not.toContain(word)
    // TABLE-35: the table says them by their names all the same.
    expect(listUnofferedSectors(view)).toEqual(['Gone', 'media'])
  })
})
