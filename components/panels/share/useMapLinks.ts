'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { GuardLinkRequest, ListedLink } from '../../../lib/protocol/links'
import type { LinkGrant } from '../../../lib/protocol/role'
import type { ApiProblem } from '../../hooks/api'
import { useEditor } from '../../hooks/EditorProvider'
import { serverTime } from '../../hooks/serverTime'
import { useSelf } from '../../hooks/useMap'
import { keepLivingLinks, recallLinks, rememberLinks, type KnownLinks } from '../../hooks/mapLinks'
import { linksApi } from './linksApi'

export interface MapLinks {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly problem: ApiProblem | undefined
  /** Links that were not switched off, oldest first; those that ended too, since who came by them is still in. */
  readonly links: readonly ListedLink[]
  /** Addresses of those that this device has seen the keys of. */
  readonly known: KnownLinks
  readonly create: (grant: LinkGrant) => Promise<string | undefined>
  readonly revoke: (link: ListedLink) => Promise<boolean>
  /** @returns why it was not done */
  readonly guard: (link: ListedLink, request: GuardLinkRequest) => Promise<ApiProblem | undefined>
  /** @returns the link that has its place */
  readonly renew: (link: ListedLink) => Promise<NewLink | undefined>
}

export interface NewLink {
  readonly link: ListedLink
  readonly url: string
}

/**
 * The links of a map, for those who may manage them. Asks the server, anew when somebody changes one; an address that this device
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
    const askedAt = Date.now()
    const answer = await linksApi.list(seat)
    if (!answer.ok) {
      setProblem(answer.reason)
      setState('failed')
      return
    }
    serverTime.answered(answer.value.now, askedAt, Date.now())
    setProblem(undefined)
    const listed = answer.value.links.filter((link) => link.revokedAt === null)
    setLinks(listed)
    setKnown(keepLivingLinks(mapId, grants, livingOf(listed)))
    setState('ready')
  }, [mapId, seat, grants])

  // Also when a colleague has changed one meanwhile.
  const { onEvent } = useEditor()
  useEffect(() => {
    if (!may) return undefined
    void load()
    return onEvent(({ kind }) => {
      if (kind === 'links') void load()
    })
  }, [may, load, onEvent])

  const add = useCallback(
    ({ link, url, key }: { readonly link: ListedLink; readonly url: string; readonly key: string }) => {
      rememberLinks(mapId, { [link.grant]: { id: link.id, url, key } })
      setKnown(recallLinks(mapId))
      setLinks((before) => [...before, link])
      setProblem(undefined)
    },
    [mapId],
  )

  const put = useCallback((changed: ListedLink) => {
    setLinks((before) => before.map((link) => (link.id === changed.id ? changed : link)))
  }, [])

  const create = useCallback(
    async (grant: LinkGrant) => {
      const answer = await linksApi.create(seat, grant)
      if (!answer.ok) {
        setProblem(answer.reason)
        return undefined
      }
      add(answer.value)
      return answer.value.url
    },
    [seat, add],
  )

  const revoke = useCallback(
    async (link: ListedLink) => {
      const answer = await linksApi.revoke(seat, link.id)
      if (!answer.ok) {
        setProblem(answer.reason)
        return false
      }
      const left = links.filter(({ id }) => id !== link.id)
      setKnown(keepLivingLinks(mapId, [link.grant], livingOf(left)))
      setLinks((before) => before.filter(({ id }) => id !== link.id))
      setProblem(undefined)
      return true
    },
    [mapId, seat, links],
  )

  const guard = useCallback(
    async (link: ListedLink, request: GuardLinkRequest) => {
      const answer = await linksApi.guard(seat, link.id, request)
      if (!answer.ok) return answer.reason
      put(answer.value.link)
      return undefined
    },
    [seat, put],
  )

  const renew = useCallback(
    async (link: ListedLink) => {
      const answer = await linksApi.renew(seat, link.id)
      if (!answer.ok) {
        setProblem(answer.reason)
        return undefined
      }
      put(answer.value.renewed)
      add(answer.value)
      return answer.value
    },
    [seat, put, add],
  )

  return { state, problem, links, known, create, revoke, guard, renew }
}

/** Ids of links that may let somebody in again, be it after their end was moved. */
function livingOf(links: readonly ListedLink[]): readonly string[] {
  return links.filter(({ renewedAt }) => renewedAt === null).map(({ id }) => id)
}
