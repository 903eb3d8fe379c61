import { describe, expect, it } from 'vitest'
import { defineOwnSectors } from '@/lib/formats/ownSectors'
import { sectorsOf } from '@/lib/model/sector'
import { testMap } from '../../helpers/testMap'

const words = ['Housing', 'Schools', 'Faith groups', 'Sport', 'Police', 'Farming', 'Youth', 'Tourism']

describe('sectors of a file', () => {
  const map = testMap({
    elements: Object.fromEntries(
      ['health', ...words].map((sector, at) => [`s${at}`, { kind: 'stakeholder', label: sector, sector }]),
    ),
  })

  it('SECTOR-17: each has a colour, letters and a pattern of its own, also beside those that Weft offers', () => {
    const sectors = sectorsOf(defineOwnSectors(map).meta)
    const looks = ['health', ...words].map((word) => sectors.of(word))
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(9)
    expect(new Set(looks.map(({ tag }) => tag)).size).toBe(9)
    for (const { key, pattern } of looks) expect(pattern === 'none').toBe(key === 'health')
    // They stay when others go.
    const fewer = testMap({ elements: { a: { kind: 'stakeholder', sector: 'Youth' } } })
    const meta = { ...fewer.meta, ...defineOwnSectors(map).meta }
    expect(sectorsOf(meta).of('Youth')).toEqual(sectors.of('Youth'))
  })

  it('SECTOR-17: what is defined or deleted stays as it is, and of very many only some are defined', () => {
    const defined = {
      ...map,
      meta: { ...map.meta, 'sector:Sport': { colour: 'black' }, 'sector:Youth': { deleted: true } },
    }
    const sectors = sectorsOf(defineOwnSectors(defined).meta)
    expect(sectors.of('Sport').colour).toBe('black')
    expect(sectors.deleted.has('Youth')).toBe(true)
    const many = testMap({
      elements: Object.fromEntries(
        Array.from({ length: 80 }, (_, at) => [`s${at}`, { kind: 'stakeholder', sector: `Sector ${at}` }]),
      ),
    })
    expect(sectorsOf(defineOwnSectors(many).meta).defined.size).toBe(30)
    const plain = testMap({ elements: { a: { label: 'Rain' } } })
    expect(defineOwnSectors(plain)).toBe(plain)
  })
})
