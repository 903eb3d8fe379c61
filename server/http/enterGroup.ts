import type { MapId } from '../../lib/base/ids'
import { grantedRole, isAtLeast, linkGrants, type Role } from '../../lib/protocol/role'
import { writeDeviceCookie } from '../access/credentials'
import { isOpen } from '../access/linkState'
import { refuseEntry } from './denial'
import { refuse, refuseForNow } from './errors'
import type { ApiParts, Budgets } from './parts'
import type { MapCall } from './route'

/** Which link of a copy stands for this role on the map that it is of. */
function grantFor(role: Role): (typeof linkGrants)[number] {
  return linkGrants.find((grant) => grantedRole(grant) === role) ?? 'view'
}

/**
 * Lets whoever asks in to a group's map, under the name and with the role that they have here: those who run the meeting to every group,
 * others to theirs until everyone is called back.
 */
export async function enterGroup(
  { access, breakouts, rooms, store, clock }: ApiParts,
  budgets: Budgets,
  { map, identity, credentials, parameter, address, ownUrl }: MapCall<undefined, undefined>,
): Promise<Response> {
  const { participant, role } = identity
  const { device } = credentials
  if (participant === undefined || device === undefined) return refuse('name-needed')
  const { breakouts: now } = await breakouts.find(map)
  const group = now?.groups.find(({ id }) => id === parameter('group'))
  if (group === undefined) return refuse('no-such-group')
  const isOwn = group.people.some(({ id }) => id === participant.id)
  if (!isAtLeast(role, 'facilitator')) {
    if (!isOwn) return refuse('not-theirs')
    if (now?.endedAt !== undefined) return refuse('no-breakouts')
  }
  if (!budgets.joins.take(address)) return refuseForNow('too-many-requests', budgets.joins.waitSeconds(address))
  const child = group.map as MapId
  const grant = grantFor(role)
  const open = (await store.listLinks(child)).findLast((link) => link.grant === grant && isOpen(link, clock.now()))
  const link = open ?? (await access.createLink(child, grant)).link
  const admission = await access.admit({ map: child, link: link.id, device, name: participant.name })
  if (!admission.ok) return refuse(admission.reason)
  const { id, name } = admission.value
  const entry = await access.identifyAgain(child, id)
  if (!entry.ok) return refuseEntry(entry.reason)
  if (entry.value.participant !== undefined) {
    rooms.updateParticipant(child, entry.value.participant, entry.value.role)
  }
  return Response.json(
    { map: child, participant: { id, name }, role: entry.value.role },
    { headers: { 'set-cookie': writeDeviceCookie(device, ownUrl.startsWith('https:')) } },
  )
}
