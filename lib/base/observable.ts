import { callAll } from './listeners'

/**
 * A value that changes over time, such as everything that lib/editor tells React (by
 * `useSyncExternalStore`). `get` returns the same object until the value changes.
 */
export interface Observable<Value> {
  get(): Value
  /**
   * Calls `listener` after each change; the returned function ends it. What it throws is reported as
   * uncaught, and stops neither the change nor the other listeners.
   */
  subscribe(listener: () => void): () => void
}

export interface Settable<Value> extends Observable<Value> {
  /** Does nothing if the value is the same object. */
  set(value: Value): void
}

/** Makes an observable that holds `initial`. */
export function createObservable<Value>(initial: Value): Settable<Value> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      callAll(listeners)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of an observable: tells of a change only if that part is another object. Costs nothing without listeners. */
export function selectObservable<Whole, Part>(
  whole: Observable<Whole>,
  select: (whole: Whole) => Part,
): Observable<Part> {
  return {
    get: () => select(whole.get()),
    subscribe(listener) {
      let before = select(whole.get())
      return whole.subscribe(() => {
        const now = select(whole.get())
        if (Object.is(now, before)) return
        before = now
        listener()
      })
    },
  }
}
