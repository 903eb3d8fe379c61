import { describe, expect, it } from 'vitest'
import { withoutMeasured } from '@/lib/look/lookMeasures'

describe('looks whose measures are being worked out', () => {
  it('LOOK-27: are drawn without what is awaited, and with all that they ask for otherwise', () => {
    expect(
      withoutMeasured({
        colourBy: 'community',
        sizeBy: 'measure:degree',
        labelBy: 'sector',
        filter: { sectors: ['health'] },
      }),
    ).toEqual({ labelBy: 'sector', filter: { sectors: ['health'] } })
    expect(withoutMeasured({ colourBy: 'stance', sizeBy: 'power', clusterBy: 'community' })).toEqual({
      colourBy: 'stance',
      sizeBy: 'power',
    })
    expect(withoutMeasured({ colourBy: 'pulse', others: 'hide' })).toEqual({ others: 'hide' })
  })
})
