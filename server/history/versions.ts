import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { Version } from '../../lib/protocol/version'
import { isAtLeast } from '../../lib/protocol/role'
import { createAllowance } from '../access/allowance'
import { nameIdentity, type Identity } from '../access/identity'
import { createTurns } from '../access/turns'
import type { Writer } from '../store/commentStore'
import type { MapStore } from '../store/mapStore'
import type { StoredVersion } from '../store/versionStore'
import type { Moments } from './moments'
import { describeVersion, type VersionKeeper } from './versionKeeper'

/** The versions of maps, as people ask for them; what is kept by itself is the business of `Moments`. */
export interface Versions {
  /** A page of them, newest first; an unknown `before` gives the first page. */
  list(map: MapId, page: VersionPage): Promise<{ readonly versions: readonly Version[]; readonly next?: string }>
  find(map: MapId, id: string): Promise<StoredVersion | undefined>
  /** Keeps the map as it is stored now under a name. It is durable when this resolves. */
  name(map: MapId, who: Identity, name: string): Promise<Result<Version, VersionRefusal>>
  /** Gives one a name, or another: who named it, or those who run the meeting. One that has a name stays. */
  rename(map: MapId, id: string, who: Identity, name: string): Promise<Result<Version, VersionRefusal>>
  remove(map: MapId, id: string): Promise<Result<void, VersionRefusal>>
  /**
   * Keeps what the map is before another version is put in its place.
   * @param seq what that was worked out from
   * @returns the version by which it is undone; undefined if the map is gone
   */
  keepBeforeRestore(map: MapId, seq: number, who: Identity): Promise<Version | undefined>
  /**
   * Tells everyone who is there that a version is in the place of what the map was.
   * @param before what was kept just before
   */
  tellRestored(version: StoredVersion, before: Version, who: Identity): void
}

export interface VersionPage {
  readonly before?: string | undefined
  readonly limit?: number | undefined
}

export type VersionRefusal =
  | { readonly kind: 'no-such-map' | 'no-such-version' | 'versions-full' | 'not-your-version' }
  | { readonly kind: 'too-many-requests'; readonly waitSeconds: number }

export interface VersionsParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly keeper: VersionKeeper
  readonly moments: Pick<Moments, 'takePeople'>
}

/** Versions on a page unless told, and at most. */
export const versionsPerPage = { usual: 50, most: 200 } as const

export function createVersions({ store, clock, keeper, moments }: VersionsParts): Versions {
  const names = createAllowance({ clock, burst: 20, perSecond: 0.2 })
  const inTurn = createTurns()
  const byOf = ({ participant }: Identity): Writer | undefined =>
    participant && { id: participant.id, name: participant.name }
  const isFull = async (map: MapId): Promise<boolean> =>
    (await store.listVersions(map)).filter(({ name }) => name !== undefined).length >= limits.namedVersions
  const take = (who: Identity): VersionRefusal | undefined => {
    const owner = nameIdentity(who)
    return names.take(owner) ? undefined : { kind: 'too-many-requests', waitSeconds: names.waitSeconds(owner) }
  }

  return {
    async list(map, { before, limit = versionsPerPage.usual }) {
      const all = await store.listVersions(map)
      const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1
      const page = all.slice(from, from + Math.min(limit, versionsPerPage.most))
      const last = page.at(-1)
      const hasMore = from + page.length < all.length
      return { versions: page.map(describeVersion), ...(hasMore && last !== undefined ? { next: last.id } : {}) }
    },
    find: (map, id) => store.findVersion(map, id),

    name: (map, who, name) =>
      inTurn(map, async () => {
        const refused = take(who)
        if (refused !== undefined) return fail(refused)
        if (await isFull(map)) return fail({ kind: 'versions-full' })
        const people = await moments.takePeople(map)
        const version = await keeper.keep({ map, why: 'named', name, by: byOf(who), people })
        return version === undefined ? fail({ kind: 'no-such-map' }) : succeed(describeVersion(version))
      }),

    rename: (map, id, who, name) =>
      inTurn(map, async () => {
        const known = await store.findVersion(map, id)
        if (known === undefined) return fail({ kind: 'no-such-version' })
        const isTheirs = known.name === undefined || (known.by !== undefined && known.by.id === who.participant?.id)
        if (!isTheirs && !isAtLeast(who.role, 'facilitator')) return fail({ kind: 'not-your-version' })
        const refused = take(who)
        if (refused !== undefined) return fail(refused)
        if (known.name === undefined && (await isFull(map))) return fail({ kind: 'versions-full' })
        // Whoever corrects a name does not take it over.
        const version = await store.nameVersion(map, id, name, known.name === undefined ? byOf(who) : known.by)
        if (version === undefined) return fail({ kind: 'no-such-version' })
        keeper.tell(version)
        return succeed(describeVersion(version))
      }),

    async remove(map, id) {
      if ((await store.findVersion(map, id)) === undefined) return fail({ kind: 'no-such-version' })
      await keeper.remove(map, [id])
      return succeed(undefined)
    },

    async keepBeforeRestore(map, seq, who) {
      const people = await moments.takePeople(map)
      const kept = await keeper.keep({ map, seq, why: 'before-restore', by: byOf(who), people })
      // Kept already, under another reason: that one will do.
      const version = kept ?? (await store.listVersions(map)).find((one) => one.seq === seq)
      return version && describeVersion(version)
    },
    tellRestored(version, before, who) {
      const by = byOf(who)
      keeper.tellRestored(version.map, { id: before.id, version: describeVersion(version), ...(by && { by }) })
    },
  }
}
