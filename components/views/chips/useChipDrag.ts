import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { ChipPlace } from '../../../lib/layout/spreadChips'

/** Pixels that a pointer may slip before a press is a drag; a finger, before it is a swipe. */
const slip = 4
const fingerSlip = 10
/** Milliseconds that a finger rests on a chip before it is taken: what moves sooner scrolls the view. */
const hold = 300

export interface ChipDrag {
  readonly id: ElementId
  /** Centre of the chip, in pixels of the field. */
  readonly at: ChipPlace
}

interface Press {
  readonly id: ElementId
  readonly pointer: number
  readonly from: ChipPlace
  /** From the pointer to the centre of the chip. */
  readonly offset: ChipPlace
  /** What was pressed, where it is a finger that presses. */
  readonly touched?: HTMLElement
  /** It may be dragged: at once by a mouse, after a while by a finger. */
  held: boolean
  moved: boolean
}

/**
 * Drags chips over a field, by mouse, or by a finger or a pen that rests on one for a moment; a swipe is left to the browser. Esc gives up.
 * @param onDrop where the chip was let go, in pixels of the field, which may lie outside it
 */
export function useChipDrag(
  field: RefObject<HTMLElement | null>,
  onDrop: (id: ElementId, at: ChipPlace) => void,
): {
  readonly drag: ChipDrag | undefined
  readonly press: (id: ElementId, event: PointerEvent<HTMLElement>) => void
  /** Whether the press that just ended was a drag: then its click is none. */
  readonly wasDrag: () => boolean
} {
  const [drag, setDrag] = useState<ChipDrag>()
  const current = useRef<Press | undefined>(undefined)
  const dragged = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useRef((event: Event): void => {
    if (current.current?.held === true && event.cancelable) event.preventDefault()
  })
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })

  useEffect(() => {
    const placeOf = (press: Press, event: globalThis.PointerEvent): ChipPlace => {
      const box = field.current?.getBoundingClientRect()
      return {
        x: event.clientX - (box?.left ?? 0) + press.offset.x,
        y: event.clientY - (box?.top ?? 0) + press.offset.y,
      }
    }
    const stay = keep.current
    const end = (): void => {
      clearTimeout(timer.current)
      current.current?.touched?.removeEventListener('touchmove', stay)
      current.current = undefined
      setDrag(undefined)
    }
    const move = (event: globalThis.PointerEvent): void => {
      const press = current.current
      if (press?.pointer !== event.pointerId) return
      const way = Math.hypot(event.clientX - press.from.x, event.clientY - press.from.y)
      if (!press.held) {
        if (way >= fingerSlip) end()
        return
      }
      if (!press.moved && way < slip) return
      press.moved = true
      dragged.current = true
      setDrag({ id: press.id, at: placeOf(press, event) })
    }
    const up = (event: globalThis.PointerEvent): void => {
      const press = current.current
      if (press?.pointer !== event.pointerId) return
      if (press.moved) drop.current(press.id, placeOf(press, event))
      end()
    }
    const giveUp = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || current.current === undefined) return
      event.stopPropagation()
      end()
    }
    // Told beforehand that this may stop it, the browser asks before it scrolls.
    window.addEventListener('touchmove', stay, { passive: false })
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', giveUp, true)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('touchmove', stay)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', giveUp, true)
    }
  }, [field])

  return {
    drag,
    press: (id, event) => {
      dragged.current = false
      if (event.button !== 0) return
      const target = event.currentTarget
      const box = target.getBoundingClientRect()
      const isMouse = event.pointerType === 'mouse'
      const press: Press = {
        id,
        pointer: event.pointerId,
        from: { x: event.clientX, y: event.clientY },
        offset: { x: box.left + box.width / 2 - event.clientX, y: box.top + box.height / 2 - event.clientY },
        ...(isMouse ? {} : { touched: target }),
        held: isMouse,
        moved: false,
      }
      current.current?.touched?.removeEventListener('touchmove', keep.current)
      current.current = press
      if (isMouse) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (current.current !== press) return
        press.held = true
        const over = field.current?.getBoundingClientRect()
        const centre = { x: press.from.x + press.offset.x, y: press.from.y + press.offset.y }
        setDrag({ id, at: { x: centre.x - (over?.left ?? 0), y: centre.y - (over?.top ?? 0) } })
      }, hold)
      // What was pressed goes on hearing of the finger, also when the chip that is lifted has taken its place.
      target.addEventListener('touchmove', keep.current, { passive: false })
    },
    wasDrag: () => dragged.current,
  }
}
