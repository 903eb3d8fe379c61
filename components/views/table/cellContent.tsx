import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Json } from '../../../lib/base/json'
import { isOpenable } from '../../../lib/model/customValue'
import type { Sectors } from '../../../lib/model/sector'
import { SectorLookTag } from '../../ui/SectorTag'
import type { TableColumn } from './columns'
import type { CellWords, RowTexts } from './rowWords'

/** As on the map and in the inspector. */
const stanceMarks: ReadonlyMap<Json | undefined, string> = new Map([
  ['supports', '▲'],
  ['neutral', '■'],
  ['opposes', '▼'],
  ['mixed', '◆'],
])

/** The tag of a sector, made once: where rows have the same sector, nothing of it is drawn anew. */
export function sectorTags(sectors: Sectors): (sector: string) => ReactNode {
  const made = new Map<string, ReactNode>()
  return (sector) => {
    const tag = made.get(sector) ?? <SectorLookTag look={sectors.of(sector)} />
    made.set(sector, tag)
    return tag
  }
}

/** What a cell shows: most cells their text and nothing else. Asks for nothing itself, as a table has hundreds of them. */
export function cellContent(
  column: TableColumn,
  { value, text, isMisfit }: CellWords,
  texts: RowTexts,
  tags: (sector: string) => ReactNode,
): ReactNode {
  if (text === '') return null
  if (isMisfit) {
    return (
      <span className="text-warn underline decoration-dotted">
        <span className="sr-only">{texts.misfit(text)}</span>
        <span aria-hidden>{text}</span>
      </span>
    )
  }
  if (column.id === 'sector' && typeof value === 'string') {
    return (
      <>
        <span className="me-1.5 inline-flex align-middle">{tags(value)}</span>
        {text}
      </>
    )
  }
  if (column.id === 'stance') {
    return (
      <>
        <span aria-hidden className="me-1.5 text-tag text-muted">
          {stanceMarks.get(value)}
        </span>
        {text}
      </>
    )
  }
  if (column.type === 'url' && isOpenable(text)) {
    return (
      <>
        <a
          href={text}
          target="_blank"
          rel="noopener noreferrer"
          tabIndex={-1}
          aria-label={texts.open(text)}
          className="float-end inline-flex h-full w-7 items-center justify-center text-accent pointer-coarse:w-11"
        >
          <ExternalLink size={14} aria-hidden />
        </a>
        {text}
      </>
    )
  }
  return text
}
