import type { MapId } from '../../lib/base/ids'
import type { Forbidden } from '../../lib/practice/forbidden'
import { mayEdit, mayRun, type Role } from '../../lib/protocol/role'
import type { AppendEntry, RecordName } from '../store/mapStore'
import type { Batch } from './committer'
import type { ClientOwners } from './clientOwners'
import { checkUpdate, type RoomClocks, type StructRange, type Verdict } from './guard'
import type { LiveDocument } from './liveDocument'
import type { Member } from './member'
import { partsPerPiece, partsPerTurn } from './putBackBudget'
import type { Decided, RoomProtection } from './roomProtection'
import { agreesWhereItOverlaps } from './overlap'
import { mayNotKnow } from './standing'
import type { StructId } from './versionWatch'

/** A change that was worked out elsewhere, as the bytes that a client would send. */
export interface ChangeAsUpdate {
  readonly update: Uint8Array
  /**
   * Of a large one the same in pieces, in an order in which they can be applied. It is stored and told as the one that it
   * is, and applied piece by piece, so that no other map waits for all of it.
   */
  readonly pieces?: readonly Uint8Array[] | undefined
}

/** An update that waits to be looked at. */
export interface Incoming {
  /** Undefined for changes the server makes itself. */
  readonly member: Member | undefined
  readonly participant: string | undefined
  /** In whose right the server makes it; undefined: in its own. */
  readonly role?: Role | undefined
  readonly update: Uint8Array
  /** For server-made changes: as in `ChangeAsUpdate`. */
  readonly pieces?: readonly Uint8Array[] | undefined
  /** When it came in. */
  since?: number
  /** What the guard said of its pieces, by the document as it is; undefined until it was asked. */
  verdict?: Verdict
  /** Stands for so many update messages that were lost on the way. */
  readonly lost?: number
  /** A sync step 2: all that the client has and the room had not. */
  readonly answer: boolean
  /** One of several that an update was split into, of which too much has to be put back for one turn. */
  readonly piece?: { readonly decided: Decided; readonly isLast: boolean }
  /** For server-made changes: what became of it. */
  readonly settled?: (outcome: Settlement) => void
}

/**
 * What became of a change that the server made. `no-such-map`: the map has been deleted. `protected`: those who run the
 * meeting keep whoever asked for it from something in it, so nothing was done.
 */
export type Settlement = 'durable' | 'failed' | 'no-such-map' | 'protected'

/** An update that was found good. Without `update` it brought nothing new. */
export interface Accepted {
  readonly from: Incoming
  readonly update: Uint8Array | undefined
  /** Its author may be told that it is durable. */
  readonly counts: boolean
  /** What of it was put back: the update is another then, which its author has to hear, too. */
  readonly forbidden?: Forbidden
  /** What it said and took away; absent where it brought nothing new. */
  readonly wrote?: readonly StructRange[]
}

/** Why an update is not taken, when its sender has to go. */
export interface Refusal {
  readonly member: Member
  readonly reason: 'hostile' | 'role' | 'busy'
  readonly message: string
}

/** What one turn of a room takes in. */
export interface Intake extends Batch {
  /** In the order in which they came. */
  readonly accepted: readonly Accepted[]
  readonly refusals: readonly Refusal[]
  /** Whose updates build on something the room has not got: to be asked for it. */
  readonly gaps: ReadonlySet<Member>
  /** Whose edits were left out, since they lost the right to edit while these were under way. */
  readonly declined: ReadonlySet<Member>
  /** Whose edits were left out, since somebody holds the map: to be asked for once it is released. */
  readonly paused: ReadonlySet<Member>
  readonly bytes: number
}

/** Updates and bytes looked at in one turn, so that no one holds up the others for long. */
const updatesPerTurn = 2_000
const bytesPerTurn = 4 * 1024 * 1024

/** What a room judges by. */
export interface IntakeParts {
  readonly map: MapId
  readonly document: LiveDocument
  readonly owners: ClientOwners
  readonly protection: RoomProtection
  readonly now: number
  /** The number under which this process has the map; undefined where no other can have it. */
  readonly fence?: number | undefined
  /** Edits of those who do not run the meeting pause. */
  readonly isHeld: boolean
}

/**
 * Looks at what has come in, in order, and takes what is sound: the first of the room's five steps
 * (check, append, apply, fan out, acknowledge). Takes from `queue` what it has looked at, marks
 * members whose updates have a hole, and notes who writes under which client id; changes nothing else.
 */
export function takeIn(
  { map, document, owners, protection, now, fence, isHeld }: IntakeParts,
  queue: Incoming[],
): Intake {
  const nextByClient = new Map<number, number>()
  const levels = new Map<string, number>()
  const versions: StructId[] = []
  const clocks = document.clocks({ next: nextByClient, levels, versions })
  const isNewer = document.isNewer()
  const accepted: Accepted[] = []
  const refusals: Refusal[] = []
  const gaps = new Set<Member>()
  const declined = new Set<Member>()
  const paused = new Set<Member>()
  const entries: Entry[] = []
  let bytes = 0
  let looked = 0
  const takeAsGap = (from: Incoming): void => {
    from.settled?.('failed')
    if (from.member === undefined) return
    from.member.holding = true
    gaps.add(from.member)
    accepted.push({ from, update: undefined, counts: false })
  }
  const refuseHostile = ({ member, settled }: Incoming, why: string): void => {
    settled?.('failed')
    if (member === undefined) return
    member.expelled = true
    refusals.push({ member, reason: 'hostile', message: `An update could not be accepted: ${why}.` })
  }
  for (const from of queue) {
    if (looked === updatesPerTurn || bytes > bytesPerTurn || isUnchecked(from)) break
    looked += 1
    const { member } = from
    if (member?.expelled === true) continue
    if (member !== undefined && from.lost !== undefined) {
      member.holding = true
      gaps.add(member)
      accepted.push({ from, update: undefined, counts: false })
      continue
    }
    const verdict = from.verdict ?? checkUpdate(from.update, clocks)
    if (verdict.kind === 'hostile') {
      refuseHostile(from, verdict.why)
      continue
    }
    if (verdict.kind !== 'nothing-new' && member !== undefined && (isNewer || !mayEdit(member.identity.role))) {
      // The server asked for what it lacks; that a reader has something is not an attempt to write.
      if (from.answer || (!isNewer && mayNotKnow(member, now))) {
        if (!from.answer) declined.add(member)
        member.holding = true
        accepted.push({ from, update: undefined, counts: false })
        continue
      }
      member.expelled = true
      const message = isNewer
        ? 'This map was made by a newer version of Weft and can only be looked at here.'
        : 'You may look at this map, not change it.'
      refusals.push({ member, reason: 'role', message })
      continue
    }
    if (verdict.kind !== 'nothing-new' && isHeld && member !== undefined && !mayRun(member.identity.role)) {
      paused.add(member)
      member.holding = true
      accepted.push({ from, update: undefined, counts: false })
      continue
    }
    if (verdict.kind === 'gap' || (verdict.kind === 'new' && !isTheirs(from, verdict.next, clocks, owners))) {
      takeAsGap(from)
      continue
    }
    if (verdict.kind === 'new' && verdict.overlaps) {
      // Asked of the document as it is when everything before it has been applied.
      if (accepted.some((one) => one.update !== undefined)) {
        looked -= 1
        break
      }
      if (!document.look((doc) => agreesWhereItOverlaps(doc, verdict.update))) {
        refuseHostile(from, 'it names another place for what the map has')
        continue
      }
    }
    let { update }: { update: Uint8Array | undefined } = verdict.kind === 'new' ? verdict : { update: undefined }
    let forbidden: Forbidden | undefined
    if (update !== undefined && protection.isActive() && isRestricted(from)) {
      // Judged, and put back, by the document as it is when everything before it has been applied.
      const judged = protection.judge(document, update, from.participant, from.piece?.decided)
      if (judged !== 'allowed' && accepted.some((one) => one.update !== undefined)) {
        looked -= 1
        break
      }
      if (judged === 'too-early') {
        takeAsGap(from)
        continue
      }
      if (judged !== 'allowed') {
        if (member === undefined) {
          from.settled?.('protected')
          continue
        }
        if (from.piece === undefined && !protection.budget.spend(map, member.identity, judged.cost, now)) {
          member.expelled = true
          refusals.push({ member, reason: 'busy', message: 'Too much of what you sent had to be put back.' })
          continue
        }
        if (from.piece === undefined && judged.cost.parts > partsPerTurn) {
          queue.splice(looked - 1, 1, ...splitUp(from, document.pieces(update, partsPerPiece), judged.decided))
          looked -= 1
          break
        }
        forbidden = judged.forbidden
        update = judged.putBack()
      }
    }
    // A full answer that fits holds everything its client had, the updates before it included.
    if (member !== undefined && from.answer) member.holding = false
    const counts = member?.holding !== true
    if (verdict.kind === 'nothing-new' || update === undefined) {
      accepted.push({ from, update: undefined, counts })
      continue
    }
    for (const [client, next] of verdict.next) nextByClient.set(client, Math.max(next, clocks.next(client)))
    versions.push(...verdict.versions)
    for (const { client, clock, level } of verdict.types) levels.set(`${client}:${clock}`, level)
    bytes += update.length
    accepted.push({ from, update, counts, wrote: verdict.wrote, ...(forbidden === undefined ? {} : { forbidden }) })
    addEntry(entries, {
      map,
      update,
      participant: from.participant,
      at: now,
      fence,
      added: protection.listNew(document, verdict.added),
    })
    // What is put back is written under the name of a client that the next update's judgement has not heard of.
    if (forbidden !== undefined) break
  }
  queue.splice(0, looked)
  return { entries, accepted, refusals, gaps, declined, paused, bytes }
}

/** Only with the last has all of it been looked at. */
function splitUp(from: Incoming, pieces: readonly Uint8Array[], decided: Decided): readonly Incoming[] {
  return pieces.map((update, index) => {
    const isLast = index === pieces.length - 1
    return { ...from, update, answer: from.answer && isLast, piece: { decided, isLast } }
  })
}

interface Entry extends AppendEntry {
  readonly updates: Uint8Array[]
  added?: RecordName[]
}

/** Updates of one person in a row are one entry. */
function addEntry(
  entries: Entry[],
  {
    update,
    added,
    ...by
  }: Pick<AppendEntry, 'map' | 'participant' | 'at' | 'fence'> & {
    readonly update: Uint8Array
    readonly added: RecordName[]
  },
): void {
  let entry = entries.at(-1)
  if (entry === undefined || entry.participant !== by.participant) entries.push((entry = { ...by, updates: [] }))
  entry.updates.push(update)
  if (added.length > 0) entry.added = [...(entry.added ?? []), ...added]
}

/** True for who does not run the meeting; what the server does by itself is free. */
function isRestricted({ member, role = member?.identity.role }: Incoming): boolean {
  return role !== undefined && !mayRun(role)
}

/**
 * False if an update has new structs of a client that is somebody else. Well-behaved devices send
 * such things, too (tabs of one browser know each other's edits), so it is no reason to part: the
 * sender is asked again, and by then the room has them from whom they belong to.
 */
function isTheirs(
  { member, answer }: Incoming,
  next: ReadonlyMap<number, number>,
  clocks: RoomClocks,
  owners: ClientOwners,
): boolean {
  if (member === undefined) return true
  const fresh = [...next].filter(([client, after]) => after > clocks.next(client)).map(([client]) => client)
  const { session, identity } = member
  if (!fresh.every((client) => owners.mayBring(session, identity, client))) return false
  // One's own edits come under one id, one's own. A copy of the document may hold anybody's.
  const [only] = fresh
  if (!answer && fresh.length === 1 && only !== undefined && !member.gone) owners.claim(session, identity, only)
  return true
}

/** True of a change whose pieces the guard has to look at, which takes it some turns, before it is taken in. */
export function isUnchecked({ pieces, verdict }: Incoming): boolean {
  return pieces !== undefined && verdict === undefined
}

/** What is to be applied, in order; true if there are pieces among it, which take a turn each. */
export function listUpdates({ accepted }: Intake): {
  readonly updates: readonly Uint8Array[]
  readonly inTurns: boolean
} {
  const withBytes = accepted.filter(({ update }) => update !== undefined)
  return {
    updates: withBytes.flatMap(({ from, update }) => from.pieces ?? update ?? []),
    inTurns: withBytes.some(({ from }) => from.pieces !== undefined),
  }
}

/** The sequence number that each accepted update got, in order; those without bytes have none. */
export function listSeqs(intake: Intake, lastSeqs: readonly number[]): readonly number[] {
  return intake.entries.flatMap((entry, index) => {
    const last = lastSeqs[index] ?? 0
    return entry.updates.map((_, place) => last - entry.updates.length + 1 + place)
  })
}
