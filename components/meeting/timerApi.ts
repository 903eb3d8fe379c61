import type { TimerAct } from '../../lib/practice/timer'
import { timerAnswerSchema } from '../../lib/protocol/timer'
import { ask, seatPath, type MapSeat } from '../hooks/api'

/** What the API has about the timer, as a page uses it. Nothing throws. */
export const timerApi = {
  find: (seat: MapSeat) => ask(seatPath(seat, '/timer'), timerAnswerSchema),
  act: (seat: MapSeat, act: TimerAct) =>
    ask(seatPath(seat, '/timer'), timerAnswerSchema, { method: 'POST', json: act }),
} as const
