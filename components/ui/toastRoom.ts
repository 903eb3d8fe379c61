'use client'
import { useSyncExternalStore } from 'react'

/** Where a box stands in the window, in pixels from the top. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

interface Box extends Span {
  readonly left: number
  readonly right: number
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

/** Where toasts stand on a wide screen, in pixels of the window. */
export interface ToastAside {
  /** Their middle, from the left. */
  readonly middle: number
  readonly width: number
  /** Between them and the lower edge of the window. */
  readonly bottom: number
}

const usualWidth = 356
/** Narrower than this, words break too often. */
const leastWidth = 220
/** Between toasts and the edges of the window, or of a dialog. */
const sideAir = 16

/**
 * Where toasts stand so that they cover none of the open dialogs: in the middle while there is none;
 * beside them; where there is no room for that, at the very foot of the window. Nor do they cover what is
 * being written there: they stand on the side of it that has more room.
 */
export function toastAside(
  dialogs: readonly { readonly right: number }[],
  window: { readonly width: number; readonly height: number },
  writing: readonly Box[] = [],
): ToastAside {
  const windowWidth = window.width
  const middle = windowWidth / 2
  if (dialogs.length === 0) {
    const usual = { middle, width: usualWidth, bottom: 76 }
    const half = usualWidth / 2 + sideAir
    const covered = writing.find(
      ({ left, right, top, bottom }) =>
        right > middle - half &&
        left < middle + half &&
        bottom > window.height - usual.bottom - mostHeight &&
        top < window.height - usual.bottom,
    )
    if (covered === undefined) return usual
    const isLeft = covered.left > windowWidth - covered.right
    return { ...usual, middle: Math.round(isLeft ? covered.left - half : covered.right + half) }
  }
  const edge = Math.max(...dialogs.map(({ right }) => right))
  const width = Math.min(usualWidth, Math.floor(windowWidth - edge - sideAir * 2))
  if (width < leastWidth) return { middle, width: usualWidth, bottom: sideAir }
  return { middle: Math.round(windowWidth - sideAir - width / 2), width, bottom: sideAir }
}

/** Whether this is a message, or in one. */
export function isOnToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-sonner-toast]') !== null
}

const boxes = new Set<HTMLElement>()
const writings = new Set<HTMLElement>()
const listeners = new Set<() => void>()
let current = air
const noDialog: ToastAside = { middle: 0, width: usualWidth, bottom: 76 }
let aside = noDialog

function measure(): void {
  const spans = [...boxes].map((box) => box.getBoundingClientRect()).filter(({ height }) => height > 0)
  const dialogs = [...boxes].flatMap((box) => box.closest('[role="dialog"], [role="alertdialog"]') ?? [])
  const top = Math.round(toastTop(spans))
  const next = toastAside(
    dialogs.map((dialog) => dialog.getBoundingClientRect()),
    { width: window.innerWidth, height: window.innerHeight },
    [...writings].map((box) => box.getBoundingClientRect()),
  )
  const isSame = next.middle === aside.middle && next.width === aside.width && next.bottom === aside.bottom
  if (top === current && isSame) return
  current = top
  if (!isSame) aside = next
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

/** Has toasts stay clear of a box in which something is written on the map, until `end`. Tell it when the box has moved. */
export function keepToastsOff(box: HTMLElement): { readonly moved: () => void; readonly end: () => void } {
  writings.add(box)
  measure()
  return {
    moved: measure,
    end: () => {
      writings.delete(box)
      measure()
    },
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

/** Where toasts stand on a wide screen, as long as it is so. */
export function useToastAside(): ToastAside {
  return useSyncExternalStore(
    follow,
    () => aside,
    () => noDialog,
  )
}
