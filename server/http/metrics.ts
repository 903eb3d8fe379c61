import type { Rooms } from '../live/rooms'

/** Counts of what the process does, for Prometheus. */
export interface Metrics {
  countRequest(status: number): void
  countUpgrade(outcome: 'accepted' | 'refused'): void
  /** Everything in the text format of Prometheus, version 0.0.4. */
  write(rooms: Pick<Rooms, 'stats'>): string
}

type Sample = readonly [labels: string, value: number]

export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  const upgrades = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const samples = (label: string, counts: ReadonlyMap<string, number>): readonly Sample[] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [`{${label}="${name}"}`, value])

  return {
    countRequest: (status) => count(requests, `${Math.floor(status / 100)}xx`),
    countUpgrade: (outcome) => count(upgrades, outcome),
    write(rooms) {
      const { rooms: open, people, waiting } = rooms.stats()
      const memory = process.memoryUsage()
      const cpu = process.cpuUsage()
      const one = (value: number): readonly Sample[] => [['', value]]
      return [
        family('weft_http_requests_total', 'counter', 'Answers of the API by status.', samples('status', requests)),
        family('weft_socket_upgrades_total', 'counter', 'Sockets asked for.', samples('outcome', upgrades)),
        family('weft_rooms', 'gauge', 'Maps held in memory.', one(open)),
        family('weft_sessions', 'gauge', 'Open sockets.', one(people)),
        family('weft_updates_waiting', 'gauge', 'Updates received and not yet durable.', one(waiting)),
        family('process_resident_memory_bytes', 'gauge', 'Resident memory.', one(memory.rss)),
        family('nodejs_heap_used_bytes', 'gauge', 'Heap in use.', one(memory.heapUsed)),
        family('nodejs_external_memory_bytes', 'gauge', 'Memory of buffers.', one(memory.external)),
        family('process_cpu_user_seconds_total', 'counter', 'User time.', one(cpu.user / 1e6)),
        family('process_cpu_system_seconds_total', 'counter', 'System time.', one(cpu.system / 1e6)),
        family('process_uptime_seconds', 'gauge', 'Seconds since the start.', one(process.uptime())),
      ].join('')
    },
  }
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`).join('')
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines}`
}
