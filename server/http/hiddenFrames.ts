import type { MapId } from '../../lib/base/ids'
import { mayRun, type Role } from '../../lib/protocol/role'
import type { ApiParts } from './parts'
import { withoutHidden } from '../../lib/geometry/withoutHidden'
import { withoutWithheld } from '../../lib/practice/targetLabels'
import type { RoundHead } from '../../lib/protocol/round'
import type { MapView } from '../../lib/model/mapView'

/** The frames that are left out of what somebody in this role reads; none for those who run the meeting. */
export async function findHidden(
  { protections }: Pick<ApiParts, 'protections'>,
  map: MapId,
  role: Role,
): Promise<readonly string[]> {
  return mayRun(role) ? [] : ((await protections.find(map, undefined)).protection.hidden ?? [])
}

/**
 * What is kept from the sight of somebody in this role on a map, so that it is not named to them.
 * Cost: nothing while no frame is hidden; else one look at each place.
 */
export async function findWithheld(
  parts: Pick<ApiParts, 'protections' | 'rooms'>,
  map: MapId,
  role: Role,
): Promise<Pick<MapView, 'withheld'>> {
  const frames = await findHidden(parts, map, role)
  const view = frames.length === 0 ? undefined : await parts.rooms.read(map)
  return view === undefined ? {} : withoutHidden(view, frames)
}

/** Rounds as they were, without the names of what is kept from whoever reads of them. */
export function namelessRounds<Round extends { readonly head: Pick<RoundHead, 'labels'> }>(
  rounds: readonly Round[],
  view: Pick<MapView, 'withheld'>,
): readonly Round[] {
  return rounds.map((round) => ({
    ...round,
    head: { ...round.head, labels: withoutWithheld(view, round.head.labels) },
  }))
}
