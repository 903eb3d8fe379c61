import { containsPoint, inflate, type Rect } from '../../lib/geometry/rect'
import { isAtLeast } from '../../lib/protocol/role'
import type { Person } from '../hooks/editor'

/** With more people than this on a map, oneself included, cursors are quiet. */
export const crowd = 25
/** A still cursor loses its name after this, milliseconds; in a crowd it goes. */
export const namedTime = 3_000
/** Cursors of a crowd that are shown at once. */
const mostShown = 20

/** When each person's cursor moved last, milliseconds. */
export type CursorTimes = ReadonlyMap<string, number>

/** Follows when cursors move: give it the people whenever they change. */
export function createCursorWatch(): (people: readonly Person[], now: number) => CursorTimes {
  let seen = new Map<string, { readonly cursor: string | undefined; readonly at: number }>()
  return (people, now) => {
    const next: typeof seen = new Map()
    for (const { id, presence } of people) {
      const cursor = presence.cursor?.join()
      const known = seen.get(id)
      // Where somebody's cursor was when one came is no movement.
      next.set(id, known?.cursor === cursor && known !== undefined ? known : { cursor, at: now })
    }
    seen = next
    return new Map([...next].map(([id, { at }]) => [id, at]))
  }
}

interface Onlooker {
  /** Id of the person that is followed. */
  readonly following: string | undefined
  /** The part of the canvas that is seen. */
  readonly visible: Rect
  readonly moved: CursorTimes
  readonly now: number
}

/**
 * Whose cursors are shown: everybody's, or in a crowd that of the followed person, and of those who
 * move within the view at most twenty, who runs the meeting first, then who moved last.
 */
export function shownCursors(
  people: readonly Person[],
  { following, visible, moved, now }: Onlooker,
): readonly Person[] {
  if (people.length + 1 <= crowd) return people
  const view = inflate(visible, Math.max(visible.width, visible.height) * 0.1)
  const at = ({ id }: Person): number => moved.get(id) ?? 0
  const leads = ({ role }: Person): number => (role !== undefined && isAtLeast(role, 'facilitator') ? 1 : 0)
  const moving = people.filter((person) => {
    const { cursor } = person.presence
    if (cursor === null || cursor === undefined || person.id === following) return false
    return now - at(person) < namedTime && containsPoint(view, { x: cursor[0], y: cursor[1] })
  })
  const followed = people.filter(({ id }) => id === following)
  const chosen = moving.sort((a, b) => leads(b) - leads(a) || at(b) - at(a)).slice(0, mostShown)
  return [...followed, ...chosen]
}
