'use client'
import { cloneElement, useState, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { MenuPopup } from './lateUi'
import type { MenuEntry } from './menuEntry'
import type { MenuPlace } from './MenuPopup'
import { ownFirst } from './ownFirst'
import { usePopupTrigger } from './usePopupTrigger'

export interface MenuProps {
  /** One button that takes handlers and attributes, such as IconButton. */
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly entries?: readonly MenuEntry[]
  /** Where the entries are worth coming late: what draws them, in place of `entries`. */
  readonly renderPopup?: (place: MenuPlace) => ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Called when the menu closes, before the focus returns to the trigger; prevent it to send the focus elsewhere. */
  readonly onCloseAutoFocus?: (event: Event) => void
}

/** A menu that a button opens: by a press, by Enter, Space or the down arrow. Its rows come late. */
export function Menu({
  trigger,
  entries = [],
  renderPopup,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  onCloseAutoFocus,
}: MenuProps) {
  const own = trigger.props
  const popup = usePopupTrigger(own, { open, onOpenChange })
  const { isOpen, change, triggerId, popupId } = popup
  const [byKey, setByKey] = useState(false)
  const place: MenuPlace = {
    triggerId,
    id: popupId,
    align,
    side,
    open: isOpen,
    byKey,
    onOpenChange: change,
    onCloseAutoFocus,
  }
  return (
    <>
      {cloneElement<ComponentProps<'button'>>(trigger, {
        ...popup.attributes,
        'aria-haspopup': 'menu',
        onPointerDown: ownFirst(own.onPointerDown, (event) => {
          if (own.disabled === true || event.button !== 0 || event.ctrlKey) return
          setByKey(false)
          change(!isOpen)
          // The rows take the focus; the button must not take it after them.
          if (!isOpen) event.preventDefault()
        }),
        onKeyDown: ownFirst(own.onKeyDown, (event) => {
          if (own.disabled === true || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return
          setByKey(true)
          change(event.key === 'ArrowDown' || !isOpen)
          event.preventDefault()
        }),
      })}
      {!popup.isWanted ? null : renderPopup !== undefined ? (
        renderPopup(place)
      ) : (
        <MenuPopup {...place} entries={entries} />
      )}
    </>
  )
}
