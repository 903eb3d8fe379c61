import type { AccessLink } from '../store/mapStore'

/** Since when a link has let nobody new in: renewed, or expired; undefined as long as it does. */
export function findEnd({ expiresAt, renewedAt }: AccessLink, now: number): number | undefined {
  const expired = expiresAt !== undefined && expiresAt <= now ? expiresAt : undefined
  if (expired === undefined || renewedAt === undefined) return expired ?? renewedAt
  return Math.min(expired, renewedAt)
}

/** True if a link can let somebody new in. */
export function isOpen(link: AccessLink, now: number): boolean {
  return link.revokedAt === undefined && findEnd(link, now) === undefined
}

/** True if a link will go on letting its owners in: each map keeps one, or it could be lost to all. */
export function isLastingOwner({ grant, revokedAt, renewedAt, expiresAt }: AccessLink): boolean {
  return grant === 'owner' && revokedAt === undefined && renewedAt === undefined && expiresAt === undefined
}
