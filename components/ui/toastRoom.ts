'use client'
import { useSyncExternalStore } from 'react'

/** Where a box stands in the window, in pixels from the top. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** Between a toast and what it stays clear of. */
const air = 8
/** As high as toasts get: five lines of words, or a second one looking out from under the first. */
const mostHeight = 160

/**
 * Where toasts begin so that they cover none of the boxes: in the first gap from the top that is high
 * enough for one.
 */
export function toastTop(boxes: readonly Span[]): number {
  let top = air
  for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
    if (box.bottom > top && box.top < top + mostHeight) top = box.bottom + air
  }
  return top
}

const boxes = new Set<HTMLElement>()
const listeners = new Set<() => void>()
let current = air

function measure(): void {
  const spans = [...boxes].map((box) => box.getBoundingClientRect()).filter(({ height }) => height > 0)
  const next = Math.round(toastTop(spans))
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

// A sheet's head moves with the sheet: when that grows, slides in, or makes room for the keyboard.
const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure)

/** A ref for what must be seen and pressed while there are toasts: heads of pages, sheets and dialogs. */
export function keepClearOfToasts(box: HTMLElement | null): (() => void) | undefined {
  if (box === null) return undefined
  const seen = [box, box.offsetParent].filter((part) => part !== null)
  boxes.add(box)
  for (const part of seen) observer?.observe(part)
  measure()
  return () => {
    boxes.delete(box)
    for (const part of seen) observer?.unobserve(part)
    measure()
  }
}

function follow(listener: () => void): () => void {
  listeners.add(listener)
  for (const kind of ['resize', 'animationend'] as const) window.addEventListener(kind, measure)
  measure()
  return () => {
    listeners.delete(listener)
    for (const kind of ['resize', 'animationend'] as const) window.removeEventListener(kind, measure)
  }
}

/** Where toasts at the top of the window may begin, in pixels, as long as it is so. */
export function useToastTop(): number {
  return useSyncExternalStore(
    follow,
    () => current,
    () => air,
  )
}
