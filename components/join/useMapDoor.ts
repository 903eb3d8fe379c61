'use client'
import { useCallback, useEffect, useState } from 'react'
import { grantedRole, roles, type Role } from '../../lib/protocol/role'
import { api, type ApiProblem } from '../hooks/api'
import { noteArrival } from '../hooks/arrival'
import { joinPartings, type Parting } from './parting'
import {
  forgetSeat,
  recallSeat,
  recallTicket,
  rememberName,
  rememberSeat,
  rememberTicket,
  type Seat,
  type Ticket,
} from './seat'

/** Where someone stands who wants to come into a map. */
export type Door =
  | { readonly kind: 'checking' }
  | ({ readonly kind: 'asking'; readonly problem?: ApiProblem } & Invitation)
  | ({ readonly kind: 'joining' } & Invitation)
  | { readonly kind: 'denied'; readonly problem: ApiProblem; readonly parting?: Parting | undefined }
  | { readonly kind: 'open'; readonly seat: Seat }

/** What is known of a map at its door; its title only to who need not give a passcode first. */
interface Invitation {
  readonly title: string
  readonly role: Role
  readonly hasPasscode: boolean
}

export type ShutOut = (code: string, parting?: Parting) => void

export interface MapDoor {
  readonly door: Door
  readonly join: (name: string, passcode?: string) => void
  /**
   * The server no longer honours this seat: says why, and offers what would be lost with the map. The seat
   * is forgotten, unless this device keeps changes that no server has: then a reload offers them again.
   */
  readonly shutOut: ShutOut
  readonly tryAgain: () => void
}

/**
 * Takes the key or code out of the address, so that it is neither shown nor bookmarked by accident.
 * The tab keeps it until someone is in, so that a reload at the door does not lose it.
 */
function takeTicket(mapId: string): Ticket {
  const parameters = new URLSearchParams(location.hash.slice(1))
  const key = parameters.get('k')
  const code = parameters.get('c')
  if (key === null && code === null) return recallTicket(mapId)
  history.replaceState(history.state, '', location.pathname + location.search)
  const ticket: Ticket = key === null ? { code: code ?? '' } : { key }
  rememberTicket(mapId, ticket)
  return ticket
}

/** Finds out whether this browser may come into a map, and as whom. */
export function useMapDoor(mapId: string): MapDoor {
  const [door, setDoor] = useState<Door>({ kind: 'checking' })
  const [ticket, setTicket] = useState<Ticket>()
  const [parting, setParting] = useState<Parting>()

  useEffect(() => {
    const read = (): void => setTicket(takeTicket(mapId))
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
        if (!found.ok) return show({ kind: 'denied', problem: found.reason })
        const { map, grant, hasPasscode } = found.value
        return show({ kind: 'asking', title: map.title, role: grantedRole(grant), hasPasscode })
      }
      const remembered = recallSeat(mapId)
      if (key === undefined && remembered !== undefined) return show({ kind: 'open', seat: remembered })
      const access = await api.access(mapId, key)
      if (!access.ok) {
        const problem = access.reason
        const isAway = problem.code === 'offline' && remembered !== undefined
        if (isAway) return show({ kind: 'open', seat: remembered })
        if (problem.code !== 'passcode-needed') return show({ kind: 'denied', problem })
        const { role } = (problem.details ?? {}) as { readonly role?: unknown }
        const granted = roles.find((one) => one === role) ?? 'viewer'
        return show({ kind: 'asking', title: '', role: granted, hasPasscode: true })
      }
      const { map, role, participant, waits } = access.value
      // Known here by this very link: nothing is left to ask.
      if (participant !== null)
        return show({ kind: 'open', seat: rememberSeat(mapId, { participant, role, map, waits }) })
      show({ kind: 'asking', title: map.title, role, hasPasscode: false })
    }
    void look()
    return () => {
      current = false
    }
  }, [mapId, ticket])

  const join = useCallback(
    (name: string, passcode?: string) => {
      if (door.kind !== 'asking') return
      const { title, role } = door
      setDoor({ kind: 'joining', title, role, hasPasscode: door.hasPasscode })
      const request = { name, ...ticket, ...(passcode === undefined ? {} : { passcode }) }
      void api.join(mapId, request).then((answer) => {
        if (!answer.ok) {
          const { reason: problem } = answer
          if (problem.code === 'link-ended') return setDoor({ kind: 'denied', problem })
          // One may have been set since the door was opened.
          const hasPasscode = door.hasPasscode || problem.code === 'passcode-needed'
          return setDoor({ kind: 'asking', title, role, hasPasscode, problem })
        }
        rememberName(name)
        noteArrival()
        setDoor({ kind: 'open', seat: rememberSeat(mapId, answer.value) })
      })
    },
    [door, mapId, ticket],
  )

  const shutOut = useCallback(
    (code: string, left?: Parting) => {
      if (left === undefined || left.unsent === 0 || !left.kept) forgetSeat(mapId)
      // Trying again in vain takes nothing away that was offered before.
      setParting((before) => joinPartings(before, left))
      setDoor({ kind: 'denied', problem: { code, message: '', status: 0 } })
    },
    [mapId],
  )

  const tryAgain = useCallback(() => {
    setDoor({ kind: 'checking' })
    setTicket((before) => ({ ...before }))
  }, [])

  return { door: door.kind === 'denied' ? { ...door, parting } : door, join, shutOut, tryAgain }
}
