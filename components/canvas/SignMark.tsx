import type { Polarity } from '../../lib/model/causalLink'
import { useView } from '../hooks/useMap'

const tones = { '+': 'positive', '-': 'negative', '?': 'unknown' } as const

const letters = { '+': 's', '-': 'o', '?': '?' } as const

/** The sign as it is drawn on links, for buttons: as a letter where the map writes letters. Words stand beside it. */
export function SignMark({ polarity }: { readonly polarity: Polarity }) {
  const style = useView((view) => view.meta.signStyle)
  return (
    <svg className="weft-sign-mark" data-tone={tones[polarity]} width={18} height={18} viewBox="0 0 18 18" aria-hidden>
      {polarity === '?' || style === 's-o' ? (
        <text x={9} y={13.7} textAnchor="middle" fontSize={13.5} fontWeight={600}>
          {letters[polarity]}
        </text>
      ) : (
        <path d={`M4 9H14${polarity === '+' ? 'M9 4V14' : ''}`} strokeWidth={2.2} />
      )}
    </svg>
  )
}
