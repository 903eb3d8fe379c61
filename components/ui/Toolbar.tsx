'use client'
import { useCallback, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { nextStop } from './nextStop'

export interface ToolbarProps {
  /** Read aloud. */
  readonly label: string
  readonly vertical?: boolean
  readonly className?: string
  /** Buttons, among other things. */
  readonly children: ReactNode
}

/** Buttons with one tab stop among them: the one that had the focus last. Arrow keys, Home and End go between them. */
export function Toolbar({ label, vertical = false, className, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLElement>(undefined)
  const keepOneStop = useCallback(() => {
    const stops = stopsOf(bar.current)
    const one = stops.find((stop) => stop === last.current) ?? stops[0]
    for (const stop of stops) stop.tabIndex = stop === one ? 0 : -1
  }, [])
  // After every drawing: buttons come and go.
  useLayoutEffect(keepOneStop)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const stops = stopsOf(bar.current)
    const here = stops.findIndex((stop) => stop === document.activeElement)
    const isMirrored = !vertical && bar.current !== null && getComputedStyle(bar.current).direction === 'rtl'
    const next = nextStop(event.key, here, stops.length, { vertical, isMirrored })
    if (next === undefined) return
    event.preventDefault()
    stops[next]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus, one at a time
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      className={className}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        last.current = event.target
        keepOneStop()
      }}
    >
      {children}
    </div>
  )
}

function stopsOf(bar: HTMLElement | null): readonly HTMLElement[] {
  return bar === null ? [] : [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')]
}
