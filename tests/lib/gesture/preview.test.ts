import { describe, expect, it } from 'vitest'
import { boardView } from '../../../lib/model/position'
import { idle, isPulling } from '../../../lib/gesture/gestureState'
import { previewView } from '../../../lib/gesture/preview'
import { element, link } from './board'
import { sampleView } from './sampleScene'

const linked = { element: element('workload'), direction: 'out', link: link('new-link') } as const
const fresh = { kind: 'new', id: element('new'), element: 'variable', label: 'Morale', at: { x: 5, y: 6 } } as const

describe('previewView', () => {
  it('GEST-4: is the map itself when nothing is in flight', () => {
    expect(previewView(sampleView, idle, undefined)).toBe(sampleView)
    expect(previewView(sampleView, idle, { kind: 'rename', id: element('workload'), label: 'Workload' })).toBe(
      sampleView,
    )
    expect(previewView(sampleView, idle, { kind: 'rename', id: element('gone'), label: 'x' })).toBe(sampleView)
  })

  it('GEST-4: leaves everything that is not in flight as it is', () => {
    const view = previewView(sampleView, idle, { kind: 'rename', id: element('workload'), label: 'Case load' })
    expect(view.elements.get(element('workload'))?.label).toBe('Case load')
    expect(view.elements.get(element('turnover'))).toBe(sampleView.elements.get(element('turnover')))
    expect(view.links).toBe(sampleView.links)
    expect(sampleView.elements.get(element('workload'))?.label).toBe('Workload')
  })

  it('KEY-3: shows a new element, and its link, while its name is typed', () => {
    const view = previewView(sampleView, idle, { ...fresh, linked })
    expect(view.elements.get(element('new'))?.label).toBe('Morale')
    expect(view.positions.get(boardView)?.get(element('new'))).toEqual({ x: 5, y: 6 })
    expect(view.links.get(link('new-link'))).toMatchObject({ kind: 'causal', from: 'workload', to: 'new' })
  })

  it('CONTRIBUTION-8: what is to be typed first has room, until the name needs more', () => {
    const { label: _, ...unnamed } = { ...fresh, element: 'action' } as const
    const shown = (label: string): string | undefined =>
      previewView(sampleView, idle, { ...unnamed, label, hint: 'We will …' }).elements.get(element('new'))?.label
    expect(shown('')).toBe('We will …')
    expect(shown('Open')).toBe('We will …')
    expect(shown('Open a clinic')).toBe('Open a clinic')
  })

  it('KEY-3: the link may come in, is of the kind its ends mean, and needs its other end', () => {
    const incoming = previewView(sampleView, idle, { ...fresh, linked: { ...linked, direction: 'in' } })
    expect(incoming.links.get(link('new-link'))).toMatchObject({ from: 'new', to: 'workload' })
    const actor = previewView(sampleView, idle, { ...fresh, element: 'stakeholder', linked })
    expect(actor.links.get(link('new-link'))?.kind).toBe('relation')
    const orphan = previewView(sampleView, idle, { ...fresh, linked: { ...linked, element: element('gone') } })
    expect(orphan.links).toBe(sampleView.links)
    expect(orphan.elements.has(element('new'))).toBe(true)
  })

  it('GEST-10: shows a resize, GEST-9: a bend and a moved end', () => {
    const rect = { x: 0, y: 0, width: 80, height: 60 }
    const resized = previewView(
      sampleView,
      { kind: 'resizing', element: element('note'), edge: 'se', from: { x: 0, y: 0 }, start: rect, rect },
      undefined,
    )
    expect(resized.positions.get(boardView)?.get(element('note'))).toEqual({ x: 40, y: 30, width: 80, height: 60 })
    const bent = previewView(sampleView, { kind: 'bending', link: link('wt'), curvature: -0.4 }, undefined)
    expect(bent.links.get(link('wt'))?.curvature).toBe(-0.4)
    const pulled = { kind: 'reconnecting', link: link('wt'), end: 'to', point: { x: 0, y: 0 } } as const
    expect(previewView(sampleView, { ...pulled, over: undefined }, undefined)).toBe(sampleView)
    const over = previewView(sampleView, { ...pulled, over: element('vacancies') }, undefined)
    expect(over.links.get(link('wt'))?.to).toBe('vacancies')
  })

  it('VIEW-3: knows when the hand pulls', () => {
    expect(isPulling(idle)).toBe(false)
    expect(isPulling({ kind: 'bending', link: link('wt'), curvature: 0 })).toBe(true)
  })
})
