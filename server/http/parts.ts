import type { Clock } from '../../lib/base/clock'
import type { Random } from '../../lib/base/random'
import type { Access } from '../access/access'
import type { Allowance } from '../access/allowance'
import type { Rooms } from '../live/rooms'
import type { ChangeBook } from '../history/changeBook'
import type { Versions } from '../history/versions'
import type { People } from '../meeting/people'
import type { Comments } from '../meeting/comments'
import type { Agendas } from '../meeting/agendas'
import type { Doors } from '../meeting/doors'
import type { Holds } from '../meeting/holds'
import type { BreakoutMeetings } from '../meeting/breakouts'
import type { Protections } from '../meeting/protections'
import type { Rounds } from '../meeting/rounds'
import type { Timers } from '../meeting/timers'
import type { Log } from '../room/log'
import type { MapStore } from '../store/mapStore'
import type { Metrics } from '../watch/metrics'
import type { MapWorkshop } from './mapThreads'
import type { Slots } from './slots'

/** What the API is made of. */
export interface ApiParts {
  readonly store: MapStore
  readonly rooms: Rooms
  readonly access: Access
  readonly rounds: Rounds
  readonly timers: Timers
  readonly protections: Protections
  readonly people: People
  readonly agendas: Agendas
  readonly holds: Holds
  readonly doors: Doors
  readonly breakouts: BreakoutMeetings
  readonly comments: Comments
  readonly versions: Versions
  readonly changeBook: ChangeBook
  readonly clock: Clock
  readonly random: Random
  readonly log: ApiLog
  readonly settings: ApiSettings
  readonly metrics: Metrics
  /** Where pictures and files are made, and where commands are carried out: neither waits for the other. */
  readonly files: MapWorkshop
  readonly changes: MapWorkshop
  /** True if pages can be served; the rest of readiness the API asks itself. */
  readonly ready: () => boolean
  /** Words reach the other processes, if there are any. */
  readonly isConnected: () => boolean
}

export interface ApiSettings {
  readonly publicUrl: string | undefined
  readonly createKey: string | undefined
  readonly metricsKey: string | undefined
}

/** As rooms write it, and a quieter level for what went as it should. */
export interface ApiLog extends Log {
  debug(fields: object, message: string): void
}

/** What routes share beyond their parts: budgets of things that cost more than a look-up. */
export interface Budgets {
  /** Maps made, by address. */
  readonly maps: Allowance
  /** People admitted, by address. */
  readonly joins: Allowance
  /** Wrong create keys, by address. */
  readonly createKeys: Allowance
  /** Files read at the same time. */
  readonly imports: Slots
  /** Files and pictures made, by who asks. */
  readonly files: Allowance
  /** Requests that change a map, by who asks. */
  readonly changes: Allowance
  /** What people change about themselves: a hand, a name. By person; hands by map as well. */
  readonly oneself: Allowance
  readonly hands: Allowance
  /** What those who run a meeting change about others, by who asks. */
  readonly people: Allowance
  /** Answers to rounds, by who answers. */
  readonly answers: Allowance
}
