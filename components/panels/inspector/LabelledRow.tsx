import type { ReactNode } from 'react'

/** A small label over a control that carries its own accessible name, with a note at the end of the line. */
export function LabelledRow({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <span aria-hidden className="text-second font-medium">
          {label}
        </span>
        {note === undefined ? null : <span className="text-meta text-muted">{note}</span>}
      </div>
      {children}
    </div>
  )
}
