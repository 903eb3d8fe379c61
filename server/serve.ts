import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { systemClock, type Clock } from '../lib/base/clock'
import { createId } from '../lib/base/ids'
import { systemRandom, type Random } from '../lib/base/random'
import { createAccess } from './access/access'
import type { Bus } from './bus/bus'
import { createLocalBus } from './bus/localBus'
import { openRedisBus } from './bus/redisBus'
import { createChangeBook } from './history/changeBook'
import { createCompaction } from './history/compaction'
import { createKeyframes } from './history/keyframes'
import { createMergeThread } from './history/mergeThread'
import { createMoments } from './history/moments'
import { createVersionKeeper } from './history/versionKeeper'
import { createVersions } from './history/versions'
import { createApi, isApiPath } from './http/app'
import { createCarrying, type Carrying } from './http/carrying'
import type { Importer } from './http/importer'
import { logPath } from './http/logPath'
import { openMapThreads } from './http/mapThreads'
import type { ApiLog } from './http/parts'
import { pageHeaders } from './http/securityHeaders'
import type { Pages } from './http/pages'
import { createPeople } from './meeting/people'
import { createComments } from './meeting/comments'
import { createAgendas } from './meeting/agendas'
import { createDoors } from './meeting/doors'
import { createHolds } from './meeting/holds'
import { createBreakouts } from './meeting/breakouts'
import { createProtections } from './meeting/protections'
import { createRounds } from './meeting/rounds'
import { createTimers } from './meeting/timers'
import { createRooms, type Rooms } from './live/rooms'
import { usualOwnershipTimes } from './room/ownership'
import type { Settings } from './settings'
import type { Leases } from './store/leases'
import type { MapStore } from './store/mapStore'
import { openPostgresStore } from './store/postgres'
import { openSqliteStore } from './store/sqlite'
import { createUpgrades } from './upgrade'
import { createMetrics, type Metrics } from './watch/metrics'
import { watchFaults } from './watch/watchFaults'

/** A running Weft. */
export interface WeftServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string
  readonly port: number
  /** Refuses new guests, makes everything durable, sends sockets away with 1012, and ends. */
  close(): Promise<void>
}

export interface ServeParts {
  readonly settings: Settings
  readonly pages: Pages
  readonly importer: Importer
  readonly log: ApiLog
  readonly version: string
  readonly clock?: Clock
  readonly random?: Random
}

/** Milliseconds that answers in flight have to end when the server stops. */
const patience = 5_000

/**
 * Puts the parts of Weft together and listens on one port: API, pages and sockets. Resolves when
 * everything is ready; `/readyz` says so from then on.
 * @throws StoreOpenError, BusOpenError, or the system's error if the port cannot be had
 */
export async function serve(parts: ServeParts): Promise<WeftServer> {
  const { settings, pages, importer, log, version } = parts
  const clock = parts.clock ?? systemClock
  const random = parts.random ?? systemRandom

  const metrics = createMetrics()
  const { store, bus, leases } = await openHome(settings, log, metrics)
  const isShared = leases !== undefined
  const thread = createMergeThread()
  const compaction = createCompaction({ store, log, clock, thread })
  const keyframes = createKeyframes({ store, log, thread })
  const tell: Rooms['tell'] = (map, topic, event) => rooms.tell(map, topic, event)
  const keeper = createVersionKeeper({
    store,
    clock,
    random,
    tell,
    keyframe: (map, seq) => keyframes.request(map, seq),
  })
  const moments = createMoments({
    ...{ store, clock, keeper, log },
    isUnderWay: async (map) => (await agendas.find(map)).at !== null,
  })
  const changeBook = createChangeBook({ store, clock, log })
  const rooms = createRooms({
    store,
    bus,
    clock,
    random,
    log,
    watch: metrics,
    version,
    showings: isShared ? [] : await store.listShowings(),
    ...(leases === undefined ? {} : { leases }),
    prepare: (map) => holds.takeUp(map),
    onOwned: (map) => lookAt(rounds.takeUp(map)),
    onDisowned(map) {
      holds.forget(map)
      moments.forget(map)
    },
    onLook: (map) => lookAt(rounds.look(map)),
    answer: (request) => carrying?.answer(request) ?? Promise.reject(new Error('The server is starting.')),
    compact: (map) => compaction.request(map),
    onStored: (map, change) => moments.stored(map, change),
    onChanged: (map, changed) => changeBook.note(map, changed),
    onRest: (map) => moments.rested(map),
    onPeople: (map) => rounds.peopleChanged(map),
  })
  /** What could not be closed now is closed when somebody looks at it. */
  const lookAt = (looked: Promise<void>): void => void looked.catch(() => undefined)
  const timers = createTimers({
    ...{ store, clock, tell },
    // Of a group's copy, which another process may have.
    changed: (map) => (rooms.owns(map) ? lookAt(rounds.look(map)) : rooms.look(map)),
  })
  const agendas = createAgendas({
    ...{ store, clock, timers, tell },
    moved: (map, to) => rounds.look(map, to),
    begun: (map) => moments.begun(map),
  })
  const holds = await createHolds({ store, clock, random, log, isShared, rooms })
  const doors = await createDoors({ store, clock, log, agendas, isShared, rooms })
  const access = createAccess({ store, clock, random, isDoorKept: doors.isKept })
  const rounds = createRounds({
    store,
    clock,
    random,
    people: (map) => rooms.identities(map),
    owns: (map) => rooms.owns(map),
    tell,
  })
  const people = createPeople({ store, access, clock, rooms })
  const breakouts = createBreakouts({ store, access, clock, random, timers, rooms })
  const protections = createProtections({ store, clock, rooms })
  const comments = createComments({ store, clock, random, tell, view: (map) => rooms.read(map) })
  const versions = createVersions({ store, clock, keeper, moments })
  let ready = false
  const { publicUrl, createKey, metricsKey } = settings
  const files = openMapThreads({ store, threads: 2, waiting: 40, waitingPerOwner: 8 })
  const changes = openMapThreads({ store, threads: 1, waiting: 60, waitingPerOwner: 20 })
  const api = createApi(
    {
      store,
      rooms,
      access,
      rounds,
      timers,
      protections,
      people,
      agendas,
      holds,
      doors,
      breakouts,
      comments,
      versions,
      changeBook,
      clock,
      random,
      log,
      metrics,
      files,
      changes,
      settings: { publicUrl, createKey, metricsKey },
      ready: () => ready,
      isConnected: () => bus.isUp(),
    },
    importer,
    version,
  )
  const upgrades = createUpgrades({ access, rooms, clock, log, metrics, publicUrl })

  const carrying: Carrying | undefined = isShared
    ? createCarrying({ rooms, log, fetch: (request, connection) => api.hono.fetch(request, connection) })
    : undefined
  const answerApi = getRequestListener(
    (request, bindings) => {
      const connection = { incoming: { socket: { remoteAddress: readPeer(bindings) } } }
      return carrying?.fetch(request, connection) ?? api.hono.fetch(request, connection)
    },
    { overrideGlobalObjects: false },
  )
  const answerPage = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(pageHeaders(request.headers.host))) response.setHeader(name, value)
    if (!ready) {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
      response.end('Weft is starting. Reload in a moment.\n')
      return
    }
    const started = performance.now()
    response.once('finish', () => {
      const ms = Math.round(performance.now() - started)
      log.debug({ method: request.method, path: logPath(request.url ?? ''), status: response.statusCode, ms }, 'page')
    })
    pages.handle(request, response)
  }

  const server = createServer(
    // A slow upload of the largest file is fine; a request that never ends is not.
    { requestTimeout: 120_000, headersTimeout: 15_000, keepAliveTimeout: 15_000 },
    (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
      if (isApiPath(path)) void answerApi(request, response)
      else answerPage(request, response)
    },
  )
  server.on('upgrade', (request, socket, head) => upgrades.handle(request, socket, head))

  const release = async (): Promise<void> => {
    holds.close()
    doors.close()
    await Promise.all([files.close(), changes.close()])
    // First, so that those who are sent away are not taken for people who left.
    await moments.close()
    await rooms.close()
    await changeBook.close()
    await Promise.all([keyframes.close(), compaction.close()])
    await bus.close()
    await store.close()
  }
  try {
    await listen(server, settings)
    await pages.prepare()
  } catch (cause) {
    server.close()
    server.closeAllConnections()
    await release()
    throw cause
  }
  ready = true

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    ready = false
    upgrades.close()
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const hurry = setTimeout(() => server.closeAllConnections(), patience)
    await release()
    await pages.close()
    // Sockets that do not say goodbye are cut by then, by sessions or by the line above.
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience + 1_000).unref())])
    clearTimeout(hurry)
  }

  const { port } = server.address() as AddressInfo
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return { url: `http://${host}:${port}`, port, close: () => (closing ??= close()) }
}

/** Where maps are kept, and how processes talk: this one alone, or several. */
async function openHome(
  { dataDir, shared }: Settings,
  log: ApiLog,
  watch: Metrics,
): Promise<{ readonly store: MapStore; readonly bus: Bus; readonly leases?: Leases }> {
  const onFault = (cause: unknown): void => {
    watch.busFailed('fault')
    log.error({ cause }, 'bus subscriber failed')
  }
  const onStoreFault = (operation: string): void => watch.storeFailed(operation)
  if (shared === undefined) {
    const store = await openSqliteStore(join(dataDir, 'weft.sqlite'))
    return { store: watchFaults(store, onStoreFault), bus: createLocalBus(onFault) }
  }
  const store = await openPostgresStore(shared.databaseUrl)
  try {
    const bus = await openRedisBus({ url: shared.redisUrl, onFault, log, watch })
    const owner = createId<string>(systemRandom, 16)
    const leases = store.leases({ owner, duration: usualOwnershipTimes.duration })
    return { store: watchFaults(store, onStoreFault), bus, leases: watchFaults(leases, onStoreFault) }
  } catch (cause) {
    await store.close()
    throw cause
  }
}

function readPeer(bindings: HttpBindings | Http2Bindings): string | undefined {
  return bindings.incoming.socket.remoteAddress
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
