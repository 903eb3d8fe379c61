'use client'
import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { nextStop } from '../../ui/nextStop'
import { rowStop } from './rowStop'

/** What the button of a row is given. */
export interface RowStop {
  readonly 'data-stop': string
  readonly tabIndex: 0 | -1
  readonly onFocus: () => void
  readonly onPointerEnter: () => void
}

interface RowList {
  /** The row under the pointer or the keyboard, whichever came last and is still there. */
  readonly lit: string | undefined
  /** For the list itself. */
  readonly list: {
    readonly ref: RefObject<HTMLUListElement | null>
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onBlur: (event: FocusEvent) => void
    readonly onPointerLeave: () => void
  }
  readonly row: (key: string) => RowStop
  /** Brings the keyboard back to this row, or to the tab stop of the list where the row is not listed. */
  readonly focusRow: (key: string) => void
}

/**
 * Rows with one tab stop among them; up, down, Home and End go between them. What one looks at is lit, and no
 * longer than one looks at it.
 * @param keys the rows that are listed
 * @param chosen the row that was chosen, here or elsewhere
 */
export function useRowList(keys: readonly string[], chosen?: string): RowList {
  const ref = useRef<HTMLUListElement>(null)
  const [lit, setLit] = useState<string>()
  const [last, setLast] = useState<string>()
  // What is chosen on the map is where the keyboard goes on from.
  const [followed, setFollowed] = useState(chosen)
  if (followed !== chosen) {
    setFollowed(chosen)
    if (chosen !== undefined) setLast(chosen)
  }
  const stop = rowStop({ keys, last, chosen })
  return {
    lit,
    list: {
      ref,
      onKeyDown: (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
        const stops = stopsOf(ref.current)
        const here = stops.findIndex((one) => one === event.target)
        const next = nextStop(event.key, here, stops.length, { vertical: true, isMirrored: false })
        if (next === undefined) return
        event.preventDefault()
        stops[next]?.focus()
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setLit(undefined)
      },
      onPointerLeave: () => setLit(undefined),
    },
    row: (key) => ({
      'data-stop': key,
      tabIndex: key === stop ? 0 : -1,
      onFocus: () => {
        setLast(key)
        setLit(key)
      },
      onPointerEnter: () => setLit(key),
    }),
    focusRow: (key) => {
      const stops = stopsOf(ref.current)
      const row = stops.find(({ dataset }) => dataset['stop'] === key) ?? stops.find(({ tabIndex }) => tabIndex === 0)
      row?.focus()
    },
  }
}

function stopsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-stop]')]
}
