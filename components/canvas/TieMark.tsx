import { memo } from 'react'
import { LinkMark, type LinkMarkProps } from './LinkMark'

/** The line of a tie between stakeholders, with its ends. Its letters are drawn above all lines: `TieLetters`. */
export const TieMark = memo(function TieMark(props: LinkMarkProps) {
  return <LinkMark {...props} />
})
