import {
  createCodeAnswerSchema,
  createCodeRequestSchema,
  createLinkAnswerSchema,
  createLinkRequestSchema,
  guardLinkAnswerSchema,
  guardLinkRequestSchema,
  listLinksAnswerSchema,
  renewLinkAnswerSchema,
  type GuardLinkRequest,
  type ListedLink,
} from '../../lib/protocol/links'
import type { MapId } from '../../lib/base/ids'
import { linkGrants, type LinkGrant, type Role } from '../../lib/protocol/role'
import { findEnd, isLastingOwner } from '../access/linkState'
import { createTurns } from '../access/turns'
import type { AccessLink } from '../store/mapStore'
import { linkUrl } from './createMap'
import { refuse } from './errors'
import { lookOverCopies } from './copies'
import type { ApiParts } from './parts'
import { mapRoute, refuseRole, type MapCall, type Route } from './route'

type LinkParts = Pick<ApiParts, 'access' | 'store' | 'rooms' | 'clock'>

/** Which links each role may see, make, change and switch off: nobody hands out more than they may themselves. */
function managedGrants(role: Role): readonly LinkGrant[] {
  if (role === 'owner') return linkGrants
  return role === 'facilitator' ? ['contribute', 'comment', 'view'] : []
}

/** Links and short codes, for those who run the meeting. */
export function linkRoutes(parts: LinkParts): readonly Route[] {
  const { access, store, rooms, clock } = parts
  const inTurn = createTurns()
  const describe = (link: AccessLink): ListedLink => describeLink(link, clock.now())
  const tell = (map: MapId): void => rooms.tell(map, 'links', { kind: 'links' })

  /**
   * What is done with one link that this caller may manage. One at a time per map: of the last two links
   * that own it, both at once must not go.
   * @param act told whether this is the last link that will go on letting owners in
   */
  const withLink = async (
    { map, identity, parameter }: Pick<MapCall<unknown, unknown>, 'map' | 'identity' | 'parameter'>,
    act: (link: AccessLink, isLastOwner: boolean) => Promise<Response>,
  ): Promise<Response> =>
    inTurn(map, async () => {
      const links = await store.listLinks(map)
      const link = links.find((one) => one.id === parameter('link'))
      // Links one may not manage are not there, rather than forbidden: their ids are nobody's business.
      if (link === undefined || !managedGrants(identity.role).includes(link.grant)) return refuse('no-such-link')
      return act(link, isLastingOwner(link) && links.filter(isLastingOwner).length === 1)
    })

  return [
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/links',
      summary: 'The links that one may manage. Their keys and passcodes are not known here.',
      answers: [{ status: 200, description: 'The links, oldest first', schema: listLinksAnswerSchema }],
      async handle({ map, identity }) {
        const managed = managedGrants(identity.role)
        const links = (await store.listLinks(map)).filter((link) => managed.includes(link.grant))
        return Response.json({ links: links.map(describe), now: clock.now() })
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
        tell(map)
        return Response.json({ link: describe(link), url: linkUrl(ownUrl, map, key), key }, { status: 201 })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'patch',
      path: '/api/maps/:id/links/:link',
      summary: 'Give a link a passcode or an end, change them, or take them away. Whoever is in stays in.',
      body: guardLinkRequestSchema,
      answers: [{ status: 200, description: 'The link as it is now', schema: guardLinkAnswerSchema }],
      handle: async (call) =>
        withLink(call, async (link, isLastOwner) => {
          if (link.revokedAt !== undefined || link.renewedAt !== undefined) return refuse('link-over')
          const now = clock.now()
          const expiresAt = readEnd(call.body, now)
          if (typeof expiresAt === 'number' && expiresAt <= now) {
            return refuse('end-passed', {
              message: `${new Date(expiresAt).toISOString()} has passed already: it is ${new Date(now).toISOString()}. Choose a later moment.`,
              details: { now },
            })
          }
          if (typeof expiresAt === 'number' && isLastOwner) {
            return refuse('last-owner-link', {
              message: 'This is the last link that owns the map, so it has no end. Make another one before you set it.',
            })
          }
          const changed = await access.guardLink(link.id, { passcode: call.body.passcode, expiresAt })
          if (changed === undefined) return refuse('no-such-link')
          tell(call.map)
          return Response.json({ link: describe(changed) })
        }),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/links/:link/renew',
      summary: 'Make a new key for the same role in the place of this one, which lets nobody new in any more.',
      answers: [{ status: 201, description: 'The new link and its key', schema: renewLinkAnswerSchema }],
      handle: async (call) =>
        withLink(call, async (old) => {
          const granted = await access.renewLink(old)
          const renewed = await store.findLink(old.id)
          if (granted === undefined || renewed === undefined) return refuse('link-over')
          tell(call.map)
          const { link, key } = granted
          return Response.json(
            { link: describe(link), url: linkUrl(call.ownUrl, call.map, key), key, renewed: describe(renewed) },
            { status: 201 },
          )
        }),
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/links/:link',
      summary: 'Switch a link off: whoever came by it is shut out at once.',
      answers: [{ status: 204, description: 'It is off' }],
      handle: async (call) =>
        withLink(call, async (link, isLastOwner) => {
          if (isLastOwner) return refuse('last-owner-link')
          await access.revokeLink(link.id)
          rooms.closeLink(call.map, link.id)
          await lookOverCopies(parts, call.map)
          tell(call.map)
          return new Response(null, { status: 204 })
        }),
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
        const { code, expiresAt: dies, link } = await access.createCode(map, body.grant)
        const expiresAt = Math.min(dies, (await store.findLink(link))?.expiresAt ?? Infinity)
        return Response.json({ code, expiresAt, grant: body.grant, link }, { status: 201 })
      },
    }),
  ]
}

/** The end that was asked for, as a moment of the server's clock; null: none; undefined: as it is. */
function readEnd({ ends }: GuardLinkRequest, now: number): number | null | undefined {
  if (ends === undefined || ends === null) return ends
  return 'at' in ends ? ends.at : now + ends.after
}

function describeLink(link: AccessLink, now: number): ListedLink {
  const { id, grant, createdAt, lastUsedAt, revokedAt, passcodeHash, expiresAt, renewedAt } = link
  return {
    id,
    grant,
    createdAt,
    lastUsedAt: lastUsedAt ?? null,
    revokedAt: revokedAt ?? null,
    hasPasscode: passcodeHash !== undefined,
    expiresAt: expiresAt ?? null,
    renewedAt: renewedAt ?? null,
    endedAt: findEnd(link, now) ?? null,
  }
}
