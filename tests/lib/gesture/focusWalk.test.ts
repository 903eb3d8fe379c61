import { describe, expect, it } from 'vitest'
import { computeScene } from '../../../lib/geometry/scene'
import { emptyMapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { focusEnd, keepFocus, moveFocus, surfaceFocus, walkLinks, type Focus } from '../../../lib/gesture/focusWalk'
import { element, link } from './board'
import { sampleScene } from './sampleScene'

const on = (id: string): Focus => ({ kind: 'element', id: element(id) })
const onLink = (id: string, from: string): Focus => ({ kind: 'link', id: link(id), from: element(from) })
const empty = computeScene(emptyMapView({ schemaVersion: 1, title: '', description: '' }), boardView)

describe('focus', () => {
  it('KEY-4: an arrow goes to the nearest element that way, and stays where there is none', () => {
    expect(moveFocus(sampleScene, on('workload'), 'right')).toEqual(on('turnover'))
    expect(moveFocus(sampleScene, on('workload'), 'down')).toEqual(on('vacancies'))
    const last = on('locked')
    expect(moveFocus(sampleScene, last, 'up')).toBe(last)
  })

  it('KEY-4: from the bare canvas the first arrow goes to the first element, if there is one', () => {
    expect(moveFocus(sampleScene, surfaceFocus, 'down')).toEqual(focusEnd(sampleScene, 'first'))
    expect(moveFocus(empty, surfaceFocus, 'down')).toEqual(surfaceFocus)
    expect(focusEnd(empty, 'last')).toEqual(surfaceFocus)
  })

  it('KEY-4: from a link an arrow goes to the end that lies that way', () => {
    expect(moveFocus(sampleScene, onLink('wt', 'workload'), 'right')).toEqual(on('turnover'))
    expect(moveFocus(sampleScene, onLink('wt', 'turnover'), 'left')).toEqual(on('workload'))
    expect(moveFocus(sampleScene, onLink('gone', 'workload'), 'left')).toEqual(surfaceFocus)
  })

  it('KEY-5: out along a link and on to its end, in along another', () => {
    const out = walkLinks(sampleScene, on('workload'), 'out')
    expect(out).toEqual(onLink('wt', 'workload'))
    expect(walkLinks(sampleScene, out, 'out')).toEqual(on('turnover'))
    expect(walkLinks(sampleScene, on('turnover'), 'in')).toEqual(onLink('wt', 'turnover'))
    expect(walkLinks(sampleScene, onLink('wt', 'turnover'), 'in')).toEqual(on('workload'))
  })

  it('KEY-5: siblings go round, and an element without links keeps the focus', () => {
    const first = walkLinks(sampleScene, on('turnover'), 'next')
    const second = walkLinks(sampleScene, on('turnover'), 'previous')
    expect([first, second].map((focus) => focus.kind)).toEqual(['link', 'link'])
    const alone = on('repairs')
    expect(walkLinks(sampleScene, alone, 'out')).toBe(alone)
    const only = onLink('wt', 'workload')
    expect(walkLinks(sampleScene, only, 'next')).toEqual(only)
    expect(walkLinks(sampleScene, only, 'previous')).toEqual(only)
  })

  it('KEY-5: walking from nowhere, or along a link that is gone, does not fail', () => {
    expect(walkLinks(sampleScene, surfaceFocus, 'out')).toEqual(focusEnd(sampleScene, 'first'))
    expect(walkLinks(sampleScene, onLink('gone', 'workload'), 'out')).toEqual(surfaceFocus)
  })

  it('KEY-4: what is deleted gives the focus back', () => {
    expect(keepFocus(sampleScene, on('gone'))).toEqual(surfaceFocus)
    expect(keepFocus(sampleScene, onLink('gone', 'workload'))).toEqual(on('workload'))
    expect(keepFocus(empty, onLink('gone', 'workload'))).toEqual(surfaceFocus)
    const kept = on('workload')
    expect(keepFocus(sampleScene, kept)).toBe(kept)
  })
})
