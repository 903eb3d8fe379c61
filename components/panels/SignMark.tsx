import type { Polarity } from '../../lib/model/causalLink'

const marks: Readonly<Record<Polarity, string>> = { '+': '+', '-': '−', '?': '?' }
const colours: Readonly<Record<Polarity, string>> = {
  '+': 'text-link-positive',
  '-': 'text-link-negative',
  '?': 'text-link-neutral',
}

/** The sign of a causal link, by shape and colour. Decorative: words stand beside or in a label. */
export function SignMark({ polarity }: { readonly polarity: Polarity }) {
  return (
    <span aria-hidden className={`text-timer leading-none font-bold ${colours[polarity]}`}>
      {marks[polarity]}
    </span>
  )
}
