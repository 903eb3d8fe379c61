import type { ReactNode } from 'react'

/** Says in a form that what it is of was deleted meanwhile, and what becomes of what was typed. */
export function GoneNotice({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="rounded-card bg-warn-tint px-3 py-2 text-second font-medium text-warn">
      {children}
    </p>
  )
}
