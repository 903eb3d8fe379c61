'use client'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Observable } from '../../lib/base/observable'

/** Follows an observable; the component redraws when it changes. */
export function useObservable<Value>(observable: Observable<Value>): Value
/**
 * Follows a part of an observable; the component redraws only when that part is another one by `isSame`.
 * A selector that makes new objects needs an `isSame` that looks inside them.
 */
export function useObservable<Value, Part>(
  observable: Observable<Value>,
  select: (value: Value) => Part,
  isSame?: (a: Part, b: Part) => boolean,
): Part
export function useObservable<Value, Part>(
  observable: Observable<Value>,
  select?: (value: Value) => Part,
  isSame: (a: Part, b: Part) => boolean = Object.is,
): Value | Part {
  const last = useRef<{ readonly part: Value | Part } | undefined>(undefined)
  const read = useCallback((): Value | Part => {
    const value = observable.get()
    const part: Value | Part = select === undefined ? value : select(value)
    const before = last.current
    // useSyncExternalStore needs the same object for as long as nothing that matters has changed.
    if (before !== undefined && (Object.is(before.part, part) || isSame(before.part as Part, part as Part))) {
      return before.part
    }
    last.current = { part }
    return part
  }, [observable, select, isSame])
  return useSyncExternalStore(observable.subscribe, read, read)
}

/** True if two lists hold the same objects in the same order. */
export function isSameList<Entry>(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => Object.is(entry, b[index]))
}
