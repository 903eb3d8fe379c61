import type { LinkGrant } from '../../lib/protocol/role'
import type { MapStore, Participant } from '../store/mapStore'
import { isBarred } from './standing'

/**
 * True if a browser was removed from a map and a link of this kind does not let it in again.
 * @param here the participants of this browser on the link's map
 */
export async function isKeptOut(
  store: Pick<MapStore, 'findLink'>,
  grant: LinkGrant,
  here: readonly Participant[],
): Promise<boolean> {
  for (const participant of here) {
    if (participant.removedAt === undefined) continue
    if (isBarred(grant, participant, (await store.findLink(participant.link))?.grant)) return true
  }
  return false
}
