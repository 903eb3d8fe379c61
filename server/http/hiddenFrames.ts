import type { MapId } from '../../lib/base/ids'
import { mayRun, type Role } from '../../lib/protocol/role'
import type { ApiParts } from './parts'

/** The frames that are left out of what somebody in this role reads; none for those who run the meeting. */
export async function findHidden(
  { protections }: Pick<ApiParts, 'protections'>,
  map: MapId,
  role: Role,
): Promise<readonly string[]> {
  return mayRun(role) ? [] : ((await protections.find(map, undefined)).protection.hidden ?? [])
}
