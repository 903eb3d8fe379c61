'use client'
import { Direction, Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Toaster } from './Toaster'

/** What every screen needs once: writing direction, tooltips' shared delay, toasts. */
export function UiProvider({ dir, children }: { readonly dir: 'ltr' | 'rtl'; readonly children: ReactNode }) {
  return (
    <Direction.Provider dir={dir}>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </Direction.Provider>
  )
}
