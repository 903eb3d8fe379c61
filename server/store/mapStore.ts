import type { MapId } from '../../lib/base/ids'
import type { LinkGrant, Role } from '../../lib/protocol/role'
import type { CommentStore } from './commentStore'
import type { Leases, LeaseTerms } from './leases'
import type { MeetingStore } from './meetingStore'
import type { RoundStore, StoredHistory } from './roundStore'
import type { VersionStore } from './versionStore'

/**
 * The store: where maps, links and participants live. A port; its contract suite is
 * tests/contract/mapStoreContract.ts, and an adapter is proven by running it.
 *
 * Every method that returns has committed durably: what a store has answered survives `kill -9`
 * of the process, and, where the adapter says so, loss of power.
 */
export interface MapStore extends RoundStore, MeetingStore, CommentStore, VersionStore {
  /** Stores a map with its first links and past rounds, all or nothing. Rejects if there is such a map, link or round. */
  createMap(map: NewMap): Promise<void>
  findMap(id: MapId): Promise<StoredMap | undefined>
  /** Title is kept beside the document so that lists need not load documents. */
  setTitle(id: MapId, title: string): Promise<void>
  deleteMap(id: MapId): Promise<void>

  /** The newest snapshot (if any) and every update after it, oldest first. */
  loadDocument(id: MapId): Promise<StoredDocument | undefined>
  /** The document as it was at a position of the log: the nearest keyframe or snapshot before it, and the updates from there. */
  loadDocumentAt(id: MapId, seq: number): Promise<StoredDocument | undefined>
  /**
   * Appends updates of any number of maps in one transaction, in order: all or nothing.
   * @returns what became of each entry; nothing is kept of one whose map is not there or has another owner, and the
   *   others are appended all the same
   */
  append(entries: readonly AppendEntry[]): Promise<readonly Appended[]>
  /**
   * Who added which elements and links, as far as it was recorded, in no particular order.
   * @param person whose alone. Cost: linear in what is listed
   */
  listAdditions(id: MapId, person?: string): Promise<readonly StoredAddition[]>
  /**
   * Keeps who last changed these elements and links, each once: of two changes of one the later. Nothing is kept of a
   * map that is not there.
   */
  putChanges(id: MapId, changes: readonly LastChange[]): Promise<void>
  /** Who last changed an element or a link; undefined if nobody has since it came. */
  findChange(id: MapId, record: RecordName): Promise<LastChange | undefined>
  /**
   * Sets updates aside that no document can take in: loads leave them out from now on. They stay
   * in the store, marked, for whoever wants to know what happened.
   */
  setAside(id: MapId, seqs: readonly number[]): Promise<void>
  /**
   * Replaces what a load has to read by a snapshot of everything up to `upTo`. The log stays for
   * history. An older snapshot than the one there is ignored.
   * @param gone whose additions and changes are forgotten with it; kept if anything has been appended after `upTo`, which may have brought one back
   */
  putSnapshot(id: MapId, snapshot: Uint8Array, upTo: number, gone?: readonly RecordName[]): Promise<void>

  addLink(link: NewAccessLink): Promise<void>
  /** Looks a link up by the SHA-256 of its key; revoked links are found too, and say so. */
  findLinkByHash(hash: string): Promise<AccessLink | undefined>
  findLink(id: string): Promise<AccessLink | undefined>
  listLinks(map: MapId): Promise<readonly AccessLink[]>
  revokeLink(id: string, at: number): Promise<void>
  /**
   * Changes what is named, and nothing else: a key that is there with undefined takes it away.
   * @returns the link as changed; undefined if there is none of this id
   */
  changeLink(id: string, changes: LinkGuard): Promise<AccessLink | undefined>
  /**
   * Puts `successor` in the place of a link, in one transaction. The link is kept and says since when.
   * @returns false, and nothing is stored, if the link is not there, is revoked or was renewed before
   */
  renewLink(id: string, at: number, successor: NewAccessLink): Promise<boolean>
  touchLink(id: string, at: number): Promise<void>

  addCode(code: JoinCode): Promise<void>
  findCode(code: string): Promise<JoinCode | undefined>
  deleteCodesBefore(time: number): Promise<void>

  /** One who is known keeps what those who run the meeting gave them. */
  putParticipant(participant: NewParticipant): Promise<void>
  findParticipant(id: string): Promise<Participant | undefined>
  listParticipants(map: MapId): Promise<readonly Participant[]>
  /** Participants that share a browser (its device token's hash), newest visit first. */
  listParticipantsOfDevice(deviceHash: string): Promise<readonly Participant[]>
  touchParticipant(id: string, at: number): Promise<void>
  /**
   * Changes what is named of each, and nothing else: a key that is there with undefined takes it away. All are
   * changed, or none.
   * @returns the participants as changed, in order; without those that this map does not have
   */
  changeParticipants(map: MapId, changes: readonly ChangedParticipant[]): Promise<readonly Participant[]>

  /** Keeps what everyone on a map is shown; undefined: nothing any more. Nothing is kept of a map that is not there. */
  putShowing(map: MapId, showing: Omit<StoredShowing, 'map'> | undefined): Promise<void>
  listShowings(): Promise<readonly StoredShowing[]>
  /** What everyone on one map is shown. */
  findShowing(map: MapId): Promise<StoredShowing | undefined>

  /** Resolves if the store can be written. */
  check(): Promise<void>
  close(): Promise<void>
}

/** A store whose maps several processes may own in turn. */
export interface SharedStore extends MapStore {
  leases(terms: LeaseTerms): Leases
}

/**
 * What became of an entry: the sequence number given to its last update; 0 if its map does not exist (any more);
 * `not-owner` if the map has been taken under a later number than the entry names.
 */
export type Appended = number | 'not-owner'

export interface NewMap {
  readonly id: MapId
  readonly title: string
  readonly createdAt: number
  /** The document as one Yjs update. */
  readonly document: Uint8Array
  readonly links?: readonly NewAccessLink[]
  /** Rounds that are over: history that comes along. */
  readonly rounds?: readonly StoredHistory[]
}

/** What everyone on a map is shown. */
export interface StoredShowing {
  readonly map: MapId
  /** JSON. */
  readonly shown: string
  /** Milliseconds since the Unix epoch; undefined: as long as somebody is there. */
  readonly until: number | undefined
}

export interface StoredMap {
  readonly id: MapId
  readonly title: string
  readonly createdAt: number
  readonly changedAt: number
  /** Sequence number of the newest update; changes with every change of the map. */
  readonly lastSeq: number
}

export interface StoredDocument {
  readonly snapshot: Uint8Array | undefined
  readonly snapshotSeq: number
  readonly updates: readonly { readonly seq: number; readonly bytes: Uint8Array }[]
}

export interface AppendEntry {
  readonly map: MapId
  readonly updates: readonly Uint8Array[]
  /** Who sent them, if known: history is kept with who and when. */
  readonly participant: string | undefined
  readonly at: number
  /** The number under which whoever appends has the map (`Lease.fence`); undefined: it is not asked who has it. */
  readonly fence?: number | undefined
  /**
   * Elements and links that these updates bring, recorded as added by the participant at this time, in the same
   * transaction. Of one that is recorded already the first record stands.
   */
  readonly added?: readonly RecordName[]
}

export interface RecordName {
  readonly root: 'elements' | 'links'
  readonly id: string
}

/** Who added an element or a link: the participant from whose socket it came, whatever the document says. */
export interface StoredAddition extends RecordName {
  /** Undefined for those who came with a bare key. */
  readonly by: string | undefined
  readonly at: number
}

/** Who last changed words or properties of an element or a link, in the same way. */
export interface LastChange extends RecordName {
  /** Undefined for those who came with a bare key. */
  readonly by: string | undefined
  /** Milliseconds since the Unix epoch. */
  readonly at: number
}

/** What those who manage a link may put before it. */
export interface LinkGuard {
  /** Hash of its passcode (server/access/passcodes.ts). The passcode itself is never stored. */
  readonly passcodeHash?: string | undefined
  /** From when on it lets nobody new in; undefined: never. */
  readonly expiresAt?: number | undefined
}

export interface NewAccessLink extends LinkGuard {
  readonly id: string
  readonly map: MapId
  readonly grant: LinkGrant
  /** SHA-256 of the key, hex. The key itself is never stored. */
  readonly keyHash: string
  readonly createdAt: number
}

export interface AccessLink extends NewAccessLink {
  readonly lastUsedAt: number | undefined
  readonly revokedAt: number | undefined
  /** Since when another link has its place. */
  readonly renewedAt: number | undefined
}

export interface JoinCode {
  readonly code: string
  readonly map: MapId
  /** The link it stands for: revoking the link kills the code. */
  readonly link: string
  readonly expiresAt: number
}

export interface NewParticipant {
  readonly id: string
  readonly map: MapId
  /** The link they came by: revoking it shuts them out. */
  readonly link: string
  readonly deviceHash: string
  readonly name: string
  readonly colour: number
  readonly joinedAt: number
  readonly seenAt: number
}

/** What the meeting gives a participant, beyond the link they came by. */
export interface Standing {
  /** In place of the role that the link grants. */
  readonly role: Role | undefined
  /** Since when their cursor is not passed on. */
  readonly mutedAt: number | undefined
  /** Since when they ask for the floor. */
  readonly handAt: number | undefined
  /** Since when they are kept out. */
  readonly removedAt: number | undefined
}

export interface Participant extends NewParticipant, Standing {}

export type ParticipantChanges = Partial<Standing & Pick<NewParticipant, 'name'>>

/** What is changed of whom. */
export type ChangedParticipant = ParticipantChanges & Pick<NewParticipant, 'id'>
