import type { Polarity } from '../../lib/model/causalLink'

const tones = { '+': 'positive', '-': 'negative', '?': 'unknown' } as const

/** The sign as it is drawn on links, for buttons. Words stand beside it. */
export function SignMark({ polarity }: { readonly polarity: Polarity }) {
  return (
    <svg className="weft-sign-mark" data-tone={tones[polarity]} width={18} height={18} viewBox="0 0 18 18" aria-hidden>
      {polarity === '?' ? (
        <text x={9} y={13.7} textAnchor="middle" fontSize={13.5} fontWeight={600}>
          {polarity}
        </text>
      ) : (
        <path d={`M4 9H14${polarity === '+' ? 'M9 4V14' : ''}`} strokeWidth={2.2} />
      )}
    </svg>
  )
}
