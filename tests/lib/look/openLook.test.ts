import { describe, expect, it } from 'vitest'
import { applyLook } from '@/lib/look/applyLook'
import { legendOfLook } from '@/lib/look/lookLegend'
import { openLook } from '@/lib/look/openLook'
import { leavePersonalOut } from '@/lib/model/personal'
import { englishLookWords } from '@/server/picture/lookWords'
import { testView } from '../../helpers/testMap'

describe('looks at a map without what is personal', () => {
  const view = testView({
    meta: {
      'field:trust': { name: 'Trust', type: 'choice', choices: ['high', 'low'], personal: true, at: 1 },
      'field:phase': { name: 'Phase', type: 'choice', choices: ['Now', 'Later'], at: 2 },
    },
    elements: { a: { kind: 'stakeholder', stance: 'supports', power: 0.9 }, b: { kind: 'stakeholder' } },
  })

  it('PIC-19: draw nothing of it, and say what is left out, rather than that nobody said it', () => {
    const { look, leftOut } = openLook({ colourBy: 'stance', sizeBy: 'power', labelBy: 'sector' }, view)
    expect(look).toEqual({ labelBy: 'sector' })
    expect(leftOut).toEqual(['stance', 'power'])
    const words = englishLookWords(view)
    const seen = applyLook(leavePersonalOut(view), { look, words })
    expect(legendOfLook(seen, words, leftOut).map(({ text }) => text)).toEqual(['Stance: left out', 'Power: left out'])
    expect([...seen.view.elements.values()].some(({ paint }) => paint?.tag !== undefined)).toBe(false)
  })

  it('PIC-19: a field of the map that is marked as personal goes, others stay', () => {
    expect(openLook({ colourBy: 'field:trust', clusterBy: 'field:phase' }, view)).toEqual({
      look: { clusterBy: 'field:phase' },
      leftOut: ['field:trust'],
    })
    const open = { colourBy: 'sector', sizeBy: 'measure:degree' }
    expect(openLook(open, view).look).toBe(open)
    expect(openLook({ colourBy: 'salience' }, view).leftOut).toEqual(['salience'])
  })
})
