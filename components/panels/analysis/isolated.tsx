import type { ReactNode } from 'react'

/** A name within a sentence of ours, so that its direction turns nothing of the sentence round. For `t.rich`. */
export function isolated(chunks: ReactNode): ReactNode {
  return <bdi>{chunks}</bdi>
}
