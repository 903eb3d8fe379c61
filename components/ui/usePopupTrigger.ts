'use client'
import { useEffect, useId, useRef, useState, type ComponentProps } from 'react'
import { ownFirst } from './ownFirst'

interface Opening {
  /** Who keeps whether it is open; kept here if left out. */
  readonly open: boolean | undefined
  readonly onOpenChange: ((open: boolean) => void) | undefined
}

/**
 * What a menu and a popover have in common: their button is on the page from the start; what it opens is
 * put on the page when the button is first neared, so that a press finds it there.
 */
export function usePopupTrigger(own: ComponentProps<'button'>, { open, onOpenChange }: Opening) {
  const ids = useId()
  const triggerId = own.id ?? `${ids}trigger`
  const popupId = `${ids}popup`
  const [isOpenHere, setOpenHere] = useState(false)
  const [isNear, setNear] = useState(false)
  const isOpen = open ?? isOpenHere
  const change = (next: boolean): void => {
    setOpenHere(next)
    onOpenChange?.(next)
  }
  const near = (): void => setNear(true)

  // What it opens comes late: until then nothing there hears Esc.
  const latest = useRef(change)
  useEffect(() => {
    latest.current = change
  })
  useEffect(() => {
    if (!isOpen) return
    const giveUp = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.getElementById(popupId) !== null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(false)
    }
    window.addEventListener('keydown', giveUp, true)
    return () => window.removeEventListener('keydown', giveUp, true)
  }, [isOpen, popupId])
  return {
    isOpen,
    change,
    /** Whether what it opens is to be on the page. */
    isWanted: isNear || isOpen,
    triggerId,
    popupId,
    /** For the button. */
    attributes: {
      id: triggerId,
      'aria-expanded': isOpen,
      ...(isOpen && { 'aria-controls': popupId }),
      'data-state': isOpen ? 'open' : 'closed',
      onPointerEnter: ownFirst(own.onPointerEnter, near),
      onFocus: ownFirst(own.onFocus, near),
    },
  }
}
