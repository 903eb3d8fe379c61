import type { ElementId, LinkId, MapId } from '../base/ids'
import type { Result } from '../base/result'
import type { Command, CommandProblem } from '../commands/command'
import type { MapPatch, PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { RoomEvent } from '../protocol/events'
import type { Hold } from '../protocol/hold'
import type { CloseReason } from '../protocol/close'
import type { Presence } from '../protocol/presence'
import type { Role } from '../protocol/role'
import type { Shown } from '../protocol/shown'
import type { Observable } from '../base/observable'
import type { Cover } from './coveredMap'
import type { MeetingNews } from './meetingNews'
import type { RoundNews } from './roundNews'
import type { ToldStale } from './stale'
import type { Taken, ToldTaken } from './taken'
import type { ToldTook } from './took'
import type { ToldUnseen } from './unseen'

/**
 * One open map in one browser tab: document, undo, presence and sync behind one small object.
 * It wires; it decides nothing of the field.
 */
export interface Editor {
  readonly mapId: MapId
  /** The map as this person has it: where something is kept from them, it says so. */
  readonly view: Observable<MapView>
  readonly sync: Observable<SyncStatus>
  /** The others who are here, one entry per person (not per tab), self excluded. */
  readonly people: Observable<readonly Person[]>
  readonly self: Observable<Self>
  /** The role in which the page was opened. */
  readonly openedAs: Role
  /** What a facilitator shows everyone; undefined while nothing is shown. */
  readonly shown: Observable<Shown | undefined>
  /** Whether the meeting has not started: then the server keeps the map back, and sends it by itself once it does. */
  readonly waits: Observable<Waits>
  /** Who holds the map, as the server said last; edits of those who do not run the meeting pause meanwhile. */
  readonly hold: Observable<Hold | undefined>
  /** What the group is and was asked, as far as this tab has heard. */
  readonly roundNews: RoundNews
  /** What this tab has been told of the meeting. */
  readonly meetingNews: MeetingNews
  readonly selection: Observable<Selection>
  readonly undoState: Observable<UndoState>

  /** True if the last change of `view`, which its listeners may just be told of, was made in this tab. */
  isOwnChange(): boolean
  /** What running a command would come to now, such as why not. Nothing is changed. */
  attempt<Input>(command: Command<Input>, input: Input): Result<MapPatch, CommandProblem>
  /** Runs a command, applies its patch in one transaction and makes it one undo step. */
  run<Input>(command: Command<Input>, input: Input): Result<MapPatch, CommandProblem>
  /**
   * Takes back one's own last step. Returns its label for the toast, or undefined. If somebody else's
   * deletion took the element that the step changed, that is put back first, and the step is next. The label
   * says what is locked and stayed.
   */
  undo(): PatchLabel | undefined
  redo(): PatchLabel | undefined
  select(selection: Selection): void
  /** What was laid over the map last: what may be done may be other with another, though the map looks the same. */
  readonly covering: Observable<Cover | undefined>
  /** From now on this person has the map as `cover` shows it, and does what it allows. */
  cover(cover: Cover): void
  /** Calls `listener` with every event of the server, once the editor has taken it in. */
  onEvent(listener: (event: RoomEvent) => void): () => void
  /** Merges into this tab's presence; sending is batched to about 20 a second. */
  present(presence: Partial<Presence>): void
  /**
   * Calls `listener` once per merge in which somebody else's deletion took elements that this person
   * had just changed, or had in hand: selected alone, or being named. Never for what this tab deleted.
   * What is told before anybody listens waits, here as in the three that follow.
   */
  onTaken(listener: (taken: ToldTaken) => void): () => void
  /**
   * Calls `listener` once per merge from which one learns that somebody else had changed elements which
   * this tab has deleted: their words went with it. Never for what is there again by then.
   */
  onTook(listener: (took: ToldTook) => void): () => void
  /**
   * Calls `listener` when elements were deleted and put back by one person while another, who did not
   * know of it, changed them: on both sides, since what is on the map lacks the other's words.
   */
  onStale(listener: (stale: ToldStale) => void): () => void
  /**
   * What is to be put back (`putBack`), with the links that went with one of it, or with an element that has come back
   * since: of two ends that were deleted apart, whichever comes back second brings the link.
   */
  addLostLinks<Some extends Omit<Taken, 'changed'>>(taken: Some): Some
  /**
   * Calls `listener` with words of this person that gave way to others written without having seen them, and
   * with words of somebody who has left that gave way so to theirs.
   */
  onUnseen(listener: (unseen: ToldUnseen) => void): () => void
  /** Reconnects at once instead of waiting for the next try. */
  reconnect(): void
  close(): void
}

/** `lost`: they wait, and there is no connection by which they could be let in. */
export type Waits = 'no' | 'yes' | 'lost'

/** Where one's own edits are. `saved` is claimed only after the server has them durably. */
export type SyncStatus =
  /** First load: nothing to show yet. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  /** Connected; some edits are not yet confirmed as durable. */
  | { readonly kind: 'saving' }
  /**
   * Connected to look on: this person may no longer edit, and the server has not got so many edits that they made
   * before. They go out if they may edit again; this device keeps them till then if `kept`. `held`: since somebody
   * holds the map; they go out once it is released.
   */
  | { readonly kind: 'withheld'; readonly unsent: number; readonly kept: boolean; readonly held?: boolean }
  /** No server. Edits are kept on this device (IndexedDB) and sent on return. */
  | { readonly kind: 'offline'; readonly unsent: number; readonly kept: boolean }
  /** Closed for good by the server. Own edits that it did not get stay on this device if `kept`. */
  | { readonly kind: 'closed'; readonly reason: CloseReason; readonly unsent?: number; readonly kept?: boolean }
  /** The document is newer than this page can write. */
  | { readonly kind: 'read-only'; readonly schemaVersion: number }

export interface Person {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly role: Role | undefined
  /** What the tab of theirs that moved last says; empty if none does. */
  readonly presence: Presence
  /** They are away in every tab of theirs, or no tab of theirs says anything. */
  readonly away?: boolean
  /** Since when they ask for the floor, by the server's clock. */
  readonly hand?: number | undefined
  /** Their cursor is not passed on. */
  readonly muted?: boolean | undefined
}

export interface Self {
  readonly id: string | undefined
  readonly name: string
  readonly colour: number
  readonly role: Role
  readonly mayEdit: boolean
  /** Since when this person asks for the floor, by the server's clock. */
  readonly hand?: number | undefined
  /** Their cursor is not passed on. */
  readonly muted?: boolean | undefined
}

export interface Selection {
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}
export const emptySelection: Selection = { elements: [], links: [] }

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}
