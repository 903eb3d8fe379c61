import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { ChipPlace } from '../../../lib/layout/spreadChips'

/** Pixels that a pointer may slip before a press is a drag. */
const slip = 4

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
  moved: boolean
}

/**
 * Drags chips over a field, by mouse, pen or finger. Esc gives up.
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
    const end = (): void => {
      current.current = undefined
      setDrag(undefined)
    }
    const move = (event: globalThis.PointerEvent): void => {
      const press = current.current
      if (press?.pointer !== event.pointerId) return
      if (!press.moved && Math.hypot(event.clientX - press.from.x, event.clientY - press.from.y) < slip) return
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
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', giveUp, true)
    return () => {
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
      const box = event.currentTarget.getBoundingClientRect()
      current.current = {
        id,
        pointer: event.pointerId,
        from: { x: event.clientX, y: event.clientY },
        offset: { x: box.left + box.width / 2 - event.clientX, y: box.top + box.height / 2 - event.clientY },
        moved: false,
      }
    },
    wasDrag: () => dragged.current,
  }
}
