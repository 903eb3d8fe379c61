import type { Generated } from 'kysely'
import type { LinkGrant, Role } from '../../lib/protocol/role'
import type { RoundState } from '../../lib/protocol/round'
import type { VersionReason } from '../../lib/protocol/version'
import type { MeetingPart } from './meetingStore'

/** Tables as the queries see them; the same names and columns in every dialect. */
export interface Schema {
  maps: MapsTable
  leases: LeasesTable
  snapshots: SnapshotsTable
  updates: UpdatesTable
  additions: AdditionsTable
  changes: ChangesTable
  access_links: AccessLinksTable
  join_codes: JoinCodesTable
  participants: ParticipantsTable
  rounds: RoundsTable
  answers: AnswersTable
  showings: ShowingsTable
  meetings: MeetingsTable
  threads: ThreadsTable
  comments: CommentsTable
  comment_reads: CommentReadsTable
  versions: VersionsTable
  keyframes: KeyframesTable
}

interface MapsTable {
  id: string
  title: string
  created_at: number
  changed_at: number
  last_seq: number
  /** Number of the taking that may append; 0 where no process has taken it. */
  fence: Generated<number>
}

/** Which process has a map, of those that share a database. */
interface LeasesTable {
  map_id: string
  owner: string
  /** Rises with every taking. */
  fence: number
  /** By the database's clock; 0 where it was given back. */
  until: number
}

/** At most one per map: what a load starts from. */
interface SnapshotsTable {
  map_id: string
  seq: number
  bytes: Uint8Array
}

/** The log. Never shortened by compaction: history is read from it. */
interface UpdatesTable {
  map_id: string
  seq: number
  participant: string | null
  at: number
  bytes: Uint8Array
  /** 1 if no document could take it in. */
  set_aside: Generated<number>
}

/** Who added which element or link, by the socket it came from. Kept when it is deleted: it may come back. */
interface AdditionsTable {
  map_id: string
  root: 'elements' | 'links'
  record_id: string
  participant: string | null
  at: number
}

/** Who last changed which element or link, by the socket it came from. */
type ChangesTable = AdditionsTable

interface AccessLinksTable {
  id: string
  map_id: string
  access: LinkGrant
  key_hash: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
  passcode_hash: string | null
  /** From when on it lets nobody new in. */
  expires_at: number | null
  /** Since when another link has its place. */
  renewed_at: number | null
}

interface JoinCodesTable {
  code: string
  map_id: string
  link_id: string
  expires_at: number
}

interface ParticipantsTable {
  id: string
  map_id: string
  link_id: string
  device_hash: string
  name: string
  colour: number
  joined_at: number
  seen_at: number
  /** In place of what the link grants. */
  role: Role | null
  muted_at: number | null
  hand_at: number | null
  removed_at: number | null
}

interface RoundsTable {
  id: string
  map_id: string
  /** What was asked, as JSON. */
  setup: string
  /** Target → its name when the round was opened, as JSON. */
  labels: string
  state: RoundState
  opened_at: number
  /** Who opened it. */
  opened_by: string
  ended_at: number | null
  /** How many were asked and how many answered, as counted at the end. */
  asked: number | null
  done: number | null
  /** What the answers came to, as JSON; from the end on. */
  outcome: string | null
  /** How many items of the outcome everyone may see, where they are shown one by one. */
  items_shown: number | null
  /** Of the agenda; of one step one round at a time is not revealed. */
  step: string | null
  /** When it came with the file that the map was made of. */
  imported_at: number | null
}

interface AnswersTable {
  round_id: string
  /**
   * Stands for one person in this one round. Whoever has the database can work out who it is, from the devices of
   * the participants, until the answers are forgotten at the reveal.
   */
  voter: string
  /** Who it was, as JSON; only where the round keeps names. */
  respondent: string | null
  answer: string
  at: number
}

interface ShowingsTable {
  map_id: string
  /** JSON. */
  shown: string
  /** Null: as long as somebody is there. */
  until: number | null
}

/** What a map's meeting has one of: its agenda, its timer. */
interface MeetingsTable {
  map_id: string
  part: MeetingPart
  /** Rises by one with every change. */
  version: number
  /** JSON. */
  value: string
}

interface ThreadsTable {
  id: string
  map_id: string
  /** What it is about, as JSON. */
  anchor: string
  /** What that was called when somebody last wrote about it while it was there. */
  label: string
  created_at: number
  by_id: string
  by_name: string
  resolved_at: number | null
  resolved_by: string | null
}

interface CommentsTable {
  id: string
  map_id: string
  thread_id: string
  /** Rises within a map. */
  number: number
  by_id: string
  by_name: string
  by_colour: number
  text: string
  mark: string | null
  /** Ids and names, as JSON. */
  mentions: string
  at: number
  edited_at: number | null
  deleted_at: number | null
}

/** How far a participant has read a thread. */
interface CommentReadsTable {
  thread_id: string
  participant_id: string
  number: number
}

/** Moments of a map: positions in its log. */
interface VersionsTable {
  id: string
  map_id: string
  /** Rises within a map: of two at one position, which was kept later. */
  number: number
  seq: number
  at: number
  why: VersionReason
  name: string | null
  by_id: string | null
  by_name: string | null
  /** First names, as JSON. */
  people: string
}

/** Whole documents at positions of the log, so that reading an old version does not begin at the beginning. */
interface KeyframesTable {
  map_id: string
  seq: number
  bytes: Uint8Array
}
