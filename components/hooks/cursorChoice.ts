import { createObservable, type Observable } from '../../lib/base/observable'

const storageKey = 'weft.hide-cursors'

const hidden = createObservable(false)
let read = false

/** True if this person does not want to see the cursors of others, as kept on this device. */
export const cursorsHidden: Observable<boolean> = {
  get: () => {
    if (!read && typeof document !== 'undefined') {
      read = true
      hidden.set(recall())
    }
    return hidden.get()
  },
  subscribe: hidden.subscribe,
}

/** Hides or shows the cursors of others, on every map, and remembers it on this device. */
export function hideCursors(hide: boolean): void {
  read = true
  try {
    if (hide) localStorage.setItem(storageKey, 'yes')
    else localStorage.removeItem(storageKey)
  } catch {
    // Storage is off: it holds for as long as the page is open.
  }
  hidden.set(hide)
}

function recall(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'yes'
  } catch {
    return false
  }
}
