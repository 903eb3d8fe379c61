import { createObservable, type Observable } from '../../lib/base/observable'

export type HintSide = 'top' | 'right' | 'bottom' | 'left'

/** The words for one thing on the page, and where it is. */
export interface Hint<Words> {
  /** Of the tooltip that says it: one a component. */
  readonly id: string
  readonly element: HTMLElement
  readonly label: Words
  readonly shortcut: readonly string[] | undefined
  readonly side: HintSide
}

export interface HintTimes {
  /** Rest of the pointer before the words come, milliseconds. */
  readonly delay: number
  /** So soon after one, the next comes at once. */
  readonly skip: number
  /** Way of the pointer from the thing to the words. */
  readonly grace: number
}

export interface HintDesk<Words> {
  /** The one hint that is shown, if any. */
  readonly shown: Observable<Hint<Words> | undefined>
  /** The pointer has come to a thing. */
  enter(hint: Hint<Words>): void
  /** The pointer has left the thing, or its words. */
  leave(id: string): void
  /** The pointer is on the words themselves: they stay. */
  hold(): void
  /** The keyboard has come to a thing: its words come at once. */
  show(hint: Hint<Words>): void
  /** The words have become others while they are shown. */
  renew(id: string, words: Pick<Hint<Words>, 'label' | 'shortcut' | 'side'>): void
  /** Away with it at once: pressed, left by the keyboard, Esc, gone from the page. Of `id` alone, if given. */
  close(id?: string): void
}

/** Decides which hint is shown when: one at a time, never in the way of a press. */
export function createHintDesk<Words>({ delay, skip, grace }: HintTimes, now: () => number): HintDesk<Words> {
  const shown = createObservable<Hint<Words> | undefined>(undefined)
  let coming: { readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
  let going: ReturnType<typeof setTimeout> | undefined
  let closedAt = Number.NEGATIVE_INFINITY

  const callOff = (): void => {
    clearTimeout(coming?.timer)
    coming = undefined
  }
  const stay = (): void => {
    clearTimeout(going)
    going = undefined
  }
  const show = (hint: Hint<Words>): void => {
    callOff()
    stay()
    shown.set(hint)
  }
  const close = (id?: string): void => {
    if (id === undefined || coming?.id === id) callOff()
    const current = shown.get()
    if (current === undefined || (id !== undefined && current.id !== id)) return
    stay()
    closedAt = now()
    shown.set(undefined)
  }
  return {
    shown,
    enter: (hint) => {
      const current = shown.get()
      if (current?.id === hint.id) {
        stay()
        return
      }
      callOff()
      if (current !== undefined || now() - closedAt < skip) show(hint)
      else coming = { id: hint.id, timer: setTimeout(() => show(hint), delay) }
    },
    leave: (id) => {
      if (coming?.id === id) callOff()
      if (shown.get()?.id !== id) return
      stay()
      going = setTimeout(() => close(id), grace)
    },
    hold: stay,
    show,
    renew: (id, words) => {
      const current = shown.get()
      if (current?.id === id) shown.set({ ...current, ...words })
    },
    close,
  }
}
