import { describe, expect, it } from 'vitest'
import { openSeeing } from '@/components/looks/openSeeing'
import { measureForLook } from '@/lib/look/measureForLook'
import { leavePersonalOut } from '@/lib/model/personal'
import { englishLookWords } from '@/server/picture/lookWords'
import { testView } from '../../helpers/testMap'

describe('how a picture without what is personal is seen', () => {
  const view = testView({
    elements: {
      a: { kind: 'stakeholder', power: 0.9 },
      b: { kind: 'stakeholder' },
      c: { kind: 'stakeholder' },
    },
    links: { ab: { kind: 'tie', from: 'a', to: 'b' }, ac: { kind: 'tie', from: 'a', to: 'c' } },
  })
  const look = { colourBy: 'measure:degree', sizeBy: 'power' }
  const words = englishLookWords(view)

  it('PIC-19: what is measured is drawn, once it is worked out, beside what is left out', () => {
    const open = openSeeing(look, view, words, measureForLook(view, look))
    expect(open?.leftOut).toEqual(['power'])
    const seen = open?.see(leavePersonalOut(view))
    expect(seen?.shades?.by).toBe('measure:degree')
    expect(seen?.sizes).toBeUndefined()
    expect(openSeeing(look, view, words, undefined)?.look).toEqual({})
  })

  it('PIC-19: a look that draws nothing personal is as it is', () => {
    expect(openSeeing({ colourBy: 'measure:degree' }, view, words, undefined)).toBeUndefined()
  })
})
