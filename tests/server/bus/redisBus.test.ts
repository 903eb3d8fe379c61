import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import type { Bus, Channel, ToRoom, ToSessions } from '../../../server/bus/bus'
import { openRedisBus } from '../../../server/bus/redisBus'
import { describeBus, type BusHarness } from '../../contract/busContract'
import { findFreePort } from '../../helpers/freePort'
import { findRedis, startRedis, type RedisServer } from '../../helpers/redisServer'

const bin = findRedis()
const log = { warn: () => undefined }
/** Patient with a busy machine. */
const limits = { connect: 5_000, ping: 5_000, retry: 20 }
const patience = { timeout: 20_000 }
const map = 'map-1' as MapId

const leave = (session: string): ToRoom => ({ kind: 'leave', session })
const turn = (number: number): ToSessions => ({ turn: number, broadcasts: [], directs: [], settled: [], closings: [] })

it.runIf(process.env.WEFT_TEST_REDIS === 'required')('there is a Redis to test with', () => {
  expect(bin).toBeDefined()
})

/** Publishes until it is heard: then all that was subscribed and published before has arrived as well. */
async function untilHeard<Message>(from: Channel<Message>, to: Channel<Message>, message: Message): Promise<void> {
  const probe = 'probe' as MapId
  let isHeard = false
  const end = to.subscribe(probe, { receive: () => void (isHeard = true), lost: () => undefined })
  await expect
    .poll(
      () => {
        if (!isHeard) from.publish(probe, message)
        return isHeard
      },
      { ...patience, interval: 5 },
    )
    .toBe(true)
  end()
}

async function settle(from: Bus, to: Bus): Promise<void> {
  // What was published in answer to something is on its way after the first time.
  for (let time = 0; time < 2; time += 1) {
    await untilHeard(from.toRoom, to.toRoom, leave('probe'))
    await untilHeard(from.toSessions, to.toSessions, turn(0))
  }
}

describe.runIf(bin !== undefined)('Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis(bin ?? '')
  }, 60_000)
  afterAll(async () => {
    await server.end()
  })

  const openBus = (url = server.url): Promise<Bus> => openRedisBus({ url, onFault: () => undefined, log, limits })

  /** What is published goes out of one process and is heard in another. */
  const betweenProcesses = (findServers: () => readonly RedisServer[]) => (): BusHarness => {
    let [here, there]: [Bus | undefined, Bus | undefined] = [undefined, undefined]
    const settleBoth = async (): Promise<void> => {
      if (here !== undefined && there !== undefined) await settle(here, there)
    }
    return {
      async open() {
        const servers = findServers()
        const [from, to] = [await openBus(servers[0]?.url), await openBus(servers.at(-1)?.url)]
        ;[here, there] = [from, to]
        return {
          toRoom: { publish: from.toRoom.publish, subscribe: to.toRoom.subscribe },
          toSessions: { publish: from.toSessions.publish, subscribe: to.toSessions.subscribe },
          toWaiters: { publish: from.toWaiters.publish, subscribe: to.toWaiters.subscribe },
          toProcess: { publish: from.toProcess.publish, subscribe: to.toProcess.subscribe },
          isUp: () => from.isUp() && to.isUp(),
          async close() {
            await Promise.all([from.close(), to.close()])
          },
        }
      },
      settle: settleBoth,
      breakOnce: async () => {
        for (const one of findServers()) await one.cutOff()
      },
      cleanUp: async () => undefined,
    }
  }

  describeBus('over Redis, within one process', () => {
    let bus: Bus | undefined
    return {
      open: async () => (bus = await openBus()),
      settle: async () => {
        if (bus !== undefined) await settle(bus, bus)
      },
      cleanUp: async () => undefined,
    }
  })
  describeBus(
    'over Redis, between two processes',
    betweenProcesses(() => [server]),
  )

  describe('of a cluster', () => {
    let nodes: readonly RedisServer[] = []
    beforeAll(async () => {
      nodes = await Promise.all([1, 2].map(() => startRedis(bin ?? '', { 'cluster-enabled': 'yes' })))
      const [one, other] = nodes
      await one?.command('CLUSTER', 'ADDSLOTSRANGE', '0', '8191')
      await other?.command('CLUSTER', 'ADDSLOTSRANGE', '8192', '16383')
      await one?.command('CLUSTER', 'MEET', '127.0.0.1', new URL(other?.url ?? '').port)
      const isWhole = async (node: RedisServer): Promise<boolean> =>
        /cluster_state:ok[^]*cluster_known_nodes:2/u.test(String(await node.command('CLUSTER', 'INFO')))
      await vi.waitUntil(async () => (await Promise.all(nodes.map(isWhole))).every(Boolean), { timeout: 30_000 })
    }, 60_000)
    afterAll(async () => {
      await Promise.all(nodes.map((node) => node.end()))
    })
    describeBus(
      'between processes on two servers of a cluster',
      betweenProcesses(() => nodes),
    )
  })

  async function openTwo(): Promise<readonly [Bus, Bus]> {
    const [one, other] = [await openBus(), await openBus()]
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()])
    })
    return [one, other]
  }

  interface Listener {
    readonly turns: number[]
    losses: number
  }
  function listen(bus: Bus): Listener {
    const listener: Listener = { turns: [], losses: 0 }
    bus.toSessions.subscribe(map, {
      receive: (message) => void listener.turns.push(message.turn),
      lost: () => void (listener.losses += 1),
    })
    return listener
  }

  it('BUS-16: who subscribes and then asks hears the answer of another process', async () => {
    const [here, there] = await openTwo()
    there.toRoom.subscribe(map, {
      receive: () => there.toSessions.publish(map, turn(7)),
      lost: () => undefined,
    })
    await settle(here, there)
    for (let time = 0; time < 50; time += 1) {
      const turns: number[] = []
      const end = here.toSessions.subscribe(map, {
        receive: (message) => void turns.push(message.turn),
        lost: () => undefined,
      })
      here.toRoom.publish(map, leave('s'))
      await expect.poll(() => turns, { ...patience, interval: 2 }).toEqual([7])
      end()
    }
  })

  it('BUS-9: within a process messages arrive at once, once; those for a room that is there go nowhere else', async () => {
    const [here, there] = await openTwo()
    const [own, other] = [listen(here), listen(there)]
    const atRoom: string[] = []
    const elsewhere: string[] = []
    here.toRoom.subscribe(map, { receive: (message) => void atRoom.push(message.kind), lost: () => undefined })
    there.toRoom.subscribe(map, { receive: (message) => void elsewhere.push(message.kind), lost: () => undefined })
    await settle(here, there)
    here.toSessions.publish(map, turn(1))
    here.toRoom.publish(map, leave('s'))
    expect(own.turns).toEqual([1])
    expect(atRoom).toEqual(['leave'])
    await settle(here, there)
    await settle(there, here)
    expect(own.turns).toEqual([1])
    expect(other.turns).toEqual([1])
    expect(elsewhere).toEqual([])
  })

  it('BUS-9: to a process a message crosses once, however many listen there', async () => {
    const [here, there] = await openTwo()
    const listeners = Array.from({ length: 20 }, () => listen(there))
    await settle(here, there)
    const sentBefore = await readSentBytes()
    here.toSessions.publish(map, {
      ...turn(1),
      broadcasts: [{ lane: 'update', message: new Uint8Array(1_000_000) }],
    })
    await settle(here, there)
    expect(listeners.map(({ turns }) => turns)).toEqual(listeners.map(() => [1]))
    expect((await readSentBytes()) - sentBefore).toBeLessThan(1_200_000)
  })
  const readSentBytes = async (): Promise<number> =>
    Number(/total_net_output_bytes:(\d+)/u.exec(String(await server.command('INFO', 'stats')))?.[1])

  it('BUS-10: what a process could not send is told to those who did not hear it, when it can be reached again', async () => {
    const there = await openBus()
    const known = await listClients()
    const here = await openBus()
    onTestFinished(async () => {
      await Promise.all([here.close(), there.close()])
    })
    const [own] = (await listClients()).filter((id) => !known.includes(id))
    const listener = listen(there)
    await settle(here, there)
    here.toSessions.publish(map, turn(1))
    await settle(here, there)
    // The listener's own connection stays.
    await server.command('CLIENT', 'KILL', 'ID', own ?? '')
    here.toSessions.publish(map, turn(2))
    await expect.poll(() => listener.losses, patience).toBe(1)
    here.toSessions.publish(map, turn(3))
    await settle(here, there)
    expect(listener).toEqual({ turns: [1, 3], losses: 1 })
  })
  const listClients = async (): Promise<readonly string[]> =>
    [...String(await server.command('CLIENT', 'LIST')).matchAll(/^id=(\d+) .*cmd=(?!client)/gmu)].map(
      ([, id]) => id ?? '',
    )

  it('BUS-11: a Redis that was restarted is used again, and everybody is told that something may be lost', async () => {
    const own = await startRedis(bin ?? '')
    onTestFinished(() => own.end())
    const [here, there] = [await openBus(own.url), await openBus(own.url)]
    const listener = listen(there)
    await settle(here, there)
    await own.stop()
    here.toSessions.publish(map, turn(1))
    await own.start()
    await expect.poll(() => listener.losses, patience).toBeGreaterThan(0)
    await settle(here, there)
    here.toSessions.publish(map, turn(2))
    await settle(here, there)
    expect(listener.turns).toEqual([2])
    await Promise.all([here.close(), there.close()])
  })

  it('BUS-12: a Redis that gives no sign of life is taken for gone, though its connections stand', async () => {
    const own = await startRedis(bin ?? '')
    onTestFinished(() => own.end())
    const causes: unknown[] = []
    const bus = await openRedisBus({
      url: own.url,
      onFault: () => undefined,
      log: { warn: (fields) => void causes.push(fields) },
      limits: { ...limits, ping: 100 },
    })
    const listener = listen(bus)
    await settle(bus, bus)
    own.freeze()
    await expect.poll(() => causes.length, patience).toBeGreaterThan(0)
    own.thaw()
    await expect.poll(() => listener.losses, patience).toBeGreaterThan(0)
    await bus.close()
  })

  it('BUS-17: of what Redis does not take in time no more than so much is kept; the rest is lost, and told', async () => {
    const own = await startRedis(bin ?? '')
    onTestFinished(() => own.end())
    const patient = { ...limits, ping: 60_000 }
    const open = (unsent: number): Promise<Bus> =>
      openRedisBus({ url: own.url, onFault: () => undefined, log, limits: { ...patient, unsent } })
    const [here, there] = [await open(100_000), await open(1_000_000)]
    const listener = listen(there)
    await settle(here, there)
    here.toSessions.publish(map, turn(0))
    await settle(here, there)
    own.freeze()
    const update = { lane: 'update', message: new Uint8Array(10_000) } as const
    for (let number = 1; number <= 30; number += 1) {
      here.toSessions.publish(map, { ...turn(number), broadcasts: [update] })
    }
    own.thaw()
    await expect.poll(() => listener.losses, patience).toBe(1)
    await settle(here, there)
    expect(listener.turns).toEqual(Array.from({ length: listener.turns.length }, (_, number) => number))
    expect(listener.turns.length).toBeLessThan(15)
    here.toSessions.publish(map, turn(99))
    await settle(here, there)
    expect(listener.turns.at(-1)).toBe(99)
    expect(listener.losses).toBe(1)
    await Promise.all([here.close(), there.close()])
  })

  it('BUS-13: what was published before closing is sent', async () => {
    const there = await openBus()
    onTestFinished(() => there.close())
    const listener = listen(there)
    await settle(there, there)
    const here = await openBus()
    for (let number = 0; number < 1_000; number += 1) here.toSessions.publish(map, turn(number))
    await here.close()
    here.toSessions.publish(map, turn(1_001))
    await expect.poll(() => listener.turns.length, patience).toBe(1_000)
  })

  it('BUS-14: a message that cannot be read is reported, and harms no other', async () => {
    const faults: unknown[] = []
    const bus = await openRedisBus({ url: server.url, onFault: (fault) => faults.push(fault), log, limits })
    onTestFinished(() => bus.close())
    const other = await openBus()
    onTestFinished(() => other.close())
    const listener = listen(bus)
    await settle(other, bus)
    await server.command('SPUBLISH', `weft:{${map}}:toSessions`, 'nonsense')
    other.toSessions.publish(map, turn(1))
    await settle(other, bus)
    expect(faults).toHaveLength(1)
    expect(listener.turns).toEqual([1])
  })
})

it.each(['nonsense', 'http://127.0.0.1', ''])(
  'BUS-15: an address that cannot be read is told as that (%j)',
  async (url) => {
    const refusal = await openRedisBus({ url, onFault: () => undefined, log }).catch((cause: unknown) => cause)
    expect(String(refusal)).toContain('REDIS_URL is not the address of a Redis server')
  },
)

it('BUS-15: so is one that accepts and says nothing', async () => {
  const port = await findFreePort()
  const mute = createServer()
  await new Promise<void>((resolve) => void mute.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void mute.close())
  const url = `redis://127.0.0.1:${port}`
  const refusal = await openRedisBus({
    url,
    onFault: () => undefined,
    log,
    limits: { ...limits, connect: 200 },
  }).catch((cause: unknown) => cause)
  expect(String(refusal)).toContain(`Redis at 127.0.0.1:${port} cannot be used`)
})

it('BUS-15: a Redis that cannot be reached is said in one sentence, without its password', async () => {
  const port = await findFreePort()
  const url = `redis://weft:secret@127.0.0.1:${port}`
  const refusal = await openRedisBus({ url, onFault: () => undefined, log, limits }).catch((cause: unknown) => cause)
  expect(String(refusal)).toContain(`Redis at 127.0.0.1:${port} cannot be used`)
  expect(String(refusal)).toContain('REDIS_URL')
  expect(String(refusal)).not.toContain('secret')
})
