import * as z from 'zod/mini'
import { linkGrants, linkGrantSchema, type LinkGrant } from '../../lib/protocol/role'

/**
 * Links of maps that were made on this device. The server shows a key once, when it is made, and keeps
 * only its hash; so the device that made it remembers it, for the share dialog.
 */
const grantedSchema = z.object({ id: z.string(), url: z.string(), key: z.string() })
const linksSchema = z.partialRecord(linkGrantSchema, grantedSchema)

export type GrantedLink = z.output<typeof grantedSchema>
export type KnownLinks = Readonly<Partial<Record<LinkGrant, GrantedLink>>>

const keyOf = (mapId: string): string => `weft.links.${mapId}`

/** The links of a map that this device knows; none if it made none, or may not store. */
export function recallLinks(mapId: string): KnownLinks {
  try {
    const parsed = z.safeParse(linksSchema, JSON.parse(localStorage.getItem(keyOf(mapId)) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Keeps links beside those known before; a newer one of the same grant takes the older one's place. */
export function rememberLinks(mapId: string, links: KnownLinks): void {
  try {
    localStorage.setItem(keyOf(mapId), JSON.stringify({ ...recallLinks(mapId), ...links }))
  } catch {
    // Storage is off or full: the links can be made anew in the share dialog.
  }
}

/**
 * Forgets the links of these grants that the server no longer lists, whoever switched them off.
 * @param living ids of the links that work, of all of `grants`
 * @returns what is known now
 */
export function keepLivingLinks(mapId: string, grants: readonly LinkGrant[], living: readonly string[]): KnownLinks {
  const known = recallLinks(mapId)
  const kept = Object.fromEntries(
    linkGrants.flatMap((grant) => {
      const link = known[grant]
      return link === undefined || (grants.includes(grant) && !living.includes(link.id)) ? [] : [[grant, link] as const]
    }),
  )
  try {
    localStorage.setItem(keyOf(mapId), JSON.stringify(kept))
  } catch {
    // See rememberLinks().
  }
  return kept
}
