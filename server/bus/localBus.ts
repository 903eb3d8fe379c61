import type { Bus, Channel, Subscriber } from './bus'

/**
 * The bus of a single process. Delivers at once, in the caller's turn; what is published while
 * something is being delivered waits its turn, so that order holds. Loses nothing.
 * @param onFault told of an error thrown by a subscriber; the others get the message all the same
 */
export function createLocalBus(onFault: (fault: unknown) => void): Bus {
  return {
    toRoom: createChannel(onFault),
    toSessions: createChannel(onFault),
    toWaiters: createChannel(onFault),
    toProcess: createChannel(onFault),
    isUp: () => true,
    close: async () => undefined,
  }
}

interface Line<Message> {
  subscribers: readonly Subscriber<Message>[]
  readonly waiting: Message[]
  delivering: boolean
}

function createChannel<Message, Key extends string>(onFault: (fault: unknown) => void): Channel<Message, Key> {
  const lines = new Map<Key, Line<Message>>()

  const deliver = (line: Line<Message>, message: Message): void => {
    for (const subscriber of line.subscribers) {
      // Someone may have ended their subscription during this very delivery.
      if (!line.subscribers.includes(subscriber)) continue
      try {
        subscriber.receive(message)
      } catch (fault) {
        onFault(fault)
      }
    }
  }

  return {
    publish(key, message) {
      const line = lines.get(key)
      if (line === undefined) return
      if (line.delivering) {
        line.waiting.push(message)
        return
      }
      line.delivering = true
      deliver(line, message)
      for (let next = line.waiting.shift(); next !== undefined; next = line.waiting.shift()) deliver(line, next)
      line.delivering = false
    },
    subscribe(key, subscriber) {
      const line = lines.get(key) ?? { subscribers: [], waiting: [], delivering: false }
      lines.set(key, line)
      line.subscribers = [...line.subscribers, subscriber]
      return () => {
        line.subscribers = line.subscribers.filter((other) => other !== subscriber)
        if (line.subscribers.length === 0 && lines.get(key) === line) lines.delete(key)
      }
    },
  }
}
