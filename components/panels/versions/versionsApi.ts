import * as z from 'zod/mini'
import { createMapAnswerSchema } from '../../../lib/protocol/api'
import { listVersionsAnswerSchema, restoreVersionAnswerSchema, versionSchema } from '../../../lib/protocol/version'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

const path = (seat: MapSeat, version = '', step = ''): string =>
  seatPath(seat, version === '' ? '/versions' : `/versions/${encodeURIComponent(version)}${step}`)
const withQuery = (address: string, query: string): string => `${address}${address.includes('?') ? '&' : '?'}${query}`

/** What the API has about versions, as a page uses it. Nothing throws. */
export const versionsApi = {
  list: (seat: MapSeat, before?: string) =>
    ask(
      withQuery(path(seat), before === undefined ? 'limit=100' : `limit=100&before=${encodeURIComponent(before)}`),
      listVersionsAnswerSchema,
    ),
  /** As the map shows it to those who may look: with what is personal. */
  read: (seat: MapSeat, version: string) => ask(withQuery(path(seat, version), 'personal=true'), z.unknown()),
  name: (seat: MapSeat, name: string) => ask(path(seat), versionSchema, { method: 'POST', json: { name } }),
  rename: (seat: MapSeat, version: string, name: string) =>
    ask(path(seat, version), versionSchema, { method: 'PATCH', json: { name } }),
  remove: (seat: MapSeat, version: string) => ask(path(seat, version), z.unknown(), { method: 'DELETE' }),
  restore: (seat: MapSeat, version: string) =>
    ask(path(seat, version, '/restore'), restoreVersionAnswerSchema, { method: 'POST' }),
  copy: (seat: MapSeat, version: string) =>
    ask(path(seat, version, '/copy'), createMapAnswerSchema, { method: 'POST' }),
} as const
