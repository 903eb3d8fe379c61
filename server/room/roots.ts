import { isId } from '../../lib/base/ids'
import { openRoots } from '../../lib/model/openRoots'

const fixedRoots: ReadonlySet<string> = new Set(['meta', 'elements', 'links', ...openRoots])
const positionsPrefix = 'positions:'

/** True for the roots that a map's document may have; every other name is refused. */
export function isKnownRoot(name: string): boolean {
  return fixedRoots.has(name) || (name.startsWith(positionsPrefix) && isId(name.slice(positionsPrefix.length)))
}
