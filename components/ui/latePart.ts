'use client'
import { createElement, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { createObservable, type Observable } from '../../lib/base/observable'

/** Before a part that could not be loaded is asked for again, milliseconds. */
const pause = 2_000
/** How long a part that neither comes nor fails is waited for without a word, milliseconds. */
const patience = 8_000

const missing = createObservable<ReadonlySet<object>>(new Set())

/** The parts that the page wants to draw and that have not come, after a second try or a long wait. */
export const missingParts: Observable<ReadonlySet<object>> = missing

function setMissing(part: object, isMissing: boolean): void {
  const before = missing.get()
  if (before.has(part) === isMissing) return
  const others = [...before].filter((other) => other !== part)
  missing.set(new Set(isMissing ? [...others, part] : others))
}

export interface LatePart<Props> {
  (props: Props): ReactNode
  /** Loads it beforehand, when the page has nothing better to do. */
  readonly preload: () => void
}

/**
 * A part of the page that is loaded when it is first drawn. Until it is there it draws nothing. Where
 * React's `lazy` would take the whole page down, it tries again as long as it is wanted: a network that
 * is gone for a moment must not cost anybody the map. Meanwhile it counts among `missingParts`.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading = false
  let failures = 0
  let late: ReturnType<typeof setTimeout> | undefined
  const waiting = new Set<() => void>()

  const begin = (): void => {
    if (loaded !== undefined || loading) return
    loading = true
    load().then(
      (part) => {
        loaded = part
        loading = false
        rest()
        for (const tell of [...waiting]) tell()
      },
      () => {
        loading = false
        failures += 1
        if (failures > 1 && waiting.size > 0) setMissing(waiting, true)
        setTimeout(() => {
          if (waiting.size > 0) begin()
        }, pause)
      },
    )
  }
  /** Nobody waits for it any more. */
  const rest = (): void => {
    clearTimeout(late)
    late = undefined
    failures = 0
    setMissing(waiting, false)
  }
  const subscribe = (tell: () => void): (() => void) => {
    waiting.add(tell)
    begin()
    if (loaded === undefined) late ??= setTimeout(() => setMissing(waiting, true), patience)
    return () => {
      waiting.delete(tell)
      if (waiting.size === 0) rest()
    }
  }

  const Late = (props: Props): ReactNode => {
    const Part = useSyncExternalStore(
      subscribe,
      () => loaded,
      () => undefined,
    )
    return Part === undefined ? null : createElement(Part, props)
  }
  return Object.assign(Late, { preload: begin })
}
