'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** Wraps the page once; without it no tooltip shows. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  )
}

export interface TooltipProps {
  readonly label: string
  /** Shortcut shown beside the label, as written on keys: "Ctrl+Z". */
  readonly keys?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The one element that the tooltip is about. It needs an accessible name of its own. */
  readonly children: ReactNode
}

/** A few words on hover or focus. Never the only place of what it says. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex items-center gap-2 rounded-button bg-ink px-2 py-1 text-meta text-panel shadow-float select-none"
        >
          {label}
          {keys !== undefined && <span className="opacity-70">{keys}</span>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
