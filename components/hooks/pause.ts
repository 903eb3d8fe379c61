import { mayEdit } from '../../lib/protocol/role'
import type { Editor } from './editor'

/** Somebody holds the map: this person could change it, and may again once it is released. */
export function isPaused({ hold, self }: Editor): boolean {
  const { role, mayEdit: mayNow } = self.get()
  return hold.get() !== undefined && !mayNow && mayEdit(role)
}
