import * as z from 'zod/mini'
import type { RoundSetup } from '../../lib/practice/round'
import {
  answerAnswerSchema,
  listRoundsAnswerSchema,
  roundAnswerSchema,
  roundHeadSchema,
} from '../../lib/protocol/round'
import { ask, seatPath, type MapSeat } from '../hooks/api'

const roundPath = (seat: MapSeat, round: string, step = ''): string =>
  seatPath(seat, `/rounds/${encodeURIComponent(round)}${step}`)

/** Where the table of what a round came to is to be had. */
export function roundTableAddress(seat: MapSeat, round: string, locale: string): string {
  const address = new URL(roundPath(seat, round, '/result.csv'), location.origin)
  address.searchParams.set('lang', locale)
  return address.href
}

/** What the API has about rounds, as a page uses it. Nothing throws. */
export const roundsApi = {
  list: (seat: MapSeat) => ask(seatPath(seat, '/rounds'), listRoundsAnswerSchema),
  open: (seat: MapSeat, setup: RoundSetup) =>
    ask(seatPath(seat, '/rounds'), roundHeadSchema, { method: 'POST', json: setup }),
  find: (seat: MapSeat, round: string) => ask(roundPath(seat, round), roundAnswerSchema),
  answer: (seat: MapSeat, round: string, answer: object) =>
    ask(roundPath(seat, round, '/answer'), answerAnswerSchema, { method: 'PUT', json: answer }),
  close: (seat: MapSeat, round: string) => ask(roundPath(seat, round, '/close'), roundHeadSchema, { method: 'POST' }),
  reopen: (seat: MapSeat, round: string) => ask(roundPath(seat, round, '/reopen'), roundHeadSchema, { method: 'POST' }),
  reveal: (seat: MapSeat, round: string, next: boolean) =>
    ask(roundPath(seat, round, '/reveal'), roundAnswerSchema, { method: 'POST', json: { next } }),
  join: (seat: MapSeat, round: string, card: string, into?: string) =>
    ask(roundPath(seat, round, '/join'), roundAnswerSchema, { method: 'POST', json: { card, into } }),
  remove: (seat: MapSeat, round: string) => ask(roundPath(seat, round), z.unknown(), { method: 'DELETE' }),
} as const
