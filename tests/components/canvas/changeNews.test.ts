import { describe, expect, it } from 'vitest'
import { createChangeNews, type OwnActs } from '@/components/canvas/changeNews'
import type { MapView } from '@/lib/model/mapView'
import { createManualClock } from '../../helpers/manualClock'
import { testView } from '../../helpers/testMap'

const map = (...ids: readonly string[]): MapView =>
  testView({ elements: Object.fromEntries(ids.map((id) => [id, {}])) })
const idsOf = ({ elements }: MapView): readonly string[] => [...elements.keys()]

/** A map of `a`, and what is said of its changes: what it was, what it is, what one brought oneself. */
function begin() {
  const clock = createManualClock(0)
  const screen = { view: map('a'), isOwn: false, isElsewhere: false, isTyping: false }
  const said: unknown[] = []
  const news = createChangeNews({
    clock,
    view: () => screen.view,
    isOwnChange: () => screen.isOwn,
    isLoading: () => false,
    isHeldBack: () => screen.isTyping,
    isSaidElsewhere: () => screen.isElsewhere,
    say: (before, after, { brought }: OwnActs) => said.push([idsOf(before), idsOf(after), [...brought]]),
  })
  const change = (isOwn: boolean, ...ids: readonly string[]): void => {
    Object.assign(screen, { view: map(...ids), isOwn })
    news.changed()
  }
  return { clock, screen, said, change }
}

describe('when changes of a map are said', () => {
  it('CANVAS-9: one’s own soon, others’ gathered, with what one did oneself apart', () => {
    const { clock, said, change } = begin()
    change(false, 'a', 'b')
    clock.advance(1_000)
    change(false, 'a', 'b', 'c')
    expect(said).toEqual([])
    clock.advance(500)
    expect(said).toEqual([[['a'], ['a', 'b', 'c'], []]])
    change(true, 'a', 'b', 'c', 'd')
    clock.advance(300)
    expect(said.slice(1)).toEqual([[['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['d']]])
  })

  it('VIEWS-26: what one did in another view is said there alone, and nothing of others goes with it', () => {
    const { clock, screen, said, change } = begin()
    screen.isElsewhere = true
    change(false, 'a', 'b')
    change(true, 'a', 'b', 'own')
    expect(said).toEqual([[['a'], ['a', 'b'], []]])
    change(false, 'a', 'b', 'own', 'c')
    clock.advance(2_000)
    expect(said.slice(1)).toEqual([[['a', 'b', 'own'], ['a', 'b', 'own', 'c'], []]])
  })

  it('CANVAS-9: nothing while a name is typed', () => {
    const { clock, screen, said, change } = begin()
    screen.isTyping = true
    change(false, 'a', 'b')
    clock.advance(5_000)
    expect(said).toEqual([])
    screen.isTyping = false
    clock.advance(1_500)
    expect(said).toHaveLength(1)
  })
})
