'use client'
import { useRef } from 'react'
import { keepWidths, setWidth } from './columnWidths'

/**
 * The edge of a column's head: dragged, it makes the column wider; pressed twice, as wide as is usual. For mouse and
 * pen; keys and fingers find the same in what the head opens.
 */
export function WidthHandle({ column, width }: { readonly column: string; readonly width: number }) {
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined)
  return (
    <span
      aria-hidden
      data-width-of={column}
      className="absolute inset-y-0 -end-1 z-1 w-2.5 cursor-col-resize touch-none after:absolute after:inset-y-2 after:start-1/2 after:w-0.5 after:rounded hover:after:bg-accent active:after:bg-accent pointer-coarse:hidden"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (from.current === undefined) return
        const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
        setWidth(column, from.current.width + (event.clientX - from.current.x) * (isMirrored ? -1 : 1))
      }}
      onLostPointerCapture={() => {
        from.current = undefined
        keepWidths()
      }}
      onDoubleClick={() => {
        setWidth(column, undefined)
        keepWidths()
      }}
    />
  )
}
