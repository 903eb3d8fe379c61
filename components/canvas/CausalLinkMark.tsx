import { memo } from 'react'
import type { GrownMarks } from '../../lib/geometry/grownMark'
import { linkMetrics, type LinkSign } from '../../lib/geometry/linkShape'
import type { MapMeta } from '../../lib/model/meta'
import { LinkMark, type LinkMarkProps } from './LinkMark'

/** How the map writes signs. */
export interface SignWriting {
  readonly style: NonNullable<MapMeta['signStyle']>
  /** For the style that writes words. */
  readonly words: { readonly '+': string; readonly '-': string }
}

/** A causal claim: an arc with its sign by the arrowhead and two strokes where the effect comes late. */
export const CausalLinkMark = memo(function CausalLinkMark({
  writing,
  signPlace,
  delayPlace,
  ...props
}: LinkMarkProps & {
  readonly writing: SignWriting
  readonly signPlace: GrownMarks['sign'] | undefined
  readonly delayPlace: GrownMarks['delay'] | undefined
}) {
  const { shape } = props
  const { sign, delay, width } = shape
  return (
    <LinkMark {...props}>
      {delay === undefined ? null : (
        <path className="weft-line weft-small" d={delay.d} transform={delayPlace} strokeWidth={Math.max(1.8, width)} />
      )}
      {sign === undefined ? null : (
        <g className="weft-small" transform={signPlace}>
          <SignDisc sign={sign} writing={writing} />
        </g>
      )}
    </LinkMark>
  )
})

const arm = 5
const letters = { '+': 's', '-': 'o', '?': '?' } as const

/** Plus and minus are strokes, not letters: they look the same in every font. */
function SignDisc({ sign, writing }: { readonly sign: LinkSign; readonly writing: SignWriting }) {
  const { x, y, width, polarity } = sign
  const radius = linkMetrics.signRadius
  // Where a word has no room, the sign stands.
  if (writing.style === 'words' && polarity !== '?' && width > radius * 2) {
    return (
      <g className="weft-sign">
        <rect x={x - width / 2} y={y - radius} width={width} height={radius * 2} rx={radius} />
        <text x={x} y={y + 4} textAnchor="middle" fontSize={12} fontWeight={600}>
          {writing.words[polarity]}
        </text>
      </g>
    )
  }
  return (
    <g className="weft-sign">
      <circle cx={x} cy={y} r={radius} />
      {polarity === '?' || writing.style === 's-o' ? (
        <text x={x} y={y + 4.6} textAnchor="middle" fontSize={13.5} fontWeight={600}>
          {letters[polarity]}
        </text>
      ) : (
        <path
          d={`M${x - arm} ${y}H${x + arm}${polarity === '+' ? `M${x} ${y - arm}V${y + arm}` : ''}`}
          strokeWidth={2.2}
        />
      )}
    </g>
  )
}
