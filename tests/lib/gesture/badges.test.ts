import { describe, expect, it } from 'vitest'
import type { BadgedLoop } from '../../../lib/geometry/loopBadge'
import { computeScene } from '../../../lib/geometry/scene'
import { keepFocus, moveFocus, surfaceFocus, walkLinks, type Focus } from '../../../lib/gesture/focusWalk'
import { nothingMarked } from '../../../lib/gesture/gestureEffect'
import { badgesInFlight } from '../../../lib/gesture/badgeMoving'
import type { Hit } from '../../../lib/gesture/hit'
import { hitSurface } from '../../../lib/gesture/hitSurface'
import { boardView } from '../../../lib/model/position'
import { mapOf } from '../geometry/maps'
import { board, body, element } from './board'

const badge: Hit = { kind: 'badge', id: 'loop' }

const view = mapOf(
  [
    ['a', -300, 0],
    ['b', 300, 0],
    ['f', 0, 0, { kind: 'frame', width: 900, height: 300 }],
  ],
  [
    ['a', 'b', { curvature: 0.3 }],
    ['b', 'a', { curvature: 0.3 }],
  ],
)
const loop = {
  key: 'loop',
  tag: 'R1',
  number: 1,
  kind: 'reinforcing',
  name: '',
  delayed: false,
  variables: ['a', 'b'],
  links: ['a>b', 'b>a'],
} as unknown as BadgedLoop
const scene = computeScene(view, boardView, { loops: [loop] })
const hit = (x: number, y: number, pointer: 'mouse' | 'touch' = 'mouse', zoom = 1): Hit =>
  hitSurface(scene, { x, y }, { zoom, pointer, marked: nothingMarked, dotsOf: undefined, mayEdit: false })

describe('the badge under a hand', () => {
  it('BADGE-8: is hit on its disc, before what lies around it', () => {
    expect(hit(0, 0)).toEqual(badge)
    expect(hit(15, 15)).toEqual(badge)
    expect(hit(0, 30)).toMatchObject({ kind: 'element', id: 'f', zone: 'inside' })
    expect(hit(-300, 0)).toMatchObject({ kind: 'element', id: 'a' })
  })

  it('BADGE-8: is large enough for a finger at any zoom', () => {
    expect(hit(40, 0, 'touch', 0.5)).toEqual(badge)
    expect(hit(100, 0, 'touch', 0.2)).toEqual(badge)
  })

  it('BADGE-8: a tap opens the list of loops at it, gives it the focus and selects nothing', () => {
    const hand = board().tap(50, 20, body('a')).rest(1000).tap(400, 400, badge)
    expect(hand.wanted('open-loop')).toEqual([{ kind: 'open-loop', loop: 'loop' }])
    expect(hand.wanted('focus').at(-1)?.target).toEqual({ badge: 'loop' })
    expect(hand.marked).toEqual(nothingMarked)
  })

  it('BADGE-6: a drag moves it once, at the drop, measured from the middle of its loop', () => {
    const hand = board().press(405, 400, badge).move(425, 400)
    expect(badgesInFlight(hand.state)).toEqual(new Map([['loop', { x: 420, y: 400 }]]))
    expect(hand.wanted('move-badge')).toEqual([])
    hand.move(435, 410).release(435, 410)
    expect(hand.wanted('move-badge')).toEqual([{ kind: 'move-badge', loop: 'loop', offset: { x: 40, y: 30 } }])
    expect(badgesInFlight(hand.state)).toBeUndefined()
  })

  it('BADGE-6: Esc takes the drag back; a double tap puts the badge back', () => {
    const hand = board().press(400, 400, badge).move(440, 400).feed({ kind: 'escape' }).release(440, 400)
    expect(hand.wanted('move-badge')).toEqual([])
    expect(board().tap(400, 400, badge).tap(400, 400, badge).wanted('move-badge')).toEqual([
      { kind: 'move-badge', loop: 'loop', offset: null },
    ])
  })

  it('BADGE-8: who may not edit can open it and not move it', () => {
    const hand = board()
    hand.mayEdit = false
    hand.tap(400, 400, badge).tap(400, 400, badge).rest(1000)
    hand.press(400, 400, badge).move(460, 400).release(460, 400)
    expect(hand.wanted('move-badge')).toEqual([])
    expect(hand.wanted('open-loop').length).toBeGreaterThan(0)
  })
})

describe('the badge under the keyboard', () => {
  const on = (id: string): Focus => ({ kind: 'element', id: element(id) })
  const onBadge: Focus = { kind: 'badge', id: 'loop' }

  it('BADGE-8: lies on the way of the arrow keys', () => {
    expect(moveFocus(scene, on('a'), 'right')).toEqual(onBadge)
    expect(moveFocus(scene, onBadge, 'right')).toEqual(on('b'))
    expect(moveFocus(scene, onBadge, 'up')).toBe(onBadge)
    expect(walkLinks(scene, onBadge, 'out')).toBe(onBadge)
  })

  it('BADGE-8: gives the focus back to the canvas when it goes', () => {
    expect(keepFocus(scene, onBadge)).toBe(onBadge)
    expect(keepFocus(computeScene(view, boardView), onBadge)).toEqual(surfaceFocus)
  })
})
