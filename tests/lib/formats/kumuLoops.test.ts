import { describe, expect, it } from 'vitest'
import type { ElementId, LinkId } from '@/lib/base/ids'
import { closeLoop, type LoopMember } from '@/lib/formats/kumuLoops'

function way(link: string, from: string, to: string) {
  return { link: link as LinkId, from: from as ElementId, to: to as ElementId }
}

function member(link: string, from: string, to: string, back?: string): LoopMember {
  return { ways: back === undefined ? [way(link, from, to)] : [way(link, from, to), way(back, to, from)] }
}

describe('closing a named loop', () => {
  it('FORMAT-17: finds the loop in whatever order its connections stand', () => {
    const members = [member('l3', 'c', 'a'), member('l1', 'a', 'b'), member('l2', 'b', 'c')]
    expect(closeLoop(members)).toEqual({ kind: 'closed', key: 'l1.l2.l3', tail: 0 })
  })

  it('FORMAT-17: sets aside what leads into or out of the loop', () => {
    const members = [member('l1', 'a', 'b'), member('l2', 'b', 'a'), member('in', 'x', 'a'), member('out', 'b', 'y')]
    expect(closeLoop(members)).toEqual({ kind: 'closed', key: 'l1.l2', tail: 2 })
  })

  it('FORMAT-17: travels a connection that runs both ways in the way that closes the loop', () => {
    expect(closeLoop([member('l1', 'a', 'b'), member('l2', 'a', 'b', 'l2_back')])).toEqual({
      kind: 'closed',
      key: 'l1.l2_back',
      tail: 0,
    })
  })

  it('FORMAT-17: knows a loop of one link', () => {
    expect(closeLoop([member('l1', 'a', 'a')])).toEqual({ kind: 'closed', key: 'l1', tail: 0 })
  })

  it('FORMAT-17: calls open what is no loop, two loops, or a figure of eight', () => {
    expect(closeLoop([])).toEqual({ kind: 'open' })
    expect(closeLoop([member('l1', 'a', 'b')])).toEqual({ kind: 'open' })
    const two = [member('l1', 'a', 'b'), member('l2', 'b', 'a'), member('l3', 'c', 'd'), member('l4', 'd', 'c')]
    expect(closeLoop(two)).toEqual({ kind: 'open' })
    const eight = [member('l1', 'a', 'b'), member('l2', 'b', 'a'), member('l3', 'b', 'c'), member('l4', 'c', 'b')]
    expect(closeLoop(eight)).toEqual({ kind: 'open' })
  })

  it('FORMAT-40: gives up in time on a list made to be hard', () => {
    const members = Array.from({ length: 12 }, (_, from) =>
      Array.from({ length: 12 }, (_, to) => member(`l${from}_${to}`, `n${from}`, `n${to}`)),
    ).flat()
    expect(closeLoop(members)).toEqual({ kind: 'open' })
  })
})
