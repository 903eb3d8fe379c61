import { applyPatch } from '../../lib/document/applyPatch'
import { origins } from '../../lib/document/origin'
import type { Result } from '../../lib/base/result'
import type { MapPatch } from '../../lib/model/mapPatch'
import type { MapView } from '../../lib/model/mapView'
import type { Role } from '../../lib/protocol/role'
import type { ChangeAsUpdate, Settlement } from './intake'
import type { Room } from './room'

/**
 * What the server wants done: a patch, a way to make one from the map as it is, or an update that was
 * worked out elsewhere from what is stored, as clients do.
 */
export type MapChange<Reason> = MapPatch | ((view: MapView) => Result<MapPatch, Reason>) | ChangeAsUpdate

export type ChangeOutcome<Reason> =
  | { readonly kind: 'done'; readonly patch?: MapPatch }
  | { readonly kind: 'no-such-map' }
  /** A newer Weft made the map: it may be read, not written. */
  | { readonly kind: 'read-only' }
  /** Those who run the meeting keep whoever asked for it from something in it; nothing has changed. */
  | { readonly kind: 'protected' }
  /** Whoever makes the patch found a reason not to. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** It could not be stored; nothing has changed. */
  | { readonly kind: 'failed' }

/**
 * Works the change out on a copy of the document and hands the resulting update to the room, so
 * that nobody sees it before it is stored.
 * @param role in whose right; undefined: in the server's own
 * Cost: a copy of the document per change, or nothing for an update.
 */
export async function makeChange<Reason>(
  room: Room,
  change: MapChange<Reason>,
  by: string | undefined,
  role?: Role,
): Promise<ChangeOutcome<Reason>> {
  if ('update' in change) return outcomeOf([await room.submit(change, by, role)])
  let read: Awaited<ReturnType<Room['readCopy']>>
  try {
    read = await room.readCopy()
  } catch {
    return { kind: 'failed' }
  }
  if (read === undefined) return { kind: 'no-such-map' }
  const { view, copy } = read
  try {
    if (room.isReadOnly()) return { kind: 'read-only' }
    const made: Result<MapPatch, Reason> = typeof change === 'function' ? change(view) : { ok: true, value: change }
    if (!made.ok) return { kind: 'refused', reason: made.reason }
    const updates: Uint8Array[] = []
    copy.on('update', (update) => updates.push(update))
    applyPatch(copy, made.value, origins.command)
    const outcomes = await Promise.all(updates.map((update) => room.submit({ update }, by, role)))
    const outcome = outcomeOf(outcomes)
    return outcome.kind === 'done' ? { kind: 'done', patch: made.value } : outcome
  } finally {
    copy.destroy()
  }
}

function outcomeOf(settlements: readonly Settlement[]): {
  readonly kind: 'done' | 'no-such-map' | 'protected' | 'failed'
} {
  if (settlements.includes('protected')) return { kind: 'protected' }
  if (settlements.includes('no-such-map')) return { kind: 'no-such-map' }
  return { kind: settlements.includes('failed') ? 'failed' : 'done' }
}
