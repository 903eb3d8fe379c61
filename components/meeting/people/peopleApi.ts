import * as z from 'zod/mini'
import { gatherAnswerSchema, type GatherRequest } from '../../../lib/protocol/gather'
import { listPeopleAnswerSchema, personSchema, type PersonChanges, type Reaction } from '../../../lib/protocol/people'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

/** What the API has about people, as a page uses it. Nothing throws. */
export const peopleApi = {
  list: (seat: MapSeat) => ask(seatPath(seat, '/people'), listPeopleAnswerSchema),
  change: (seat: MapSeat, person: string, json: PersonChanges) =>
    ask(seatPath(seat, `/people/${encodeURIComponent(person)}`), personSchema, { method: 'PATCH', json }),
  raiseHand: (seat: MapSeat, raised: boolean) =>
    ask(seatPath(seat, '/hand'), z.unknown(), { method: 'PUT', json: { raised } }),
  gather: (seat: MapSeat, json: GatherRequest) =>
    ask(seatPath(seat, '/gather'), gatherAnswerSchema, { method: 'POST', json }),
  react: (seat: MapSeat, reaction: Reaction) =>
    ask(seatPath(seat, '/reactions'), z.unknown(), { method: 'POST', json: { reaction } }),
} as const
