import { createObservable, type Observable } from '../../lib/base/observable'

export interface Announcement {
  readonly text: string
  /** Assertive interrupts what a screen reader says; keep it for what must not be missed. */
  readonly urgent: boolean
  /** Rises with every announcement, so that the same words are said again. */
  readonly turn: number
}

const current = createObservable<Announcement>({ text: '', urgent: false, turn: 0 })

/** What the page's live region says now. */
export const announcement: Observable<Announcement> = current

/** Says something to screen readers, through the page's one live region. Nothing appears on the screen. */
export function announce(text: string, options: { readonly urgent?: boolean } = {}): void {
  current.set({ text, urgent: options.urgent ?? false, turn: current.get().turn + 1 })
}

/** Empties the live region if it still says this, which has come to be false: whoever reads the page by ear reads it there. */
export function unsay(text: string): void {
  if (current.get().text === text) current.set({ ...current.get(), text: '' })
}
