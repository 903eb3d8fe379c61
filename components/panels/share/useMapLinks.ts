'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type * as z from 'zod/mini'
import type { accessLinkSchema } from '../../../lib/protocol/api'
import type { LinkGrant } from '../../../lib/protocol/role'
import { api, type ApiProblem } from '../../hooks/api'
import { useSelf } from '../../hooks/useMap'
import { forgetLink, recallLinks, rememberLinks, type KnownLinks } from '../../hooks/mapLinks'

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

/** The links of a map, for those who may manage them. Asks the server once. */
export function useMapLinks(mapId: string, may: boolean): MapLinks {
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
    setLinks(answer.value.links.filter((link) => link.revokedAt === null))
    setState('ready')
  }, [seat])

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
      rememberLinks(mapId, { [grant]: { url, key } })
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
      // Which key belongs to a listed link is known to nobody; if it was the only one of its grant, it was this one.
      const same = links.filter(({ grant }) => grant === link.grant)
      const own = recallLinks(mapId)[link.grant]
      if (own !== undefined && same.length === 1) forgetLink(mapId, own.key)
      setKnown(recallLinks(mapId))
      setLinks((before) => before.filter(({ id }) => id !== link.id))
      setProblem(undefined)
      return true
    },
    [mapId, seat, links],
  )

  return { state, problem, links, known, create, revoke }
}
