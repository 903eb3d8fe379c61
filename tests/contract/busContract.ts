import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { Bus, Subscriber, ToRoom, ToSessions } from '../../server/bus/bus'

/** How the suite gets at an adapter. */
export interface BusHarness {
  open(): Promise<Bus>
  /** Resolves when all that was published so far has arrived. */
  settle(): Promise<void>
  /** Breaks the way between publishers and subscribers once, for adapters that can lose. */
  breakOnce?(): Promise<void>
  cleanUp(): Promise<void>
}

const first = 'map-1' as MapId
const second = 'map-2' as MapId

/** What every adapter of `Bus` has to keep. */
export function describeBus(name: string, createHarness: () => BusHarness): void {
  describe(`bus: ${name}`, () => {
    let harness: BusHarness
    let bus: Bus
    beforeEach(async () => {
      harness = createHarness()
      bus = await harness.open()
    })
    afterEach(async () => {
      await bus.close()
      await harness.cleanUp()
    })

    function collect<Message>(): Subscriber<Message> & { readonly got: Message[]; losses: number } {
      const collected = {
        got: [] as Message[],
        losses: 0,
        receive: (message: Message) => void collected.got.push(message),
        lost: () => void (collected.losses += 1),
      }
      return collected
    }
    const leave = (session: string): ToRoom => ({ kind: 'leave', session })
    const turn = (number: number): ToSessions => ({
      turn: number,
      broadcasts: [],
      directs: [],
      settled: [],
      closings: [],
    })

    it('BUS-1: messages of a map arrive in order, at every subscriber of that map and direction only', async () => {
      const [room, otherRoom] = [collect<ToRoom>(), collect<ToRoom>()]
      const [here, there] = [collect<ToSessions>(), collect<ToSessions>()]
      bus.toRoom.subscribe(first, room)
      bus.toRoom.subscribe(second, otherRoom)
      bus.toSessions.subscribe(first, here)
      bus.toSessions.subscribe(first, there)
      await harness.settle()
      for (let number = 0; number < 50; number += 1) {
        bus.toRoom.publish(first, leave(`s${number}`))
        bus.toSessions.publish(first, turn(number))
      }
      await harness.settle()
      expect(room.got).toEqual(Array.from({ length: 50 }, (_, number) => leave(`s${number}`)))
      expect(otherRoom.got).toEqual([])
      expect(here.got.map((message) => message.turn)).toEqual(Array.from({ length: 50 }, (_, number) => number))
      expect(there.got).toEqual(here.got)
    })

    it('BUS-2: bytes and fields arrive as they were sent', async () => {
      const room = collect<ToRoom>()
      const sessions = collect<ToSessions>()
      bus.toRoom.subscribe(first, room)
      bus.toSessions.subscribe(first, sessions)
      await harness.settle()
      const update: ToRoom = { kind: 'update', session: 's', update: Uint8Array.of(0, 255, 1), answer: true, number: 1 }
      const join: ToRoom = {
        kind: 'join',
        session: 's',
        identity: { map: first, role: 'viewer', link: 'l', participant: { id: 'p', name: 'Zoë', colour: 2 } },
        sent: 0,
      }
      const delivery: ToSessions = {
        turn: 3,
        broadcasts: [
          { lane: 'update', message: Uint8Array.of(1), author: 's' },
          { lane: 'cursor', message: Uint8Array.of(1), instead: [{ session: 's', message: Uint8Array.of(2) }] },
        ],
        directs: [{ sessions: ['s'], messages: [Uint8Array.of(4), new Uint8Array()], upToDate: true }],
        settled: [{ session: 's', consumed: 2, durable: 1 }],
        closings: [{ session: 's', reason: 'hostile', message: 'why' }],
      }
      bus.toRoom.publish(first, join)
      bus.toRoom.publish(first, update)
      bus.toSessions.publish(first, delivery)
      await harness.settle()
      expect(room.got).toEqual([join, update])
      expect(sessions.got).toEqual([delivery])
    })

    it('BUS-3: what is published in answer to a message comes after it, for everyone', async () => {
      const seen: string[] = []
      bus.toSessions.subscribe(first, {
        receive: (message) => {
          seen.push(`a${message.turn}`)
          if (message.turn === 1) bus.toSessions.publish(first, turn(2))
        },
        lost: () => undefined,
      })
      bus.toSessions.subscribe(first, {
        receive: (message) => void seen.push(`b${message.turn}`),
        lost: () => undefined,
      })
      await harness.settle()
      bus.toSessions.publish(first, turn(1))
      await harness.settle()
      expect(seen.filter((word) => word.startsWith('a'))).toEqual(['a1', 'a2'])
      expect(seen.filter((word) => word.startsWith('b'))).toEqual(['b1', 'b2'])
    })

    it('BUS-4: nothing arrives after a subscription has ended, and the others go on', async () => {
      const [leaver, stayer] = [collect<ToSessions>(), collect<ToSessions>()]
      const end = bus.toSessions.subscribe(first, leaver)
      bus.toSessions.subscribe(first, stayer)
      await harness.settle()
      bus.toSessions.publish(first, turn(1))
      await harness.settle()
      end()
      end()
      bus.toSessions.publish(first, turn(2))
      await harness.settle()
      expect(leaver.got.map((message) => message.turn)).toEqual([1])
      expect(stayer.got.map((message) => message.turn)).toEqual([1, 2])
    })

    it('BUS-5: a subscriber that throws harms nobody', async () => {
      const stayer = collect<ToSessions>()
      bus.toSessions.subscribe(first, {
        receive: () => {
          throw new Error('broken subscriber')
        },
        lost: () => undefined,
      })
      bus.toSessions.subscribe(first, stayer)
      await harness.settle()
      bus.toSessions.publish(first, turn(1))
      bus.toSessions.publish(first, turn(2))
      await harness.settle()
      expect(stayer.got.map((message) => message.turn)).toEqual([1, 2])
    })

    it('BUS-6: publishing where nobody listens is nothing', async () => {
      bus.toRoom.publish(second, leave('s'))
      await harness.settle()
      const late = collect<ToRoom>()
      bus.toRoom.subscribe(second, late)
      await harness.settle()
      expect(late.got).toEqual([])
    })

    it('BUS-7: loss on the way is told to the subscribers, and afterwards messages arrive again', async () => {
      if (harness.breakOnce === undefined) return
      const room = collect<ToRoom>()
      bus.toRoom.subscribe(first, room)
      await harness.settle()
      await harness.breakOnce()
      await harness.settle()
      expect(room.losses).toBeGreaterThan(0)
      bus.toRoom.publish(first, leave('s'))
      await harness.settle()
      expect(room.got.at(-1)).toEqual(leave('s'))
    })
  })
}
