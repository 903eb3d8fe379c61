import { createClient } from '@redis/client'
import type { Clock } from '../../lib/base/clock'
import { BusOpenError } from './busOpenError'

/** The one connection of a process to Redis. Whatever goes wrong with it, it is closed and another takes its place. */
export interface RedisLink {
  /** Takes effect before anything that is published afterwards. */
  subscribe(channel: string): void
  unsubscribe(channel: string): void
  /** @returns false if it was not sent: there is no connection, or it cannot keep up */
  publish(channel: string, bytes: Uint8Array): boolean
  /** True if what is published now is sent. */
  isUp(): boolean
  /** Resolves when what was published is sent, or cannot be. */
  close(): Promise<void>
}

export interface RedisLinkParts {
  readonly url: string
  readonly clock: Clock
  readonly limits: RedisLimits
  readonly receive: (channel: string, bytes: Uint8Array) => void
  /** After a break everything that is wanted is heard again; what was sent to it in the meantime was not. */
  readonly onBack: () => void
  readonly onDown: (cause: unknown) => void
  /** What was published may not have been. */
  readonly onUnsent: (channel: string) => void
  /** What could not be sent, since it did not keep up, can be sent again. */
  readonly onDrained: () => void
}

/** What a connection is given; times in milliseconds. */
export interface RedisLimits {
  /** In which its socket has to be there; it has as long again to say the first word. */
  readonly connect: number
  /** Between two signs of life that are asked for; without any for three times that it is dead. */
  readonly ping: number
  /** Before another is tried. */
  readonly retry: number
  /** Bytes on their way to Redis: what is beyond is not sent, so that a slow one costs no memory. */
  readonly unsent: number
}

export const usualRedisLimits: RedisLimits = { connect: 2_000, ping: 1_000, retry: 250, unsent: 64 * 1024 * 1024 }

const channelsPerCommand = 500

type Client = ReturnType<typeof createClient>

interface Connection {
  readonly client: Client
  /** How many signs of life are missing. */
  missing: number
  /** Sharded channels: where there is one server they are like others, and an old one has none. */
  readonly isSharded: boolean
}

/**
 * Connects, and from then on stays connected. One connection does both: Redis reads in order, so who subscribes and
 * then asks for something hears the answer.
 * @throws BusOpenError if Redis cannot be reached or does not let us speak
 */
export async function openRedisLink(parts: RedisLinkParts): Promise<RedisLink> {
  const { url, clock, limits, receive, onBack, onDown, onUnsent, onDrained } = parts
  if (!/^rediss?:\/\//iu.test(url) || !URL.canParse(url)) {
    throw new BusOpenError(
      'REDIS_URL is not the address of a Redis server. Set it to where that is, such as redis://host:6379.',
    )
  }
  const wanted = new Set<string>()
  let current: Connection | undefined
  let isUp = false
  let isClosed = false
  let unsent = 0
  let isFull = false

  const hear = (message: Buffer, channel: Buffer): void => receive(channel.toString(), message)

  const connect = async (): Promise<Connection> => {
    const client: Client = createClient({
      url,
      disableOfflineQueue: true,
      // Connections are replaced here, whole: what is wanted may be another by then, and so may the server.
      socket: { reconnectStrategy: false, connectTimeout: limits.connect },
    })
    // Of a connection that is not in use yet, whoever waits for it is told.
    client.on('error', () => undefined)
    // Beyond the socket, too: one that accepts and says nothing would be waited for without end.
    const cancel = clock.after(2 * limits.connect, () => client.destroy())
    try {
      await client.connect()
      return { client, missing: 0, isSharded: await offersShards(client) }
    } catch (cause) {
      client.destroy()
      throw cause
    } finally {
      cancel()
    }
  }

  const take = async (connection: Connection): Promise<void> => {
    const { client, isSharded } = connection
    current = connection
    client.on('error', (cause) => drop(connection, cause))
    client.on('terminated', (cause) => drop(connection, cause))
    watch(connection)
    const channels = [...wanted]
    for (let from = 0; from < channels.length; from += channelsPerCommand) {
      const some = channels.slice(from, from + channelsPerCommand)
      await (isSharded ? client.sSubscribe(some, hear, true) : client.subscribe(some, hear, true))
    }
    if (current !== connection) throw new Error('The connection broke.')
    isUp = true
  }

  const watch = (connection: Connection): void => {
    clock.after(limits.ping, () => {
      if (current !== connection) return
      // One may be missing since this process itself was busy.
      if (connection.missing >= 2) {
        drop(connection, new Error('Redis gives no sign of life.'))
        return
      }
      connection.missing += 1
      connection.client.ping().then(
        () => void (connection.missing = 0),
        (cause: unknown) => drop(connection, cause),
      )
      watch(connection)
    })
  }

  const drop = (connection: Connection, cause: unknown): void => {
    if (current !== connection) return
    current = undefined
    isUp = false
    // Before others are told: what is under way fails now.
    connection.client.destroy()
    if (isClosed) return
    onDown(cause)
    tryAgain()
  }

  const tryAgain = (): void => {
    clock.after(limits.retry, () => {
      if (isClosed) return
      let tried: Connection | undefined
      connect()
        .then((connection) => {
          tried = connection
          if (!isClosed) return take(connection).then(onBack)
          connection.client.destroy()
          return undefined
        })
        .catch((cause: unknown) => {
          if (tried === undefined) tryAgain()
          else drop(tried, cause)
        })
    })
  }

  /** One that does not do what it is told is of no use. */
  const command = (connection: Connection, done: Promise<unknown>): void => {
    done.catch((cause: unknown) => drop(connection, cause))
  }

  try {
    await take(await connect())
  } catch (cause) {
    isClosed = true
    const { host } = new URL(url)
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
    throw new BusOpenError(
      `Redis at ${host} cannot be used (${reason}). Start it, or set REDIS_URL to where it is, such as redis://host:6379.`,
      { cause },
    )
  }

  return {
    subscribe(channel) {
      wanted.add(channel)
      if (current === undefined) return
      const { client, isSharded } = current
      command(current, isSharded ? client.sSubscribe(channel, hear, true) : client.subscribe(channel, hear, true))
    },
    unsubscribe(channel) {
      wanted.delete(channel)
      if (current === undefined) return
      const { client, isSharded } = current
      command(current, isSharded ? client.sUnsubscribe(channel, hear, true) : client.unsubscribe(channel, hear, true))
    },
    publish(channel, bytes) {
      const connection = current
      if (connection === undefined || !isUp) return false
      if (unsent > limits.unsent) {
        isFull = true
        return false
      }
      const { client, isSharded } = connection
      const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      unsent += bytes.length
      const done = isSharded ? client.sPublish(channel, message) : client.publish(channel, message)
      done.then(
        () => {
          unsent -= bytes.length
          if (!isFull || unsent > limits.unsent / 2) return
          isFull = false
          onDrained()
        },
        (cause: unknown) => {
          unsent -= bytes.length
          onUnsent(channel)
          drop(connection, cause)
        },
      )
      return true
    },
    isUp: () => isUp,
    async close() {
      isClosed = true
      const connection = current
      current = undefined
      if (connection === undefined) return
      const isSent = connection.client.close().catch(() => undefined)
      await Promise.race([isSent, new Promise<void>((resolve) => clock.after(limits.connect, resolve))])
      connection.client.destroy()
    },
  }
}

/**
 * In a cluster, plain channels reach everybody from any of its servers, and sharded ones only those who found the right
 * one: there this connection uses the plain ones.
 * @throws if nothing may be published at all
 */
async function offersShards(client: Client): Promise<boolean> {
  const probe = 'weft:probe'
  try {
    if ((await client.info('cluster')).includes('cluster_enabled:0')) {
      await client.sPublish(probe, '')
      return true
    }
  } catch {
    // An old one, or one that does not say: as where there are no shards.
  }
  await client.publish(probe, '')
  return false
}
