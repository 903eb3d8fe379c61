import * as z from 'zod/mini'
import {
  breakoutsAnswerSchema,
  enterGroupAnswerSchema,
  groupsHereAnswerSchema,
  type BeginBreakouts,
  type BreakoutMapsAnswer,
} from '../../../lib/protocol/breakouts'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

const below = (seat: MapSeat, rest: string): string => seatPath(seat, `/breakouts${rest}`)
const part = (id: string): string => `/${encodeURIComponent(id)}`
/** What a newer server adds to a map is for readers of maps to judge. */
const mapsSchema = z.object({
  before: z.unknown(),
  groups: z.array(z.object({ id: z.string(), name: z.string(), map: z.unknown() })),
})

/** What the API has about groups that work on copies, as a page uses it. Nothing throws. */
export const breakoutsApi = {
  find: (seat: MapSeat) => ask(below(seat, ''), breakoutsAnswerSchema),
  begin: (seat: MapSeat, json: BeginBreakouts) => ask(below(seat, ''), breakoutsAnswerSchema, { method: 'POST', json }),
  rename: (seat: MapSeat, group: string, name: string) =>
    ask(below(seat, part(group)), breakoutsAnswerSchema, { method: 'PATCH', json: { name } }),
  place: (seat: MapSeat, person: string, group: string | null) =>
    ask(below(seat, `/people${part(person)}`), breakoutsAnswerSchema, { method: 'PUT', json: { group } }),
  tellAll: (seat: MapSeat, text: string) =>
    ask(below(seat, '/message'), breakoutsAnswerSchema, { method: 'POST', json: { text } }),
  time: (seat: MapSeat, minutes: number) =>
    ask(below(seat, '/minutes'), breakoutsAnswerSchema, { method: 'POST', json: { minutes } }),
  end: (seat: MapSeat) => ask(below(seat, '/end'), breakoutsAnswerSchema, { method: 'POST' }),
  askForHelp: (seat: MapSeat, asks: boolean) =>
    ask(below(seat, '/help'), breakoutsAnswerSchema, { method: 'PUT', json: { asks } }),
  enter: (seat: MapSeat, group: string) =>
    ask(below(seat, `${part(group)}/enter`), enterGroupAnswerSchema, { method: 'POST' }),
  here: (seat: MapSeat) => ask(below(seat, '/here'), groupsHereAnswerSchema),
  maps: async (seat: MapSeat) => {
    const found = await ask(below(seat, '/maps'), mapsSchema)
    return found.ok ? { ok: true as const, value: found.value as BreakoutMapsAnswer } : found
  },
} as const

/** The address of a small picture of a group's map; another `turn` is another look at it. */
export function groupPicture(seat: MapSeat, group: string, dark: boolean, turn: number): string {
  const path = below(seat, `${part(group)}/picture.svg`)
  return `${path}${path.includes('?') ? '&' : '?'}theme=${dark ? 'dark' : 'light'}&turn=${turn}`
}
