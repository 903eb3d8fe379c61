import type { ElementId, LinkId } from '../../../lib/base/ids'
import { buildLinkShape } from '../../../lib/geometry/buildLink'
import type { Tie } from '../../../lib/model/link'
import type { TieTypes } from '../../../lib/model/tie'
import { TieLetters } from '../../canvas/TieLetters'
import { TieMark } from '../../canvas/TieMark'

const width = 64
const height = 20

/** A short piece of a tie, drawn as on the map. Decorative: its name stands beside it. */
export function TieSample({ type, types }: { readonly type: string; readonly types: TieTypes }) {
  const [start, end] = [
    { x: 3, y: height / 2 },
    { x: width - 3, y: height / 2 },
  ]
  const tie: Tie = {
    kind: 'tie',
    id: `sample-${type}` as LinkId,
    from: '' as ElementId,
    to: '' as ElementId,
    description: '',
    type,
  }
  const curve = { start, control: { x: width / 2, y: height / 2 }, end }
  const shape = buildLinkShape(tie, [curve], { back: 0, side: 1 }, false, types)
  return (
    <svg aria-hidden width={width} height={height} className="shrink-0 overflow-visible">
      <TieMark shape={shape} name="" focused={false} dimmed={false} growth={undefined} />
      <TieLetters shape={shape} dimmed={false} growth={undefined} />
    </svg>
  )
}
