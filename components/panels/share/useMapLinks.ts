'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type * as z from 'zod/mini'
import type { accessLinkSchema } from '../../../lib/protocol/api'
import type { LinkGrant } from '../../../lib/protocol/role'
import { api, type ApiProblem } from '../../hooks/api'
import { useSelf } from '../../hooks/useMap'
import { keepLivingLinks, recallLinks, rememberLinks, type KnownLinks } from '../../hooks/mapLinks'

export type ListedLink = z.output<typeof accessLinkSchema>

export interface MapLinks {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly problem: ApiProblem | undefined
  /** Links that work, oldest first. */
  readonly links: readonly ListedLink[]
  /** Addresses of those that this device has seen the keys of. */
  readonly known: KnownLinks
  readonly create: (grant: LinkGrant) => Promise<string | undefined>
  readonly revoke: (link: ListedLink) => Promise<boolean>
}

/**
 * The links of a map, for those who may manage them. Asks the server once; an address that this device
 * kept is offered only as long as its link is listed.
 * @param grants the kinds of link that one may manage: of others the server says nothing
 */
export function useMapLinks(mapId: string, grants: readonly LinkGrant[]): MapLinks {
  const may = grants.length > 0
  const { id: participant } = useSelf()
  const seat = useMemo(() => ({ mapId, participant }), [mapId, participant])
  const [links, setLinks] = useState<readonly ListedLink[]>([])
  const [known, setKnown] = useState<KnownLinks>(() => recallLinks(mapId))
  const [state, setState] = useState<MapLinks['state']>(may ? 'loading' : 'ready')
  const [problem, setProblem] = useState<ApiProblem>()

  const load = useCallback(async () => {
    const answer = await api.listLinks(seat)
    if (!answer.ok) {
      setProblem(answer.reason)
      setState('failed')
      return
    }
    setProblem(undefined)
    const living = answer.value.links.filter((link) => link.revokedAt === null)
    setLinks(living)
    setKnown(keepLivingLinks(mapId, grants, idsOf(living)))
    setState('ready')
  }, [mapId, seat, grants])

  useEffect(() => {
    if (may) void load()
  }, [may, load])

  const create = useCallback(
    async (grant: LinkGrant) => {
      const answer = await api.createLink(seat, grant)
      if (!answer.ok) {
        setProblem(answer.reason)
        return undefined
      }
      const { url, key, link } = answer.value
      rememberLinks(mapId, { [grant]: { id: link.id, url, key } })
      setKnown(recallLinks(mapId))
      setLinks((before) => [...before, link])
      setProblem(undefined)
      return url
    },
    [mapId, seat],
  )

  const revoke = useCallback(
    async (link: ListedLink) => {
      const answer = await api.revokeLink(seat, link.id)
      if (!answer.ok) {
        setProblem(answer.reason)
        return false
      }
      const left = links.filter(({ id }) => id !== link.id)
      setKnown(keepLivingLinks(mapId, [link.grant], idsOf(left)))
      setLinks((before) => before.filter(({ id }) => id !== link.id))
      setProblem(undefined)
      return true
    },
    [mapId, seat, links],
  )

  return { state, problem, links, known, create, revoke }
}

function idsOf(links: readonly ListedLink[]): readonly string[] {
  return links.map(({ id }) => id)
}
