import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import { mayRun, type LinkGrant } from '../../lib/protocol/role'
import type { AccessLink, JoinCode, MapStore, NewParticipant, Participant } from '../store/mapStore'
import { createAllowance } from './allowance'
import { codeLifetime, createCode, readCode } from './codes'
import { chooseColour } from './colours'
import { capRole, findStandingAbove } from './copies'
import type { Credentials } from './credentials'
import type { AccessDenial, Identity } from './identity'
import { isKeptOut } from './keptOut'
import { createKey, hashKey } from './keys'
import { createLinkKeeper, type LinkKeeper } from './linkKeeper'
import { findEnd, isOpen } from './linkState'
import { cleanName, makeUnlike } from './names'
import { createPasscodeGate, type PasscodeProblem } from './passcodeGate'
import { describePerson, joinStandings, roleOf } from './standing'
import { createTurns } from './turns'

/** Who may come in, and as what. Keys are known only to those who hold them: the store has hashes. */
export interface Access extends LinkKeeper {
  /**
   * Who this is, for one map: the participant that the tab names, if it belongs to this browser;
   * else the bearer key; else the `key` parameter; else the latest participant of this browser on
   * the map. A participant named in vain is refused rather than taken for somebody else. A key lets in
   * by itself only while its link has neither passcode nor come to its end; who joined by it has their seat.
   * Of a group's copy who is shut out of the map that it is of is shut out too, and may do no more than there.
   */
  identify(credentials: Credentials, map: MapId): Promise<Result<Identity, AccessDenial>>
  /** Who a participant of a map is there by now; why not, if they are no longer let in. */
  identifyAgain(map: MapId, participant: string): Promise<Result<Identity, AccessDenial>>
  /**
   * Asks for the passcode of a link, if it has one and this browser has no seat by it. Wrong ones are
   * counted by `address` and by link.
   */
  passLink(link: AccessLink, typed: string | undefined, visitor: Visitor): Promise<Result<undefined, PasscodeProblem>>
  /** A code for the newest open link of this grant; makes such a link if there is none. */
  createCode(map: MapId, grant: LinkGrant): Promise<JoinCode>
  /** The link a typed code stands for. Wrong guesses are counted by `address` and in all. */
  resolveCode(typed: string, address: string): Promise<Result<AccessLink, CodeProblem>>
  /** Makes (or renames) the participant of this browser behind this link. */
  admit(request: AdmitRequest): Promise<Result<Participant, 'name-empty' | 'removed'>>
  /** Runs a task while nobody else joins the map or is changed there: what it reads is still true when it writes. */
  inTurn<Value>(map: MapId, task: () => Promise<Value>): Promise<Value>
  /** The participant of this browser that came by this link, if there is one. */
  findParticipant(device: string, link: string): Promise<Participant | undefined>
  /** True if the door of their map, or of the one that it is a copy of, is kept and they do not run its meeting: nothing of the map is for them yet. */
  mustWait(identity: Identity): boolean
  /** Makes the secret of a new browser. */
  createDevice(): string
}

export interface Visitor {
  readonly device: string | undefined
  readonly address: string
}

export interface AdmitRequest {
  readonly map: MapId
  readonly link: string
  readonly device: string
  readonly name: string
}

export type CodeProblem =
  | { readonly kind: 'code-unknown' }
  | { readonly kind: 'too-many-guesses'; readonly waitSeconds: number }
  | { readonly kind: 'link-ended'; readonly endedAt: number }

export interface AccessParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly random: Random
  /** Whether people wait at the door of a map; open unless told. */
  readonly isDoorKept?: (map: MapId) => boolean
}

/** A visit is noted at most this often, so that being there does not cost a write a second. */
const touchInterval = 60_000

export function createAccess({ store, clock, random, isDoorKept = () => false }: AccessParts): Access {
  const inTurn = createTurns()
  const keeper = createLinkKeeper({ store, clock, random })
  const passcodes = createPasscodeGate(clock)
  const guessesByAddress = createAllowance({ clock, burst: 20, perSecond: 0.1 })
  const guessesInAll = createAllowance({ clock, burst: 300, perSecond: 1 })
  // While many guess at once, each address has but a few tries; someone who knows a code needs one.
  const guessesUnderSiege = createAllowance({ clock, burst: 3, perSecond: 0.02, names: 100_000 })

  const identityOf = (link: AccessLink, participant: Participant | undefined): Identity => ({
    map: link.map,
    role: roleOf(link.grant, participant),
    link: link.id,
    participant: participant && describePerson(participant, clock.now()),
    ...(participant === undefined ? {} : { device: participant.deviceHash }),
  })

  /** Best effort: a visit that cannot be noted shuts nobody out. */
  const note = async (link: AccessLink, participant: Participant | undefined): Promise<void> => {
    const now = clock.now()
    try {
      if (now - (link.lastUsedAt ?? 0) >= touchInterval) await store.touchLink(link.id, now)
      if (participant !== undefined && now - participant.seenAt >= touchInterval)
        await store.touchParticipant(participant.id, now)
    } catch {
      return
    }
  }

  const enter = async (
    link: AccessLink | undefined,
    map: MapId,
    participant: Participant | undefined,
    mine: readonly Participant[],
  ): Promise<Result<Identity, AccessDenial>> => {
    if (link === undefined || link.map !== map) return fail({ kind: 'key-unknown' })
    if (link.revokedAt !== undefined) return fail({ kind: 'key-revoked' })
    const here = mine.filter((one) => one.map === map)
    if (await isKeptOut(store, link.grant, here)) return fail({ kind: 'removed' })
    // Who has joined has a seat; a key by itself is no more than a wish to come in.
    if (participant === undefined) {
      const endedAt = findEnd(link, clock.now())
      if (endedAt !== undefined) return fail({ kind: 'link-ended', endedAt })
      if (link.passcodeHash !== undefined) return fail({ kind: 'passcode-needed', link })
    }
    const above = await findStandingAbove(store, map, mine)
    if (!above.ok) return above
    await note(link, participant)
    const identity = identityOf(link, participant)
    if (above.value === undefined) return succeed(identity)
    return succeed({ ...identity, of: above.value.map, role: capRole(identity.role, above.value.role) })
  }

  const participantsOf = async (device: string | undefined): Promise<readonly Participant[]> =>
    device === undefined ? [] : await store.listParticipantsOfDevice(hashKey(device))

  /** A role that somebody was given holds for whatever other link of that kind they come by, in the same browser. */
  const keepStanding = async (
    participant: NewParticipant,
    grant: LinkGrant,
    mine: readonly Participant[],
  ): Promise<Participant> => {
    const { id, map } = participant
    const isNew = !mine.some((one) => one.id === id)
    const alike: Participant[] = []
    for (const one of isNew ? mine : []) {
      if ((await store.findLink(one.link))?.grant === grant) alike.push(one)
    }
    if (alike.length > 0) await store.changeParticipants(map, [{ id, ...joinStandings(alike) }])
    const known = await store.findParticipant(id)
    if (known === undefined) throw new Error(`Participant ${id} was stored and is not there.`)
    return known
  }

  const findParticipant: Access['findParticipant'] = async (device, link) =>
    (await participantsOf(device)).find((participant) => participant.link === link)

  return {
    ...keeper,

    async identify({ participant: named, device, bearer, keyParameter }, map) {
      if ((await store.findMap(map)) === undefined) return fail({ kind: 'no-such-map' })
      const mine = await participantsOf(device)
      const here = mine.filter((participant) => participant.map === map)

      const claimed = here.find((participant) => participant.id === named)
      if (claimed !== undefined) return enter(await store.findLink(claimed.link), map, claimed, mine)

      const key = bearer ?? keyParameter
      if (key !== undefined) {
        const link = await store.findLinkByHash(hashKey(key))
        return enter(
          link,
          map,
          here.find((participant) => participant.link === link?.id),
          mine,
        )
      }
      if (named !== undefined) return fail({ kind: 'key-unknown' })

      let denial: AccessDenial = { kind: 'no-key' }
      for (const participant of here) {
        const entry = await enter(await store.findLink(participant.link), map, participant, mine)
        if (entry.ok) return entry
        denial = entry.reason
      }
      return fail(denial)
    },

    async identifyAgain(map, id) {
      const participant = await store.findParticipant(id)
      if (participant?.map !== map) return fail({ kind: 'key-unknown' })
      const mine = await store.listParticipantsOfDevice(participant.deviceHash)
      return enter(await store.findLink(participant.link), map, participant, mine)
    },

    async passLink(link, typed, { device, address }) {
      if (device !== undefined && (await findParticipant(device, link.id)) !== undefined) return succeed(undefined)
      return passcodes.pass(link, typed, address)
    },

    async createCode(map, grant) {
      const now = clock.now()
      await store.deleteCodesBefore(now)
      const links = await store.listLinks(map)
      const open = links.findLast((link) => link.grant === grant && isOpen(link, now))
      const link = open ?? (await keeper.createLink(map, grant)).link
      for (;;) {
        const code = createCode(random)
        if ((await store.findCode(code)) !== undefined) continue
        const made: JoinCode = { code, map, link: link.id, expiresAt: now + codeLifetime }
        await store.addCode(made)
        return made
      }
    },

    async resolveCode(typed, address) {
      const code = readCode(typed)
      const found = code === undefined ? undefined : await store.findCode(code)
      const link = found && found.expiresAt > clock.now() ? await store.findLink(found.link) : undefined
      // Judged after the look-up and in one go, so that guesses side by side count one by one; and
      // with no budget left a right guess is not told from a wrong one.
      const besieged = !guessesInAll.has('all')
      const budgets = besieged ? [guessesByAddress, guessesUnderSiege] : [guessesByAddress]
      const spent = budgets.find((budget) => !budget.has(address))
      if (spent !== undefined) return fail({ kind: 'too-many-guesses', waitSeconds: spent.waitSeconds(address) })
      if (link !== undefined && link.revokedAt === undefined) {
        const endedAt = findEnd(link, clock.now())
        return endedAt === undefined ? succeed(link) : fail({ kind: 'link-ended', endedAt })
      }
      for (const budget of budgets) budget.take(address)
      guessesInAll.take('all')
      return fail({ kind: 'code-unknown' })
    },

    async admit({ map, link, device, name: typed }) {
      const cleaned = cleanName(typed)
      if (cleaned === undefined) return fail('name-empty')
      const deviceHash = hashKey(device)
      // One at a time per map: two Annas who come in at once must not both be "Anna".
      return inTurn(map, async () => {
        const participants = await store.listParticipants(map)
        const known = participants.find((one) => one.link === link && one.deviceHash === deviceHash)
        // Another link in the same browser is the same person with another role.
        const others = participants.filter((one) => one.deviceHash !== deviceHash)
        const mine = participants.filter((one) => one.deviceHash === deviceHash)
        const { grant = 'view' } = (await store.findLink(link)) ?? {}
        if (await isKeptOut(store, grant, mine)) return fail('removed')
        const now = clock.now()
        const participant: NewParticipant = {
          id: known?.id ?? createId(random),
          map,
          link,
          deviceHash,
          name: makeUnlike(
            cleaned,
            others.map((one) => one.name),
          ),
          colour: known?.colour ?? chooseColour(participants.map((one) => one.colour)),
          joinedAt: known?.joinedAt ?? now,
          seenAt: now,
        }
        await store.putParticipant(participant)
        await store.touchLink(link, now)
        return succeed(await keepStanding(participant, grant, mine))
      })
    },

    inTurn,

    findParticipant,

    mustWait: ({ map, of = map, role }) => (isDoorKept(map) || isDoorKept(of)) && !mayRun(role),

    createDevice: () => createKey(random),
  }
}
