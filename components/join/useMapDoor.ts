'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Role } from '../../lib/protocol/role'
import { api, type ApiProblem } from '../hooks/api'
import { forgetSeat, recallSeat, rememberName, rememberSeat, type Seat } from './seat'

/** Where someone stands who wants to come into a map. */
export type Door =
  | { readonly kind: 'checking' }
  | { readonly kind: 'asking'; readonly title: string; readonly role: Role; readonly problem?: ApiProblem }
  | { readonly kind: 'joining'; readonly title: string; readonly role: Role }
  | { readonly kind: 'denied'; readonly code: string }
  | { readonly kind: 'open'; readonly seat: Seat }

export interface MapDoor {
  readonly door: Door
  readonly join: (name: string) => void
  /** The server no longer honours this seat: forget it and say why. */
  readonly shutOut: (code: string) => void
  readonly tryAgain: () => void
}

/** Takes the key or code out of the address, so that it is neither shown nor bookmarked by accident. */
function takeFragment(): { readonly key?: string; readonly code?: string } {
  const parameters = new URLSearchParams(location.hash.slice(1))
  const key = parameters.get('k')
  const code = parameters.get('c')
  if (key === null && code === null) return {}
  history.replaceState(history.state, '', location.pathname + location.search)
  return key === null ? { code: code ?? '' } : { key }
}

/** Finds out whether this browser may come into a map, and as whom. */
export function useMapDoor(mapId: string): MapDoor {
  const [door, setDoor] = useState<Door>({ kind: 'checking' })
  const [ticket, setTicket] = useState<{ readonly key?: string; readonly code?: string } | undefined>()

  useEffect(() => {
    const read = (): void => setTicket(takeFragment())
    read()
    // A second link pasted into the same tab changes only the fragment.
    const onHash = (): void => {
      if (location.hash.length > 1) read()
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [mapId])

  useEffect(() => {
    if (ticket === undefined) return
    let current = true
    const show = (next: Door): void => {
      if (current) setDoor(next)
    }
    const look = async (): Promise<void> => {
      const { key, code } = ticket
      if (code !== undefined) {
        const found = await api.findCode(code)
        if (!found.ok) return show({ kind: 'denied', code: found.reason.code })
        return show({ kind: 'asking', title: found.value.map.title, role: 'contributor' })
      }
      const remembered = key === undefined ? recallSeat(mapId) : undefined
      if (remembered !== undefined) return show({ kind: 'open', seat: remembered })
      const access = await api.access(mapId, key)
      if (!access.ok) return show({ kind: 'denied', code: access.reason.code })
      const { map, role, participant } = access.value
      if (key === undefined && participant !== null) {
        return show({ kind: 'open', seat: rememberSeat(mapId, { participant, role, map }) })
      }
      show({ kind: 'asking', title: map.title, role })
    }
    void look()
    return () => {
      current = false
    }
  }, [mapId, ticket])

  const join = useCallback(
    (name: string) => {
      if (door.kind !== 'asking') return
      const { title, role } = door
      setDoor({ kind: 'joining', title, role })
      const request = { name, ...ticket }
      void api.join(mapId, request).then((answer) => {
        if (!answer.ok) return setDoor({ kind: 'asking', title, role, problem: answer.reason })
        rememberName(name)
        setDoor({ kind: 'open', seat: rememberSeat(mapId, answer.value) })
      })
    },
    [door, mapId, ticket],
  )

  const shutOut = useCallback(
    (code: string) => {
      forgetSeat(mapId)
      setDoor({ kind: 'denied', code })
    },
    [mapId],
  )

  const tryAgain = useCallback(() => {
    setDoor({ kind: 'checking' })
    setTicket((before) => ({ ...before }))
  }, [])

  return { door, join, shutOut, tryAgain }
}
