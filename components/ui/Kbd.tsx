import type { ReactNode } from 'react'

/** A key or a chord, as on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-quiet-border bg-panel px-1 font-sans text-tag text-muted">
      {children}
    </kbd>
  )
}
