import { createObservable, type Observable } from '../../lib/base/observable'

export interface ToastOptions {
  /** A toast takes the place of one with the same id. */
  readonly id?: string | number
  /** A second line. */
  readonly description?: string
  /** Milliseconds; six seconds if left out. */
  readonly duration?: number
  /** Stays until it is closed, by a button of its own, or dismissed: for an offer that is nowhere else. */
  readonly stays?: boolean
  readonly action?: { readonly label: string; readonly onClick: () => void }
  /** Another thing to do, before the first. Either closes the toast. */
  readonly second?: { readonly label: string; readonly onClick: () => void }
}

/** Letters of a thing to do that leave the words beside it room for whole lines. */
const shortAction = 16

/** Letters of words that stand in a few lines beside a thing to do. */
const shortWords = 64

/**
 * Whether what there is to do stands below the words: two things, or one of a long name, leave no room beside them,
 * and long words have need of the whole width.
 */
export function standsBelow(words: string, { action, second }: Pick<ToastOptions, 'action' | 'second'>): boolean {
  if (action === undefined) return second !== undefined
  return second !== undefined || action.label.length > shortAction || words.length > shortWords
}

/** What is asked of the toaster. */
export type ToastOrder =
  | {
      readonly kind: 'plain' | 'success' | 'error'
      readonly id: string | number
      readonly words: string
      readonly options: ToastOptions
    }
  | { readonly kind: 'dismiss'; readonly id: string | number }

const wanted = createObservable(false)
const waiting: ToastOrder[] = []
let toaster: ((order: ToastOrder) => void) | undefined
let made = 0
/** Those that only say something: no error, nothing to do about it, none that stays. */
const passing = new Set<string | number>()
/** Those beside them that go by themselves, with something to do that the page offers elsewhere too. */
const brief = new Set<string | number>()
/** The last toast of each thing that is said anew. */
const latest = new Map<string, { readonly id: string | number; readonly words: string }>()

/** True from the first toast, or from `prepareToasts`, on: what draws them comes late. */
export const toasterWanted: Observable<boolean> = wanted

/** Has the toaster come before there is anything to say, so that the first toast appears at once. */
export function prepareToasts(): void {
  wanted.set(true)
}

/** For the toaster: takes over what has been said so far and hears what follows. The returned function ends it. */
export function takeToasts(take: (order: ToastOrder) => void): () => void {
  toaster = take
  for (const order of waiting.splice(0)) take(order)
  return () => {
    if (toaster === take) toaster = undefined
  }
}

function send(order: ToastOrder): void {
  if (toaster !== undefined) toaster(order)
  else {
    waiting.push(order)
    wanted.set(true)
  }
}

function say(kind: 'plain' | 'success' | 'error', words: string, options: ToastOptions = {}): string | number {
  const id = options.id ?? `toast-${(made += 1)}`
  const { action, second, stays, duration } = options
  const passes = kind !== 'error' && (action ?? second ?? stays ?? duration) === undefined
  const isBrief = !passes && kind !== 'error' && (second ?? stays ?? duration) === undefined
  for (const [set, belongs] of [
    [passing, passes],
    [brief, isBrief],
  ] as const) {
    if (belongs) set.add(id)
    else set.delete(id)
  }
  send({ kind, id, words, options })
  return id
}

function dismissAll(ids: Set<string | number>): void {
  for (const id of ids) send({ kind: 'dismiss', id })
  ids.clear()
}

/** Says something in passing. The id takes it away again. */
export const toast = Object.assign((words: string, options?: ToastOptions) => say('plain', words, options), {
  /** Something has worked. */
  success: (words: string, options?: ToastOptions) => say('success', words, options),
  /** Something has not worked. */
  error: (words: string, options?: ToastOptions) => say('error', words, options),
  /** Says it in front of all others, in place of what was said of the same thing before. */
  anew: (thing: string, words: string, options: Omit<ToastOptions, 'id'> = {}): void => {
    const before = latest.get(thing)
    // The same words are there already, or on their way out: twice they would be two messages.
    const isSame = before?.words === words
    if (before !== undefined && !isSame) send({ kind: 'dismiss', id: before.id })
    const id = say('plain', words, isSame ? { ...options, id: before.id } : options)
    latest.set(thing, { id, words })
  },
  /** Takes away what was said of a thing, if it is still there. */
  past: (thing: string): void => {
    const before = latest.get(thing)
    if (before !== undefined) send({ kind: 'dismiss', id: before.id })
    latest.delete(thing)
  },
  /** Takes a toast away, if it is still there. */
  dismiss: (id: string | number): void => send({ kind: 'dismiss', id }),
  /** Takes away what was only said in passing: something begins that it may be in the way of. */
  dismissPassing: (): void => {
    dismissAll(passing)
  },
  /** Takes away all that would soon go by itself: something comes over what it was about. Errors, and what stays, stay. */
  giveWay: (): void => {
    dismissAll(passing)
    dismissAll(brief)
  },
})
