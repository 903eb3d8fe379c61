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

/** Whether what there is to do stands below the words: two things, or one of a long name, leave no room beside them. */
export function standsBelow({ action, second }: Pick<ToastOptions, 'action' | 'second'>): boolean {
  return second !== undefined || (action !== undefined && action.label.length > shortAction)
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
  send({ kind, id, words, options })
  return id
}

/** Says something in passing. The id takes it away again. */
export const toast = Object.assign((words: string, options?: ToastOptions) => say('plain', words, options), {
  /** Something has worked. */
  success: (words: string, options?: ToastOptions) => say('success', words, options),
  /** Something has not worked. */
  error: (words: string, options?: ToastOptions) => say('error', words, options),
  /** Takes a toast away, if it is still there. */
  dismiss: (id: string | number): void => send({ kind: 'dismiss', id }),
})
