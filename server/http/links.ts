import {
  createCodeAnswerSchema,
  createCodeRequestSchema,
  createLinkAnswerSchema,
  createLinkRequestSchema,
  listLinksAnswerSchema,
} from '../../lib/protocol/api'
import { linkGrants, type LinkGrant, type Role } from '../../lib/protocol/role'
import type { AccessLink } from '../store/mapStore'
import { createTurns } from '../access/turns'
import { linkUrl } from './createMap'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, refuseRole, type Route } from './route'

/** Which links each role may see, make and switch off: nobody hands out more than they may themselves. */
function managedGrants(role: Role): readonly LinkGrant[] {
  if (role === 'owner') return linkGrants
  return role === 'facilitator' ? ['contribute', 'comment', 'view'] : []
}

/** Links and short codes, for those who run the meeting. */
export function linkRoutes({ access, store, rooms }: Pick<ApiParts, 'access' | 'store' | 'rooms'>): readonly Route[] {
  const inTurn = createTurns()
  return [
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/links',
      summary: 'The links that one may manage. Their keys are not known here.',
      answers: [{ status: 200, description: 'The links, oldest first', schema: listLinksAnswerSchema }],
      async handle({ map, identity }) {
        const managed = managedGrants(identity.role)
        const links = (await store.listLinks(map)).filter((link) => managed.includes(link.grant))
        return Response.json({ links: links.map(describeLink) })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/links',
      summary: 'Make a link. Its key is in this answer and nowhere else.',
      body: createLinkRequestSchema,
      answers: [{ status: 201, description: 'The link and its key', schema: createLinkAnswerSchema }],
      async handle({ map, identity, body, ownUrl }) {
        if (!managedGrants(identity.role).includes(body.grant)) return refuseRole(identity.role, 'owner')
        const { link, key } = await access.createLink(map, body.grant)
        return Response.json({ link: describeLink(link), url: linkUrl(ownUrl, map, key), key }, { status: 201 })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/links/:link',
      summary: 'Switch a link off: whoever came by it is shut out at once.',
      answers: [{ status: 204, description: 'It is off' }],
      async handle({ map, identity, parameter }) {
        // One at a time per map: of the last two owner links, both at once must not go.
        return inTurn(map, async () => {
          const links = await store.listLinks(map)
          const link = links.find((one) => one.id === parameter('link'))
          // Links one may not manage are not there, rather than forbidden: their ids are nobody's business.
          if (link === undefined || !managedGrants(identity.role).includes(link.grant)) return refuse('no-such-link')
          const isLiving = (one: AccessLink): boolean => one.grant === 'owner' && one.revokedAt === undefined
          if (isLiving(link) && links.filter(isLiving).length === 1) return refuse('last-owner-link')
          await access.revokeLink(link.id)
          rooms.closeLink(link.id)
          return new Response(null, { status: 204 })
        })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/codes',
      summary: 'A short code that leads here for twelve hours, as good as a link of that kind.',
      body: createCodeRequestSchema,
      answers: [{ status: 201, description: 'The code', schema: createCodeAnswerSchema }],
      async handle({ map, identity, body }) {
        if (body.grant === 'owner') {
          return refuse('bad-request', { message: 'A code is too short to own a map with. Make a link instead.' })
        }
        if (!managedGrants(identity.role).includes(body.grant)) return refuseRole(identity.role, 'owner')
        const { code, expiresAt } = await access.createCode(map, body.grant)
        return Response.json({ code, expiresAt, grant: body.grant }, { status: 201 })
      },
    }),
  ]
}

function describeLink(link: AccessLink): object {
  const { id, grant, createdAt, lastUsedAt, revokedAt } = link
  return { id, grant, createdAt, lastUsedAt: lastUsedAt ?? null, revokedAt: revokedAt ?? null }
}
