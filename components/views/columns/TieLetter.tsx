import type { Point } from '../../../lib/geometry/rect'
import { tieLettersWidth } from '../../../lib/layout/tieLetterPlaces'
import { tieLetters, type TieLook } from '../../../lib/model/tie'

/** What tells the kind without its colour, on a patch of ground. */
export function TieLetter({ at, look }: { readonly at: Point | undefined; readonly look: TieLook }) {
  if (at === undefined) return null
  const width = tieLettersWidth(look)
  return (
    <>
      <rect x={at.x - width / 2} y={at.y - 8} width={width} height={16} rx={8} className="fill-panel" strokeWidth={1} />
      <text x={at.x} y={at.y + 4} textAnchor="middle" fontSize={11} fontWeight={600} stroke="none" fill="currentColor">
        {tieLetters(look)}
      </text>
    </>
  )
}
