import type { Agenda } from '../../lib/practice/agenda'
import { agendaAnswerSchema } from '../../lib/protocol/agenda'
import { ask, seatPath, type MapSeat } from '../hooks/api'

/** What the API has about the agenda, as a page uses it. Nothing throws. */
export const agendaApi = {
  find: (seat: MapSeat) => ask(seatPath(seat, '/agenda'), agendaAnswerSchema),
  put: (seat: MapSeat, version: number, agenda: Agenda) =>
    ask(seatPath(seat, '/agenda'), agendaAnswerSchema, { method: 'PUT', json: { version, agenda } }),
  goTo: (seat: MapSeat, step: string | null) =>
    ask(seatPath(seat, '/agenda/step'), agendaAnswerSchema, { method: 'POST', json: { to: step } }),
} as const
