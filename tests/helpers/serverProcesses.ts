import type { Clock } from '../../lib/base/clock'
import { createSeededRandom } from '../../lib/base/random'
import type { Bus, Channel } from '../../server/bus/bus'
import { createRooms, type Rooms } from '../../server/live/rooms'
import type { OwnershipTimes } from '../../server/room/ownership'
import { silentLog } from '../../server/room/log'
import type { Leases } from '../../server/store/leases'
import type { MapStore, SharedStore } from '../../server/store/mapStore'

/** One of several server processes, as far as rooms and sockets go, all of which live in the test's. */
export interface ServerProcess {
  readonly rooms: Rooms
  /** As by SIGSTOP: nothing of it happens until it is thawed, and then all of it. */
  freeze(): void
  thaw(): void
  /** As by SIGKILL. */
  kill(): void
}

export interface ServerProcessParts {
  readonly name: string
  readonly store: SharedStore
  readonly bus: Bus
  readonly clock: Clock
  readonly times: OwnershipTimes
}

export function startServerProcess({ name, store, bus, clock, times }: ServerProcessParts): ServerProcess {
  const gate = createGate()
  const rooms = createRooms({
    store: gate.store(store),
    leases: gate.leases(store.leases({ owner: name, duration: times.duration })),
    bus: {
      toRoom: gate.channel(bus.toRoom),
      toSessions: gate.channel(bus.toSessions),
      toWaiters: gate.channel(bus.toWaiters),
      toProcess: gate.channel(bus.toProcess),
      isUp: () => bus.isUp(),
      close: () => bus.close(),
    },
    clock: { now: () => clock.now(), after: (ms, task) => clock.after(ms, () => gate.run(task)) },
    soon: (task) => void setImmediate(() => gate.run(task)),
    random: createSeededRandom(Buffer.from(name).reduce((sum, byte) => sum * 31 + byte, 7)),
    log: silentLog,
    ownershipTimes: times,
    settings: { spread: 0 },
  })
  return { rooms, ...gate.controls }
}

type State = 'running' | 'frozen' | 'waking' | 'dead'

/** What stands between a process and the world. */
function createGate() {
  let state: State = 'running'
  let waiting: (() => void)[] = []
  const run = (task: () => void): void => {
    if (state === 'running') task()
    else if (state !== 'dead') waiting.push(task)
  }
  const answer = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      asked.then(
        (value) => run(() => resolve(value)),
        (cause: unknown) => run(() => reject(cause instanceof Error ? cause : new Error(String(cause)))),
      )
    })
  return {
    run,
    channel: <Message, Key extends string>(channel: Channel<Message, Key>): Channel<Message, Key> => ({
      publish(key, message) {
        if (state === 'running' || state === 'waking') channel.publish(key, message)
      },
      subscribe(key, subscriber) {
        let isOver = false
        const hear = (task: () => void): void => run(() => (isOver ? undefined : task()))
        const end = channel.subscribe(key, {
          receive: (message) => hear(() => subscriber.receive(message)),
          lost: () => hear(() => subscriber.lost()),
        })
        return () => {
          isOver = true
          end()
        }
      },
    }),
    store: (store: MapStore): MapStore => ({
      ...store,
      loadDocument: (map) => answer(store.loadDocument(map)),
      findMap: (map) => answer(store.findMap(map)),
      append: (entries) => answer(store.append(entries)),
    }),
    leases: (leases: Leases): Leases => ({
      acquire: (map) => answer(leases.acquire(map)),
      renew: (held) => answer(leases.renew(held)),
      release: (lease) => answer(leases.release(lease)),
    }),
    controls: {
      freeze: () => void (state = 'frozen'),
      thaw() {
        // In the order in which it came, whatever comes of it meanwhile.
        state = 'waking'
        for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) task()
        state = 'running'
      },
      kill() {
        state = 'dead'
        waiting = []
      },
    },
  }
}
