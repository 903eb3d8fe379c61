import * as z from 'zod/mini'
import { participantSchema, type JoinAnswer } from '../../lib/protocol/api'
import { roleSchema } from '../../lib/protocol/role'

/**
 * A seat: who this browser is on one map, as the server answered when it joined. Remembered per tab
 * (two tabs may have come by two links) and per device, so that a reload needs neither key nor network.
 */
const seatSchema = z.object({
  participant: participantSchema,
  role: roleSchema,
  title: z.string(),
  /** The meeting had not started when the server last said. */
  waits: z.optional(z.boolean()),
})
export type Seat = z.output<typeof seatSchema>

const seatKey = (mapId: string): string => `weft.seat.${mapId}`
const nameKey = 'weft.name'

/** Storage may be switched off or full: what cannot be kept is simply asked for again. */
function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}

function write(storage: () => Storage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(key)
    else storage().setItem(key, value)
  } catch {
    // See read().
  }
}

const tab = (): Storage => sessionStorage
const device = (): Storage => localStorage

function parseSeat(text: string | null): Seat | undefined {
  if (text === null) return undefined
  try {
    const parsed = z.safeParse(seatSchema, JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The seat that this tab, or else this device, has on the map. */
export function recallSeat(mapId: string): Seat | undefined {
  return parseSeat(read(tab, seatKey(mapId))) ?? parseSeat(read(device, seatKey(mapId)))
}

/** Every map this device has a seat on, in no order. */
export function recallSeats(): readonly (Seat & { readonly mapId: string })[] {
  const prefix = seatKey('')
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const seat = key.startsWith(prefix) ? parseSeat(localStorage.getItem(key)) : undefined
      return seat === undefined ? [] : [{ ...seat, mapId: key.slice(prefix.length) }]
    })
  } catch {
    return []
  }
}

/** Keeps the answer to a join, and the name for next time. */
export function rememberSeat(mapId: string, answer: JoinAnswer): Seat {
  const seat: Seat = {
    participant: answer.participant,
    role: answer.role,
    title: answer.map.title,
    waits: answer.waits,
  }
  const text = JSON.stringify(seat)
  write(tab, ticketKey(mapId), undefined)
  write(tab, seatKey(mapId), text)
  write(device, seatKey(mapId), text)
  return seat
}

/** Forgets a seat that the server no longer honours. */
export function forgetSeat(mapId: string): void {
  write(tab, ticketKey(mapId), undefined)
  write(tab, seatKey(mapId), undefined)
  write(device, seatKey(mapId), undefined)
}

/** What someone came with: a key from a link, or a code. */
const ticketSchema = z.object({ key: z.optional(z.string()), code: z.optional(z.string()) })
export type Ticket = z.output<typeof ticketSchema>

const ticketKey = (mapId: string): string => `weft.ticket.${mapId}`

/** The ticket that this tab came with and has not used yet. */
export function recallTicket(mapId: string): Ticket {
  try {
    const parsed = z.safeParse(ticketSchema, JSON.parse(read(tab, ticketKey(mapId)) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

export function rememberTicket(mapId: string, ticket: Ticket): void {
  write(tab, ticketKey(mapId), JSON.stringify(ticket))
}

/** The first name given last time, to fill in the field. */
export function recallName(): string {
  return read(device, nameKey) ?? ''
}

export function rememberName(name: string): void {
  write(device, nameKey, name)
}
