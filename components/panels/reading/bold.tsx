import type { ReactNode } from 'react'

/** A name that the map's people gave, within a sentence of ours. For `t.rich`. */
export function bold(chunks: ReactNode): ReactNode {
  return (
    <b dir="auto" className="font-semibold text-ink">
      {chunks}
    </b>
  )
}
