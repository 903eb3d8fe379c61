import type { MapId } from '../../lib/base/ids'
import type { Bus, Channel, Subscriber } from '../../server/bus/bus'
import { createLocalBus } from '../../server/bus/localBus'

/** A bus in one process that loses what it is told to lose, and then says so. */
export interface LossyBus extends Bus {
  /** From now on nothing that is published this way arrives. */
  lose(way: 'toRoom' | 'toSessions'): void
  /** Messages arrive again, and subscribers are told of the loss. */
  mend(): void
}

export function createLossyBus(onFault: (fault: unknown) => void): LossyBus {
  const inner = createLocalBus(onFault)
  const toRoom = createLossyChannel(inner.toRoom)
  const toSessions = createLossyChannel(inner.toSessions)
  return {
    toRoom: toRoom.channel,
    toSessions: toSessions.channel,
    toWaiters: inner.toWaiters,
    toProcess: inner.toProcess,
    isUp: () => true,
    close: () => inner.close(),
    lose: (way) => (way === 'toRoom' ? toRoom : toSessions).lose(),
    mend() {
      toRoom.mend()
      toSessions.mend()
    },
  }
}

function createLossyChannel<Message>(inner: Channel<Message>) {
  const subscribers = new Set<Subscriber<Message>>()
  let loses = false
  const channel: Channel<Message> = {
    publish(map: MapId, message: Message) {
      if (!loses) inner.publish(map, message)
    },
    subscribe(map, subscriber) {
      subscribers.add(subscriber)
      const end = inner.subscribe(map, subscriber)
      return () => {
        subscribers.delete(subscriber)
        end()
      }
    },
  }
  return {
    channel,
    lose: () => void (loses = true),
    mend() {
      if (!loses) return
      loses = false
      for (const subscriber of [...subscribers]) subscriber.lost()
    },
  }
}
