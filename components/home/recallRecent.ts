import * as z from 'zod/mini'
import { recentMapsAnswerSchema, type RecentMapsAnswer } from '../../lib/protocol/recentMaps'
import { recallSeats } from '../join/seat'

export type RecentMap = RecentMapsAnswer['maps'][number]

/** A map in the list. What only the server knows is absent while it cannot be reached. */
export type ListedMap = Pick<RecentMap, 'id' | 'title'> & Partial<Omit<RecentMap, 'id' | 'title'>>

const storageKey = 'weft.recent'

/** Keeps the server's list, so that the start page shows it without a network as well. */
export function rememberRecent(answer: RecentMapsAnswer): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(answer))
  } catch {
    // Storage is off: without a network the list is then shorter.
  }
}

/** The maps this device knows by itself: those of the last list, and those joined since. */
export function recallRecent(): readonly ListedMap[] {
  const listed = readStored()
  const known = new Set(listed.map((map) => map.id))
  const joined = recallSeats().filter((seat) => !known.has(seat.mapId))
  return [...joined.map(({ mapId, title }) => ({ id: mapId, title })), ...listed.map(({ thumbnail: _, ...map }) => map)]
}

function readStored(): readonly RecentMap[] {
  try {
    const parsed = z.safeParse(recentMapsAnswerSchema, JSON.parse(localStorage.getItem(storageKey) ?? 'null'))
    return parsed.success ? parsed.data.maps : []
  } catch {
    return []
  }
}
