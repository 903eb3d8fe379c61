import { isSameSecret } from '../access/keys'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { openRoute, type Caller, type Route } from './route'

/** For those who watch over the process: is it alive, can it serve, what does it do. */
export function healthRoutes({ store, rooms, metrics, settings, ready, isConnected, log }: ApiParts): readonly Route[] {
  return [
    openRoute({
      method: 'get',
      path: '/healthz',
      summary: 'Alive. Says nothing of whether it can serve.',
      answers: [{ status: 200, description: 'Alive', types: ['text/plain'] }],
      handle: async () => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    }),
    openRoute({
      method: 'get',
      path: '/readyz',
      summary: 'Can serve: pages are loaded and the store can be written.',
      answers: [
        { status: 200, description: 'Ready', types: ['text/plain'] },
        { status: 503, description: 'Not ready, and why', types: ['text/plain'] },
      ],
      async handle() {
        const reason = await findTrouble()
        return new Response(`${reason ?? 'ready'}\n`, {
          status: reason === undefined ? 200 : 503,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
        })
      },
    }),
    openRoute({
      method: 'get',
      path: '/metrics',
      summary:
        'Figures of the process in the text format of Prometheus, for whoever sends the metrics key; without one, for this machine.',
      answers: [
        { status: 200, description: 'The figures', types: ['text/plain'] },
        { status: 401, description: 'Not for this caller' },
      ],
      async handle(caller) {
        if (!mayWatch(caller)) return refuse('metrics-key-needed')
        const { rooms: open, people: sockets, waiting } = rooms.stats()
        const people = rooms.countPeople()
        const text = await metrics.write({ rooms: open, sockets, waiting, people, isConnected: isConnected() })
        return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } })
      },
    }),
  ]

  function mayWatch({ isOwnMachine, credentials }: Caller): boolean {
    const { metricsKey } = settings
    if (metricsKey === undefined) return isOwnMachine
    return credentials.bearer !== undefined && isSameSecret(credentials.bearer, metricsKey)
  }

  async function findTrouble(): Promise<string | undefined> {
    if (!ready()) return 'starting or stopping'
    if (!isConnected()) return 'Redis cannot be reached'
    try {
      await store.check()
      return undefined
    } catch (cause) {
      log.error({ cause }, 'store cannot be written')
      return 'the store cannot be written'
    }
  }
}
