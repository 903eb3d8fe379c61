import { doorAnswerSchema } from '../../../lib/protocol/door'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

/** What the API has about the door, as a page uses it. Nothing throws. */
export const doorApi = {
  find: (seat: MapSeat) => ask(seatPath(seat, '/door'), doorAnswerSchema),
  set: (seat: MapSeat, waits: boolean) =>
    ask(seatPath(seat, '/door'), doorAnswerSchema, { method: 'PUT', json: { waits } }),
} as const
