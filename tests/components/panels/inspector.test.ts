import { describe, expect, it } from 'vitest'
import { widePanels } from '../../../components/panels/analysis/widePanels'
import { canvasInsets, panelWidths, viewStart } from '../../../components/panels/canvasInsets'
import { formatMoment } from '../../../components/panels/inspector/moment'
import { levelOf, shareLevels, shareOf } from '../../../components/panels/inspector/shareLevel'
import { sharedValue, valueOf } from '../../../components/panels/inspector/sharedValue'
import { findQuadrant, gridCut } from '../../../lib/model/powerInterest'
import { selectMore } from '../../../components/panels/phone/selectMore'

describe('sharedValue', () => {
  const read = (record: { readonly sector?: string }): string | undefined => record.sector

  it('PANEL-5: is the value that all have, absent included', () => {
    expect(sharedValue([{ sector: 'health' }, { sector: 'health' }], read)).toEqual({ kind: 'same', value: 'health' })
    expect(sharedValue([{}, {}], read)).toEqual({ kind: 'same', value: undefined })
    expect(sharedValue([], read)).toEqual({ kind: 'same', value: undefined })
  })

  it('PANEL-5: is mixed as soon as one differs, or lacks it', () => {
    expect(sharedValue([{ sector: 'health' }, { sector: 'media' }], read)).toEqual({ kind: 'mixed' })
    expect(sharedValue([{ sector: 'health' }, {}], read)).toEqual({ kind: 'mixed' })
    expect(valueOf(sharedValue([{ sector: 'health' }, {}], read))).toBeUndefined()
  })
})

describe('shares in three steps', () => {
  it('VIEWS-18: who is called low stands in the lower half of the grid, who is medium or high in the upper one', () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      const power = percent / 100
      const isUpper = findQuadrant({ power, interest: 0 }) === 'satisfy'
      expect(levelOf(power, gridCut).level === 'low', `${percent} %`).toBe(!isUpper)
    }
    for (const level of shareLevels)
      expect(levelOf(shareOf(level) ?? undefined, gridCut)).toEqual({ level, exact: true })
  })

  it('a level becomes a share and comes back', () => {
    for (const level of shareLevels) expect(levelOf(shareOf(level) ?? undefined)).toEqual({ level, exact: true })
  })

  it('a finer value is told apart from the step it is near', () => {
    expect(levelOf(0.3)).toEqual({ level: 'low', exact: false })
    expect(levelOf(0.6)).toEqual({ level: 'medium', exact: false })
    expect(levelOf(0.9)).toEqual({ level: 'high', exact: false })
    expect(levelOf(0)).toEqual({ level: 'low', exact: false })
  })
})

describe('formatMoment', () => {
  const now = new Date(2026, 5, 3, 15, 0).getTime()

  it('tells the hour today, the day before, and the year long ago', () => {
    expect(formatMoment(new Date(2026, 5, 3, 14, 12).getTime(), 'en-GB', now)).toBe('14:12')
    expect(formatMoment(new Date(2026, 4, 30, 9, 5).getTime(), 'en-GB', now)).toMatch(/30 May.*09:05/)
    expect(formatMoment(new Date(2024, 4, 30, 9, 5).getTime(), 'en-GB', now)).toMatch(/2024/)
  })
})

describe('selectMore', () => {
  const select = (elements: readonly string[], links: readonly string[] = []) => ({ elements, links }) as never

  it('PANEL-12: each tap adds or takes away', () => {
    expect(selectMore(select(['a']), select(['b']))).toEqual({ elements: ['a', 'b'], links: [] })
    expect(selectMore(select(['a', 'b']), select(['a']))).toEqual({ elements: ['b'], links: [] })
    expect(selectMore(select(['a']), select([], ['ab']))).toEqual({ elements: ['a'], links: ['ab'] })
  })

  it('PANEL-12: a tap on nothing changes nothing', () => {
    expect(selectMore(select(['a'], ['ab']), select([]))).toEqual({ elements: ['a'], links: ['ab'] })
  })
})

describe('canvasInsets', () => {
  it('PANEL-13: grow by the panels that are open', () => {
    const closed = canvasInsets({ phone: false, panel: 0, inspector: false, sheet: 0 })
    const open = canvasInsets({ phone: false, panel: 300, inspector: true, sheet: 0 })
    expect(open.right).toBeGreaterThan(closed.right + 300)
    expect(open.left).toBeGreaterThan(closed.left + 300)
    expect(canvasInsets({ phone: false, panel: 420, inspector: false, sheet: 0 }).left).toBe(open.left + 120)
  })

  it('VIEWS-13: views begin behind the panel that is open, at the edge where none is; the inventory’s is a wide one', () => {
    const start = (panel: number) => viewStart(canvasInsets({ phone: false, panel, inspector: false, sheet: 0 }))
    expect(start(0)).toBe(12)
    // Panels stand 12 pixels from the edge.
    expect(start(panelWidths.wide)).toBeGreaterThanOrEqual(12 + panelWidths.wide)
    expect(widePanels.has('inventory')).toBe(true)
  })

  it('PANEL-13: keep clear of what is said at the head, where that reaches below the islands', () => {
    const top = (strips: number) => canvasInsets({ phone: false, panel: 0, inspector: false, sheet: 0, strips }).top
    expect(top(0)).toBe(top(56))
    expect(top(140)).toBeGreaterThan(140)
  })

  it('PANEL-13: on a phone keep clear of the sheet', () => {
    expect(canvasInsets({ phone: true, panel: 0, inspector: true, sheet: 380 }).bottom).toBeGreaterThan(380)
    expect(canvasInsets({ phone: true, panel: 0, inspector: false, sheet: 0 }).bottom).toBeGreaterThanOrEqual(120)
  })
})
