import type { ReactNode } from 'react'

/** A part of the panel of a practice, under its heading. */
export function PanelPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5 border-t border-hairline px-4 py-3">
      <h3 className="text-body font-semibold">{title}</h3>
      {children}
    </section>
  )
}
