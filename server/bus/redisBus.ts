import { systemClock, type Clock } from '../../lib/base/clock'
import { createId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { silentWatch, type Watch } from '../watch/watch'
import type { Bus, Channel, Subscriber } from './bus'
import { readBusMessage, writeBusMessage } from './busMessage'
import { createLocalBus } from './localBus'
import { openRedisLink, usualRedisLimits, type RedisLimits } from './redisLink'

export interface RedisBusParts {
  /** redis://user:password@host:port, or rediss:// for TLS. */
  readonly url: string
  /** Told of an error thrown by a subscriber, and of a message that cannot be read. */
  readonly onFault: (fault: unknown) => void
  readonly log: { warn(fields: object, message: string): void }
  readonly watch?: Pick<Watch, 'busFailed'>
  readonly clock?: Clock
  readonly limits?: Partial<RedisLimits>
}

type Direction = Exclude<keyof Bus, 'isUp' | 'close'>

type Place = Readonly<Record<Direction, Line>>

/** What is published and heard under one key in one direction. */
interface Line {
  readonly channel: string
  readonly subscribers: Set<Pick<Subscriber<never>, 'lost'>>
  /** Gives the subscribers here what another process published. */
  readonly deliver: (value: unknown) => void
  /** Number of what was published last. */
  lastSent: number
  /** Numbers of what was heard last, by process. */
  readonly lastHeard: Map<string, number>
}

/**
 * The bus of several processes, over the pub/sub of Redis. Within a process messages arrive at once, as on the bus of a
 * single one, and what is for a room that is there stays there; to every other process that listens a message crosses once,
 * however many listen in it. Redis keeps nothing, so what was on the way when a connection broke is lost: whoever should
 * have heard it is told, as soon as they can be reached.
 * @throws BusOpenError if Redis cannot be used
 */
export async function openRedisBus(parts: RedisBusParts): Promise<Bus> {
  const { url, onFault, log, watch = silentWatch, clock = systemClock, limits } = parts
  const origin = createId<string>(systemRandom, 16)
  const local = createLocalBus(onFault)
  /** Of each map, or process, that somebody here has to do with. */
  const places = new Map<string, Place>()
  const lines = new Map<string, Line>()
  /** Channels on which something of ours was not sent. */
  const owing = new Set<string>()
  let sent = 0

  const link = await openRedisLink({
    url,
    clock,
    limits: { ...usualRedisLimits, ...limits },
    receive: (channel, bytes) => {
      const line = lines.get(channel)
      if (line === undefined) return
      try {
        receive(line, bytes)
      } catch (fault) {
        onFault(fault)
      }
    },
    onBack() {
      for (const line of [...lines.values()]) tellLost(line)
      payDebts()
    },
    onDown(cause) {
      watch.busFailed('break')
      log.warn({ cause }, 'the connection to Redis broke; another is tried')
    },
    onUnsent: (channel) => owe(channel),
    onDrained: () => payDebts(),
  })

  const receive = (line: Line, bytes: Uint8Array): void => {
    const message = readBusMessage(bytes)
    if (message.origin === origin) return
    const { number, before, body } = message
    const last = line.lastHeard.get(message.origin)
    // Of a process that was not heard before, only that it sent something that did not arrive is a loss.
    if (last === undefined ? body === undefined : before !== 0 && before !== last) tellLost(line)
    line.lastHeard.set(message.origin, number)
    if (body !== undefined) line.deliver(body.value)
  }
  const tellLost = (line: Line): void => {
    watch.busFailed('loss')
    line.lastHeard.clear()
    for (const subscriber of [...line.subscribers]) {
      try {
        subscriber.lost()
      } catch (fault) {
        onFault(fault)
      }
    }
  }
  const owe = (channel: string): void => {
    owing.add(channel)
    watch.busFailed('unsent')
  }
  const send = (channel: string, line: Line | undefined, value: unknown): void => {
    sent += 1
    const message = writeBusMessage({ origin, number: sent, before: line?.lastSent ?? 0, body: { value } })
    if (line !== undefined) line.lastSent = sent
    if (!link.publish(channel, message)) owe(channel)
  }
  /** Says that there was something: whoever listens there and has not got it knows then that it is lost. */
  const payDebts = (): void => {
    const channels = [...owing]
    owing.clear()
    for (const channel of channels) {
      // Where nobody here has to do with the map any more, nobody can have heard as much as this.
      const last = lines.get(channel)?.lastSent ?? sent
      if (!link.publish(channel, writeBusMessage({ origin, number: last, before: last }))) owing.add(channel)
    }
  }

  const findPlace = (key: string): Place => {
    const known = places.get(key)
    if (known !== undefined) return known
    const createLine = (direction: Direction): Line => ({
      channel: nameChannel(key, direction),
      subscribers: new Set(),
      // What comes out is what another process of this version put in.
      deliver: (value) => (local[direction] as Channel<unknown, string>).publish(key, value),
      lastSent: 0,
      lastHeard: new Map(),
    })
    const place = {
      toRoom: createLine('toRoom'),
      toSessions: createLine('toSessions'),
      toWaiters: createLine('toWaiters'),
      toProcess: createLine('toProcess'),
    }
    places.set(key, place)
    for (const line of Object.values(place)) lines.set(line.channel, line)
    return place
  }
  const leavePlace = (key: string, place: Place): void => {
    if (Object.values(place).some(({ subscribers }) => subscribers.size > 0)) return
    places.delete(key)
    for (const line of Object.values(place)) lines.delete(line.channel)
  }

  const createChannel = <Message, Key extends string>(
    direction: Direction,
    inner: Channel<Message, Key>,
  ): Channel<Message, Key> => ({
    publish(key, message) {
      inner.publish(key, message)
      const line = places.get(key)?.[direction]
      // There is one room, and it is here; so is the process of this name.
      const isForOne = direction === 'toRoom' || direction === 'toProcess'
      if (isForOne && line !== undefined && line.subscribers.size > 0) return
      send(line?.channel ?? nameChannel(key, direction), line, message)
    },
    subscribe(key, subscriber) {
      const place = findPlace(key)
      const line = place[direction]
      const listener = { lost: () => subscriber.lost() }
      const end = inner.subscribe(key, subscriber)
      line.subscribers.add(listener)
      if (line.subscribers.size === 1) link.subscribe(line.channel)
      return () => {
        end()
        if (!line.subscribers.delete(listener) || line.subscribers.size > 0) return
        line.lastHeard.clear()
        link.unsubscribe(line.channel)
        leavePlace(key, place)
      }
    },
  })

  return {
    toRoom: createChannel('toRoom', local.toRoom),
    toSessions: createChannel('toSessions', local.toSessions),
    toWaiters: createChannel('toWaiters', local.toWaiters),
    toProcess: createChannel('toProcess', local.toProcess),
    isUp: () => link.isUp(),
    async close() {
      await link.close()
      await local.close()
    },
  }
}

/** In braces what decides of the shard: all directions of a map are in one. */
function nameChannel(key: string, direction: Direction): string {
  return `weft:{${key}}:${direction}`
}
