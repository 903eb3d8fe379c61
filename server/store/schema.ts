import type { Generated } from 'kysely'
import type { LinkGrant } from '../../lib/protocol/role'

/** Tables as the queries see them; the same names and columns in every dialect. */
export interface Schema {
  maps: MapsTable
  snapshots: SnapshotsTable
  updates: UpdatesTable
  access_links: AccessLinksTable
  join_codes: JoinCodesTable
  participants: ParticipantsTable
}

interface MapsTable {
  id: string
  title: string
  created_at: number
  changed_at: number
  last_seq: number
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

interface AccessLinksTable {
  id: string
  map_id: string
  access: LinkGrant
  key_hash: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
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
}
