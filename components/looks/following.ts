import type { Brought, OwnLook } from '../hooks/workspace'

/** True as long as one looks at the map as it was brought. */
export function isFollowing(now: Pick<OwnLook, 'look' | 'view'>, brought: Brought): boolean {
  return now.look === brought.look && now.view === brought.view
}
