import * as z from 'zod/mini'
import { holdAnswerSchema } from '../../../lib/protocol/holdAnswer'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

/** What the API has about holding the map, as a page uses it. Nothing throws. */
export const holdApi = {
  start: (seat: MapSeat) => ask(seatPath(seat, '/hold'), holdAnswerSchema, { method: 'POST' }),
  release: (seat: MapSeat) => ask(seatPath(seat, '/hold'), z.unknown(), { method: 'DELETE' }),
} as const
