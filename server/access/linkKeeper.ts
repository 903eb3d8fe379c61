import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import type { LinkGrant } from '../../lib/protocol/role'
import type { AccessLink, LinkGuard, MapStore } from '../store/mapStore'
import { createKey, hashKey } from './keys'
import { hashPasscode } from './passcodes'

/** Makes links, guards them, and ends them. */
export interface LinkKeeper {
  /** Makes a link and its key. The key is in this answer and nowhere else. */
  createLink(map: MapId, grant: LinkGrant): Promise<GrantedLink>
  /** A link and its key that are not stored yet: for who stores them with something else. */
  prepareLink(map: MapId, grant: LinkGrant): GrantedLink
  /** Shuts out all who came by this link, from now on. Open sockets are the rooms' to close. */
  revokeLink(id: string): Promise<void>
  /**
   * Sets what is named; null takes it away. Who is in already stays in.
   * @returns the link as changed; undefined if there is none of this id
   */
  guardLink(id: string, guard: NewGuard): Promise<AccessLink | undefined>
  /**
   * A new link and key of the same grant in the place of this one, with its passcode, and with its end if
   * that is still ahead. The old one lets nobody new in any more; who came by it stays in.
   * @returns undefined if the link was renewed or revoked meanwhile
   */
  renewLink(link: AccessLink): Promise<GrantedLink | undefined>
}

export interface GrantedLink {
  readonly link: AccessLink
  readonly key: string
}

export interface NewGuard {
  readonly passcode?: string | null | undefined
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt?: number | null | undefined
}

export interface LinkKeeperParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly random: Random
}

export function createLinkKeeper({ store, clock, random }: LinkKeeperParts): LinkKeeper {
  const prepare = (map: MapId, grant: LinkGrant, guard: LinkGuard = {}): GrantedLink => {
    const key = createKey(random)
    const link = { id: createId(random), map, grant, keyHash: hashKey(key), createdAt: clock.now(), ...guard }
    return { link: { ...link, lastUsedAt: undefined, revokedAt: undefined, renewedAt: undefined }, key }
  }

  return {
    prepareLink: (map, grant) => prepare(map, grant),

    async createLink(map, grant) {
      const granted = prepare(map, grant)
      await store.addLink(granted.link)
      return granted
    },

    async revokeLink(id) {
      await store.revokeLink(id, clock.now())
    },

    async guardLink(id, { passcode, expiresAt }) {
      const passcodeHash = typeof passcode === 'string' ? await hashPasscode(passcode, random) : undefined
      return store.changeLink(id, {
        ...(passcode === undefined ? {} : { passcodeHash }),
        ...(expiresAt === undefined ? {} : { expiresAt: expiresAt ?? undefined }),
      })
    },

    async renewLink({ id, map, grant, passcodeHash, expiresAt }) {
      const now = clock.now()
      const isAhead = expiresAt !== undefined && expiresAt > now
      const granted = prepare(map, grant, { passcodeHash, expiresAt: isAhead ? expiresAt : undefined })
      return (await store.renewLink(id, now, granted.link)) ? granted : undefined
    },
  }
}
