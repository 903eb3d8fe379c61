import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Watch } from './watch'

/** What a process does, for Prometheus (decision 21). No name, no id and no address is ever a label. */
export interface Metrics extends Watch {
  /** The API has answered. */
  countRequest(status: number, ms: number): void
  countUpgrade(outcome: 'accepted' | 'refused'): void
  /** Everything in the text format of Prometheus, version 0.0.4. Cost: one look at each socket. */
  write(now: Standing): Promise<string>
}

/** What is so at the moment of asking. */
export interface Standing {
  /** Maps in memory, open sockets, and updates that came in and are not durable. */
  readonly rooms: number
  readonly sockets: number
  readonly waiting: number
  /** Once each, however many sockets they have. */
  readonly people: number
  /** Words reach the other processes, if there are any. */
  readonly isConnected: boolean
}

/** Seconds. A millisecond is what a disk takes, ten seconds what nobody waits for. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <Label extends string>(name: string, help: string, labels: Readonly<Record<Label, string[]>>) => {
    const labelNames = Object.keys(labels) as Label[]
    const made = new Counter({ name, help, labelNames, registers })
    // From the start on, so that the first of a kind is seen as a rise.
    for (const label of labelNames) {
      for (const value of labels[label]) made.inc({ [label]: value } as Record<Label, string>, 0)
    }
    return made
  }
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers })
  const seconds = (name: string, help: string): Histogram => new Histogram({ name, help, buckets, registers })

  const requests = counter('weft_http_requests_total', 'Answers of the API by status.', {
    status: ['2xx', '4xx', '5xx'],
  })
  const answered = seconds('weft_http_request_seconds', 'From a request of the API to its answer.')
  const upgrades = counter('weft_socket_upgrades_total', 'Sockets asked for.', { outcome: ['accepted', 'refused'] })
  const rooms = gauge('weft_rooms', 'Maps held in memory.')
  const people = gauge('weft_people', 'People who are on a map or wait for one, once each.')
  const sockets = gauge('weft_sessions', 'Open sockets.')
  const waiting = gauge('weft_updates_waiting', 'Updates received and not yet durable.')
  const saved = seconds('weft_edit_saved_seconds', 'From an edit that comes in until it is stored and told.')
  const edits = counter('weft_edits_total', 'Edits stored.', {})
  const refused = counter('weft_edits_refused_total', 'Edits for which their sender was sent away.', {
    why: ['hostile', 'role', 'busy'],
  })
  const gathered = seconds('weft_commit_window_seconds', 'How long edits waited for company before they were stored.')
  const stored = seconds('weft_commit_seconds', 'How long the store took for one transaction of edits.')
  const cursors = counter('weft_cursors_dropped_total', 'Times that a slow socket was not told of cursors.', {})
  const slow = counter('weft_slow_sockets_total', 'Sockets that read too slowly.', { what: ['stopped', 'closed'] })
  const leases = counter('weft_lease_moves_total', 'Maps that this process took, lost or gave back.', {
    how: ['taken', 'lost', 'given-back'],
  })
  const bus = counter('weft_bus_errors_total', 'Troubles between processes.', {
    how: ['break', 'unsent', 'loss', 'fault'],
  })
  const isUp = gauge('weft_bus_up', 'Whether the other processes can be reached; 1 where there are none.')
  const store = counter('weft_store_errors_total', 'What the store failed to do.', { operation: ['append', 'check'] })

  return {
    countRequest(status, ms) {
      requests.inc({ status: `${Math.floor(status / 100)}xx` })
      answered.observe(ms / 1_000)
    },
    countUpgrade: (outcome) => upgrades.inc({ outcome }),
    saved(ms) {
      edits.inc()
      saved.observe(ms / 1_000)
    },
    refused: (why) => refused.inc({ why }),
    committed(waited, took) {
      gathered.observe(waited / 1_000)
      stored.observe(took / 1_000)
    },
    cursorsDropped: () => cursors.inc(),
    slow: (what) => slow.inc({ what }),
    leaseMoved: (how) => leases.inc({ how }),
    busFailed: (how) => bus.inc({ how }),
    storeFailed: (operation) => store.inc({ operation }),
    write(now) {
      rooms.set(now.rooms)
      people.set(now.people)
      sockets.set(now.sockets)
      waiting.set(now.waiting)
      isUp.set(now.isConnected ? 1 : 0)
      return registry.metrics()
    },
  }
}
