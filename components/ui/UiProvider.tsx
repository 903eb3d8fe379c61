'use client'
import { Direction } from 'radix-ui'
import type { ReactNode } from 'react'
import { HintPlace } from './HintPlace'
import { ToastPlace } from './ToastPlace'

/** What every screen needs once: writing direction, the tooltip, toasts. */
export function UiProvider({ dir, children }: { readonly dir: 'ltr' | 'rtl'; readonly children: ReactNode }) {
  return (
    <Direction.Provider dir={dir}>
      {children}
      <HintPlace />
      <ToastPlace />
    </Direction.Provider>
  )
}
