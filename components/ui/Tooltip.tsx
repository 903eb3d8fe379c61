'use client'
import { cloneElement, useEffect, useId, useRef, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { useObservable } from '../hooks/useObservable'
import type { Hint, HintSide } from './hint'
import { hints } from './hints'
import { isLastInputKey } from './lastInput'
import { ownFirst } from './ownFirst'

export interface TooltipProps {
  readonly label: ReactNode
  readonly shortcut?: readonly string[] | undefined
  readonly side?: HintSide | undefined
  /** One element that takes handlers and attributes. */
  readonly children: ReactElement<ComponentProps<'button'>>
}

/**
 * Words for what is under the pointer or has the focus. They stay while hovered; Esc closes them. What
 * draws them is one for the page and comes late (HintPlace).
 */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const id = useId()
  const isShown = useObservable(hints.shown, (hint) => hint?.id === id)
  const here = (element: HTMLElement): Hint<ReactNode> => ({ id, element, label, shortcut, side })
  useEffect(() => () => hints.close(id), [id])
  useEffect(() => {
    if (isShown) hints.renew(id, { label, shortcut, side })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a list of keys is made anew with every drawing; its words count
  }, [isShown, id, label, shortcut?.join(' '), side])

  // What comes to lie under a resting pointer was not pointed at: only a pointer that moves asks.
  const isPointedAt = useRef(false)
  const own = children.props
  return cloneElement<ComponentProps<'button'>>(children, {
    ...(isShown && { 'aria-describedby': [own['aria-describedby'], id].filter(Boolean).join(' ') }),
    onPointerMove: ownFirst(own.onPointerMove, ({ pointerType, currentTarget }) => {
      if (pointerType === 'touch' || isPointedAt.current) return
      isPointedAt.current = true
      hints.enter(here(currentTarget))
    }),
    onPointerLeave: ownFirst(own.onPointerLeave, () => {
      isPointedAt.current = false
      hints.leave(id)
    }),
    onPointerDown: ownFirst(own.onPointerDown, () => hints.close(id)),
    onClick: ownFirst(own.onClick, () => hints.close(id)),
    onFocus: ownFirst(own.onFocus, ({ currentTarget }) => {
      if (isLastInputKey() && currentTarget.matches(':focus-visible')) hints.show(here(currentTarget))
    }),
    onBlur: ownFirst(own.onBlur, () => hints.close(id)),
  })
}
