import type { ElementId } from '../../lib/base/ids'
import type { RoundSetup } from '../../lib/practice/round'

/**
 * A standing round in which everyone judges one element, without names.
 * @param question names no element: it is read by all, and that one may be hidden from some, now or later
 */
export function judgeSetup(id: ElementId, question: string): RoundSetup {
  return { kind: 'challenge', anonymous: true, of: 'everyone', targets: [id], question }
}
