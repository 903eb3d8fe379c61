'use client'
import { Tooltip as RadixTooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd'

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left'

export interface TooltipProps {
  readonly label: ReactNode
  readonly shortcut?: readonly string[] | undefined
  readonly side?: TooltipSide | undefined
  /** One element that takes a ref and attributes. */
  readonly children: ReactNode
}

/** Words for what is under the pointer or has the focus. Stays while hovered; Esc closes it. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-button bg-ink px-2 py-1 text-meta text-canvas shadow-float"
        >
          {label}
          {shortcut === undefined ? null : <Kbd keys={shortcut} onDark />}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  )
}
