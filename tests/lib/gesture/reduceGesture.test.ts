import { describe, expect, it } from 'vitest'
import { board, body, border, element, inside, link, marking } from './board'

describe('taps', () => {
  it('GEST-1: a mouse that wanders less than 5 px taps, more drags', () => {
    const still = board().press(50, 20, body('a')).move(54, 20).release(54, 20)
    expect(still.writes()).toEqual([])
    expect(still.marked).toEqual(marking('a'))
    const far = board().press(50, 20, body('a')).move(56, 20).release(56, 20)
    expect(far.wanted('place')).toHaveLength(1)
  })

  it('GEST-1: a finger may wander 10 px', () => {
    const hand = board()
    hand.pointer = 'touch'
    hand.press(50, 20, body('a')).move(59, 20).release(59, 20)
    expect(hand.writes()).toEqual([])
    expect(hand.marked).toEqual(marking('a'))
  })

  it('GEST-2: a tap selects alone and gives the focus', () => {
    const hand = board().tap(50, 20, body('a')).rest(1000).tap(250, 20, body('b'))
    expect(hand.marked).toEqual(marking('b'))
    expect(hand.wanted('focus').at(-1)?.target).toEqual({ element: 'b' })
  })

  it.each(['shift', 'command'] as const)('GEST-2: with %s a tap joins and leaves the selection', (key) => {
    const hand = board().tap(50, 20, body('a')).rest(1000)
    hand.tap(250, 20, body('b'), { [key]: true }).rest(1000)
    expect(hand.marked).toEqual(marking('a', 'b'))
    hand.tap(50, 20, body('a'), { [key]: true })
    expect(hand.marked).toEqual(marking('b'))
  })

  it('GEST-2: a tap on empty canvas clears, with Shift it does not', () => {
    const hand = board().tap(50, 20, body('a')).rest(1000).tap(900, 900, undefined, { shift: true })
    expect(hand.marked).toEqual(marking('a'))
    hand.rest(1000).tap(900, 900)
    expect(hand.marked).toEqual(marking())
  })

  it('GEST-2: links are selected like elements', () => {
    const hand = board().tap(50, 20, body('a')).rest(1000)
    hand.tap(150, 20, { kind: 'link', id: link('ab') }, { shift: true })
    expect(hand.marked).toEqual({ elements: ['a'], links: ['ab'] })
  })

  it('GEST-11: a double tap adds on empty canvas and in the middle of a frame', () => {
    expect(board().tap(900, 900).tap(903, 901).wanted('add')).toEqual([
      { kind: 'add', element: 'variable', at: { x: 903, y: 901 } },
    ])
    expect(board().tap(420, 150, inside('f')).tap(420, 150, inside('f')).wanted('add')).toHaveLength(1)
  })

  it('GEST-11: a double tap renames an element, asks a link for its sign', () => {
    expect(board().tap(50, 20, body('a')).tap(50, 20, body('a')).wanted('rename')).toHaveLength(1)
    const hit = { kind: 'link', id: link('ab') } as const
    expect(board().tap(150, 20, hit).tap(150, 20, hit).wanted('ask-sign')).toHaveLength(1)
  })

  it('GEST-11: the first tap shows the dots, and the second may land on one', () => {
    const dot = { kind: 'dot', id: element('a'), side: 'top' } as const
    expect(board().tap(50, 20, body('a')).tap(50, 20, dot).wanted('rename')).toHaveLength(1)
  })

  it('GEST-11: the second tap on a card that the first one opened means nothing of what lay below it', () => {
    const below = { kind: 'link', id: link('ab') } as const
    const opened = marking('group')
    expect(board().tap(150, 20, body('group')).tap(150, 20, below).marked).toEqual(opened)
    expect(board().tap(150, 20, body('group')).tap(151, 20, body('a')).marked).toEqual(opened)
    expect(board().tap(150, 20, body('group')).rest(1000).tap(150, 20, below).marked).toEqual({
      elements: [],
      links: ['ab'],
    })
  })

  it('GEST-11: two slow taps, two places or three quick taps are not two double taps', () => {
    expect(board().tap(900, 900).rest(600).tap(900, 900).wanted('add')).toEqual([])
    expect(board().tap(900, 900).tap(960, 900).wanted('add')).toEqual([])
    expect(board().tap(900, 900).tap(900, 900).tap(900, 900).wanted('add')).toHaveLength(1)
  })

  it('GEST-11: a locked element is not renamed and says why', () => {
    const hand = board().tap(50, 220, body('c')).tap(50, 220, body('c'))
    expect(hand.writes()).toEqual([])
    expect(hand.wanted('refuse')).toEqual([{ kind: 'refuse', code: 'locked', element: 'c' }])
  })

  it('GEST-13: a right click and a resting finger open the menu', () => {
    expect(board().menu(50, 20, body('a')).wanted('menu')[0]).toMatchObject({ hit: { id: 'a' } })
    const hand = board()
    hand.pointer = 'touch'
    hand.press(50, 20, body('a')).feed({ kind: 'hold' }).move(90, 20).release(90, 20)
    expect(hand.wanted('menu')).toHaveLength(1)
    expect(hand.writes()).toEqual([])
    expect(hand.state.kind).toBe('idle')
  })

  it('GEST-13: a hold or a right click in the middle of a drag means nothing', () => {
    const hand = board().press(50, 20, body('a')).move(90, 20).feed({ kind: 'hold' }).menu(90, 20)
    expect(hand.wanted('menu')).toEqual([])
    expect(hand.state.kind).toBe('dragging')
  })
})

describe('dragging', () => {
  it('GEST-3: another element is selected and moved alone', () => {
    const hand = board()
    hand.marked = marking('b')
    hand.press(50, 20, body('a')).move(70, 50).release(80, 60)
    expect(hand.marked).toEqual(marking('a'))
    expect([...(hand.wanted('place')[0]?.positions ?? [])]).toEqual([['a', { x: 80, y: 60 }]])
  })

  it('GEST-3: a selected element takes the selection along', () => {
    const hand = board()
    hand.marked = marking('a', 'b')
    hand.press(50, 20, body('a')).move(70, 20).release(60, 20)
    expect([...(hand.wanted('place')[0]?.positions.keys() ?? [])]).toEqual(['a', 'b'])
  })

  it('GEST-3: a frame takes its contents along, once each', () => {
    const hand = board()
    hand.marked = marking('f', 'd')
    hand.press(400, 5, body('f')).move(420, 5).release(420, 5)
    expect([...(hand.wanted('place')[0]?.positions ?? [])]).toEqual([
      ['f', { x: 520, y: 100 }],
      ['d', { x: 520, y: 70 }],
    ])
  })

  it('GEST-3: locked elements stay where they are', () => {
    const alone = board().press(50, 220, body('c')).move(90, 220).release(90, 220)
    expect(alone.writes()).toEqual([])
    expect(alone.wanted('refuse')).toHaveLength(1)
    const hand = board()
    hand.marked = marking('a', 'c')
    hand.press(50, 20, body('a')).move(90, 20).release(90, 20)
    expect([...(hand.wanted('place')[0]?.positions.keys() ?? [])]).toEqual(['a'])
  })

  it('GEST-4: in flight it is only shown; at the drop it is one step', () => {
    const hand = board().press(50, 20, body('a')).move(60, 20).move(70, 20).move(80, 20)
    expect(hand.writes()).toEqual([])
    expect(hand.wanted('show-drag').at(-1)?.centres?.get(element('a'))).toEqual({ x: 80, y: 20 })
    hand.release(80, 20)
    expect(hand.writes()).toHaveLength(1)
    expect(hand.wanted('show-drag').at(-1)?.centres).toBeNull()
  })

  it.each(['escape', 'abort'] as const)('GEST-4: %s takes it back', (kind) => {
    const hand = board().press(50, 20, body('a')).move(90, 20).feed({ kind }).move(120, 20).release(120, 20)
    expect(hand.writes()).toEqual([])
    expect(hand.wanted('show-drag').at(-1)?.centres).toBeNull()
    expect(hand.state.kind).toBe('idle')
  })

  it('GEST-4: dropped where it was lifted, it writes nothing', () => {
    expect(board().press(50, 20, body('a')).move(90, 20).release(50, 20).writes()).toEqual([])
  })

  it('GEST-5: Shift keeps to the longer axis, also when a line would pull it off', () => {
    const hand = board().press(50, 20, body('a')).move(90, 30, { shift: true })
    expect(hand.wanted('show-drag').at(-1)?.centres?.get(element('a'))).toEqual({ x: 90, y: 20 })
    hand.snapped = { x: 42, y: 7 }
    hand.move(90, 30, { shift: true })
    expect(hand.wanted('show-drag').at(-1)?.centres?.get(element('a'))).toEqual({ x: 92, y: 20 })
  })

  it('GEST-5: Alt drops a copy, and may be pressed after the drag began', () => {
    const hand = board().press(50, 20, body('a')).move(90, 20)
    hand.feed({ kind: 'modifiers', keys: { shift: false, alt: true, command: false } })
    expect(hand.wanted('show-drag').at(-1)?.centres).toBeNull()
    hand.release(90, 20, { alt: true })
    expect(hand.writes()).toEqual([{ kind: 'duplicate', elements: ['a'], offset: { x: 40, y: 0 } }])
  })

  it('GEST-5: Ctrl or Cmd moves without snapping', () => {
    const hand = board()
    hand.snapped = { x: 0, y: 100 }
    hand.press(50, 20, body('a')).move(90, 20, { command: true })
    expect(hand.wanted('show-drag').at(-1)?.centres?.get(element('a'))).toEqual({ x: 90, y: 20 })
  })
})

describe('marquee', () => {
  it('GEST-6: selects what it touches while it is drawn', () => {
    const hand = board().press(-20, -20).move(10, 10)
    expect(hand.marked).toEqual(marking('a'))
    hand.move(210, 10).release(210, 10)
    expect(hand.marked).toEqual(marking('a', 'b'))
    expect(hand.writes()).toEqual([])
  })

  it('GEST-6: leaves locked elements alone, and Shift adds', () => {
    const hand = board()
    hand.marked = marking('b')
    hand.press(-20, 260, undefined, { shift: true }).move(40, -5).release(40, -5)
    expect(hand.marked).toEqual(marking('b', 'a'))
  })

  it('GEST-6: does not repeat a selection that has not changed', () => {
    const hand = board().press(-20, -20).move(10, 10).move(11, 11).move(12, 12)
    expect(hand.wanted('select')).toHaveLength(1)
  })

  it('GEST-6: Esc gives back the former selection', () => {
    const hand = board()
    hand.marked = marking('b')
    hand.press(-20, -20).move(10, 10).feed({ kind: 'escape' })
    expect(hand.marked).toEqual(marking('b'))
  })

  it('GEST-6: the middle of a frame is like empty canvas until the frame is selected', () => {
    expect(board().press(420, 150, inside('f')).move(500, 180).state.kind).toBe('marquee')
    const hand = board()
    hand.marked = marking('f')
    expect(hand.press(420, 150, inside('f')).move(500, 180).state.kind).toBe('dragging')
  })

  it('GEST-6: a finger on empty canvas leaves the view to the viewport', () => {
    const hand = board()
    hand.pointer = 'touch'
    hand.press(900, 900).move(950, 900).release(950, 900)
    expect(hand.done).toEqual([])
    expect(hand.state.kind).toBe('idle')
  })
})

describe('linking', () => {
  it('GEST-7: from the rim to an element links', () => {
    const hand = board().press(99, 20, border('a')).move(250, 20)
    expect(hand.state).toMatchObject({ kind: 'linking', over: 'b' })
    expect(hand.release(250, 20).writes()).toEqual([{ kind: 'link', from: 'a', to: 'b' }])
  })

  it('GEST-7: from a dot to empty canvas makes a linked element there', () => {
    const hand = board()
      .press(110, 20, { kind: 'dot', id: element('a'), side: 'right' })
      .move(150, 120)
      .release(150, 120)
    expect(hand.writes()).toEqual([{ kind: 'link-new', from: 'a', at: { x: 150, y: 120 } }])
  })

  it('GEST-7: back on its start, or after Esc, it does nothing', () => {
    expect(board().press(99, 20, border('a')).move(150, 20).release(50, 20).writes()).toEqual([])
    const hand = board().press(99, 20, border('a')).move(250, 20).feed({ kind: 'escape' }).release(250, 20)
    expect(hand.writes()).toEqual([])
  })

  it('GEST-7: the link tool pulls from the whole element, but not from a frame', () => {
    const hand = board()
    hand.tool = 'link'
    expect(hand.press(50, 20, body('a')).move(250, 20).release(250, 20).writes()).toHaveLength(1)
    const frame = board()
    frame.tool = 'link'
    expect(frame.press(400, 5, body('f')).move(50, 20).release(50, 20).writes()).toEqual([])
  })

  it('GEST-8: two taps with the link tool link', () => {
    const hand = board()
    hand.tool = 'link'
    hand.tap(50, 20, body('a')).tap(250, 20, body('b'))
    expect(hand.writes()).toEqual([{ kind: 'link', from: 'a', to: 'b' }])
  })

  it('GEST-8: a tap on a dot picks the start; a tap on empty canvas ends it in a new element', () => {
    const hand = board()
      .tap(110, 20, { kind: 'dot', id: element('a'), side: 'right' })
      .rest(600)
      .tap(900, 900)
    expect(hand.writes()).toEqual([{ kind: 'link-new', from: 'a', at: { x: 900, y: 900 } }])
  })

  it('GEST-8: the start again cancels', () => {
    const hand = board()
    hand.linkingFrom = element('a')
    hand.tap(50, 20, body('a'))
    expect(hand.wanted('cancel-linking')).toHaveLength(1)
    expect(hand.writes()).toEqual([])
  })

  it('GEST-8: what cannot be linked is not picked', () => {
    const hand = board()
    hand.tool = 'link'
    expect(hand.tap(400, 5, body('f')).done).toEqual([])
  })
})

describe('grips', () => {
  const toEnd = { kind: 'end-grip', link: link('ab'), end: 'to' } as const
  const bend = { kind: 'bend-grip', link: link('ab') } as const

  it('GEST-9: an end goes to another element', () => {
    expect(board().press(200, 20, toEnd).move(480, 60).release(480, 60).writes()).toEqual([
      { kind: 'reconnect', link: 'ab', end: 'to', element: 'd' },
    ])
  })

  it('GEST-9: an end let go on empty canvas or on its own element stays', () => {
    expect(board().press(200, 20, toEnd).move(900, 900).release(900, 900).writes()).toEqual([])
    expect(board().press(200, 20, toEnd).move(100, 90).release(250, 20).writes()).toEqual([])
  })

  it('GEST-9: the middle sets the bow, never beyond what is drawable', () => {
    expect(board().press(150, 0, bend).move(150, 33.333).release(150, 33.333).writes()).toEqual([
      { kind: 'bend', link: 'ab', curvature: 0.33 },
    ])
    expect(board().press(150, 0, bend).move(150, -900).release(150, -900).writes()).toEqual([
      { kind: 'bend', link: 'ab', curvature: -0.8 },
    ])
  })

  it('GEST-9: a tap on a grip that lies on an element means the element', () => {
    const onElement = { kind: 'bend-grip', link: link('ab'), over: element('b') } as const
    expect(board().tap(250, 20, onElement).marked).toEqual(marking('b'))
    const beside = board().tap(150, 20, { kind: 'end-grip', link: link('ab'), end: 'to' })
    expect(beside.wanted('select')).toEqual([])
  })

  it('GEST-9: a double tap on the middle gives the default bow back', () => {
    expect(board().tap(150, 0, bend).tap(150, 0, bend).writes()).toEqual([
      { kind: 'bend', link: 'ab', curvature: undefined },
    ])
  })

  it('GEST-10: a corner is pulled and the opposite one stays', () => {
    const hand = board()
      .press(600, 200, { kind: 'resize-grip', id: element('f'), edge: 'se' })
      .move(650, 220)
    expect(hand.state).toMatchObject({ rect: { x: 400, y: 0, width: 250, height: 220 } })
    hand.release(650, 220)
    expect([...(hand.wanted('place')[0]?.positions ?? [])]).toEqual([
      ['f', { x: 525, y: 110, width: 250, height: 220 }],
    ])
    expect(hand.wanted('place')[0]?.step).toBe('resized')
  })

  it('GEST-10: no side gets shorter than 40, whichever edge is pulled over the other', () => {
    const hand = board()
      .press(400, 0, { kind: 'resize-grip', id: element('f'), edge: 'nw' })
      .move(900, 900)
    expect(hand.state).toMatchObject({ rect: { x: 560, y: 160, width: 40, height: 40 } })
  })

  it('GEST-10: Shift keeps the proportions of a corner pull', () => {
    const hand = board().press(600, 200, { kind: 'resize-grip', id: element('f'), edge: 'se' })
    hand.move(700, 210, { shift: true })
    expect(hand.state).toMatchObject({ rect: { width: 300, height: 300 } })
  })

  it('GEST-10: what has no size of its own is not resized', () => {
    const hand = board()
      .press(100, 40, { kind: 'resize-grip', id: element('a'), edge: 'se' })
      .move(200, 80)
      .release(200, 80)
    expect(hand.writes()).toEqual([])
  })
})

describe('tools', () => {
  it('GEST-12: a tool adds where the pointer is let go, also over an element', () => {
    const hand = board()
    hand.tool = 'stakeholder'
    hand.press(50, 20, body('a')).move(60, 300).release(60, 300)
    expect(hand.writes()).toEqual([{ kind: 'add', element: 'stakeholder', at: { x: 60, y: 300 } }])
  })

  it('GEST-12: a frame is drawn open; a mere tap gives it its usual size', () => {
    const hand = board()
    hand.tool = 'frame'
    hand.press(100, 300).move(300, 400).release(300, 400)
    expect(hand.writes()).toEqual([
      { kind: 'add', element: 'frame', at: { x: 200, y: 350 }, size: { width: 200, height: 100 } },
    ])
    const tapped = board()
    tapped.tool = 'frame'
    expect(tapped.tap(100, 300).writes()).toEqual([{ kind: 'add', element: 'frame', at: { x: 100, y: 300 } }])
  })

  it('GEST-12: Esc puts the tool down without adding', () => {
    const hand = board()
    hand.tool = 'note'
    expect(hand.press(10, 10).feed({ kind: 'escape' }).release(10, 10).writes()).toEqual([])
  })

  it('GEST-14: the hand moves nothing and selects nothing', () => {
    const hand = board()
    hand.tool = 'hand'
    expect(hand.press(50, 20, body('a')).move(90, 90).release(90, 90).done).toEqual([])
  })
})

describe('who may not edit', () => {
  it('GEST-14: selects by tap and marquee, and changes nothing', () => {
    const hand = board()
    hand.mayEdit = false
    hand.tap(50, 20, body('a')).tap(50, 20, body('a')).rest(1000)
    expect(hand.marked).toEqual(marking('a'))
    hand.press(50, 20, body('a')).move(250, 30).release(250, 30)
    expect(hand.marked).toEqual(marking('a', 'b'))
    hand.rest(1000).tap(900, 900).tap(900, 900)
    hand.tool = 'variable'
    hand.tap(900, 900)
    hand.tool = 'link'
    hand.tap(50, 20, body('a')).rest(1000).tap(250, 20, body('b'))
    expect(hand.writes()).toEqual([])
    expect(hand.wanted('pick-from')).toEqual([])
  })
})
