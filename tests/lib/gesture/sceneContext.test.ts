import { describe, expect, it } from 'vitest'
import { nothingMarked } from '../../../lib/gesture/gestureEffect'
import { createSceneContext } from '../../../lib/gesture/sceneContext'
import { element, link } from './board'
import { sampleScene } from './sampleScene'

const context = createSceneContext(sampleScene, {
  tool: 'select',
  mayEdit: true,
  marked: nothingMarked,
  linkingFrom: undefined,
  zoom: 1,
  visible: { x: -2000, y: -2000, width: 4000, height: 4000 },
})

describe('createSceneContext', () => {
  it('GEST-3: knows what is locked, linkable and resizable', () => {
    expect(context.find(element('locked'))).toMatchObject({ locked: true, linkable: true, resizable: false })
    expect(context.find(element('homes'))).toMatchObject({ locked: false, linkable: false, resizable: true })
    expect(context.find(element('gone'))).toBeUndefined()
  })

  it('GEST-3: frames hold what lies in them', () => {
    expect(context.membersOf([element('homes'), element('workload')])).toEqual(['repairs'])
  })

  it('GEST-6: a marquee passes locked elements by', () => {
    expect(context.touching({ x: -100, y: -400, width: 200, height: 420 })).toEqual(['workload'])
  })

  it('GEST-7: links join variables, not frames', () => {
    expect(context.linkableAt({ x: 300, y: 0 })).toBe('turnover')
    expect(context.linkableAt({ x: 760, y: -160 })).toBeUndefined()
    expect(context.linkableAt({ x: 2000, y: 2000 })).toBeUndefined()
  })

  it('GEST-9: knows ends and the bow through a point', () => {
    expect(context.endsOf(link('wt'))).toEqual({ from: 'workload', to: 'turnover' })
    expect(context.endsOf(link('gone'))).toBeUndefined()
    expect(context.curvatureThrough(link('wt'), { x: 150, y: -60 })).toBeGreaterThan(0.2)
    expect(context.curvatureThrough(link('wt'), { x: 150, y: 60 })).toBeLessThan(-0.2)
    expect(context.curvatureThrough(link('gone'), { x: 0, y: 0 })).toBe(0)
  })

  it('GEST-5: a move snaps into line with a neighbour', () => {
    const { offset, lines } = context.snap(new Set([element('vacancies')]), { x: 299, y: 0 })
    expect(offset.x).toBeCloseTo(300, 0)
    expect(lines.some(({ axis }) => axis === 'x')).toBe(true)
  })
})
