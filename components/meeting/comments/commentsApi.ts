import * as z from 'zod/mini'
import {
  commentAnswerSchema,
  listCommentsAnswerSchema,
  mentionableAnswerSchema,
  threadHeadSchema,
  type BeginThreadRequest,
  type CommentChanges,
  type ReplyRequest,
} from '../../../lib/protocol/comment'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

const path = (seat: MapSeat, ...ids: readonly string[]): string =>
  seatPath(seat, ['/comments', ...ids.map(encodeURIComponent)].join('/'))

/** What the API has about comments, as a page uses it. Nothing throws. */
export const commentsApi = {
  list: (seat: MapSeat) => ask(path(seat), listCommentsAnswerSchema),
  people: (seat: MapSeat) => ask(path(seat, 'people'), mentionableAnswerSchema),
  begin: (seat: MapSeat, json: BeginThreadRequest) => ask(path(seat), commentAnswerSchema, { method: 'POST', json }),
  reply: (seat: MapSeat, thread: string, json: ReplyRequest) =>
    ask(path(seat, thread), commentAnswerSchema, { method: 'POST', json }),
  resolve: (seat: MapSeat, thread: string, resolved: boolean) =>
    ask(path(seat, thread), threadHeadSchema, { method: 'PATCH', json: { resolved } }),
  change: (seat: MapSeat, thread: string, comment: string, json: CommentChanges) =>
    ask(path(seat, thread, comment), commentAnswerSchema, { method: 'PATCH', json }),
  remove: (seat: MapSeat, thread: string, comment: string) =>
    ask(path(seat, thread, comment), z.unknown(), { method: 'DELETE' }),
  read: (seat: MapSeat, threads: Readonly<Record<string, number>>) =>
    ask(seatPath(seat, '/read'), z.unknown(), { method: 'PUT', json: { threads } }),
} as const
