'use client'
import { createElement, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

/** Before a part that could not be loaded is asked for again, milliseconds. */
const pause = 2_000

export interface LatePart<Props> {
  (props: Props): ReactNode
  /** Loads it beforehand, when the page has nothing better to do. */
  readonly preload: () => void
}

/**
 * A part of the page that is loaded when it is first drawn. Until it is there it draws nothing. Where
 * React's `lazy` would take the whole page down, it tries again as long as it is wanted: a network that
 * is gone for a moment must not cost anybody the map.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading = false
  const waiting = new Set<() => void>()

  const begin = (): void => {
    if (loaded !== undefined || loading) return
    loading = true
    load().then(
      (part) => {
        loaded = part
        loading = false
        for (const tell of [...waiting]) tell()
      },
      () => {
        loading = false
        setTimeout(() => {
          if (waiting.size > 0) begin()
        }, pause)
      },
    )
  }
  const subscribe = (tell: () => void): (() => void) => {
    waiting.add(tell)
    begin()
    return () => waiting.delete(tell)
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
