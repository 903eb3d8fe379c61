import { memo } from 'react'
import { LinkMark, type LinkMarkProps } from './LinkMark'

/** Any other connection: thin, neutral, ending in a small open dot, so that it never looks causal. */
export const RelationMark = memo(function RelationMark(props: LinkMarkProps) {
  return <LinkMark {...props} />
})
