import * as z from 'zod/mini'
import {
  createCodeAnswerSchema,
  createLinkAnswerSchema,
  guardLinkAnswerSchema,
  listLinksAnswerSchema,
  renewLinkAnswerSchema,
  type GuardLinkRequest,
} from '../../../lib/protocol/links'
import type { LinkGrant } from '../../../lib/protocol/role'
import { ask, seatPath, type MapSeat } from '../../hooks/api'

const linkPath = (seat: MapSeat, link: string, rest = ''): string =>
  seatPath(seat, `/links/${encodeURIComponent(link)}${rest}`)

/** What the API has about links, as a page uses it. Nothing throws. */
export const linksApi = {
  list: (seat: MapSeat) => ask(seatPath(seat, '/links'), listLinksAnswerSchema),
  create: (seat: MapSeat, grant: LinkGrant) =>
    ask(seatPath(seat, '/links'), createLinkAnswerSchema, { method: 'POST', json: { grant } }),
  guard: (seat: MapSeat, link: string, json: GuardLinkRequest) =>
    ask(linkPath(seat, link), guardLinkAnswerSchema, { method: 'PATCH', json }),
  renew: (seat: MapSeat, link: string) =>
    ask(linkPath(seat, link, '/renew'), renewLinkAnswerSchema, { method: 'POST', json: {} }),
  revoke: (seat: MapSeat, link: string) => ask(linkPath(seat, link), z.unknown(), { method: 'DELETE' }),
  createCode: (seat: MapSeat, grant: LinkGrant) =>
    ask(seatPath(seat, '/codes'), createCodeAnswerSchema, { method: 'POST', json: { grant } }),
} as const
