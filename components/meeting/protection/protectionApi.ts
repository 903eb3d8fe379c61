import type { ProtectionAct } from '../../../lib/practice/protection'
import { protectionAnswerSchema } from '../../../lib/protocol/protection'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

/** What the API has about locks, as a page uses it. Nothing throws. */
export const protectionApi = {
  find: (seat: MapSeat) => ask(seatPath(seat, '/protection'), protectionAnswerSchema),
  act: (seat: MapSeat, act: ProtectionAct) =>
    ask(seatPath(seat, '/protection'), protectionAnswerSchema, { method: 'POST', json: act }),
} as const
