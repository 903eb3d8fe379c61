import { useTranslations } from 'next-intl'
import type { Polarity } from '../../lib/model/causalLink'
import { useView } from '../hooks/useMap'

const marks: Readonly<Record<Polarity, string>> = { '+': '+', '-': '−', '?': '?' }
const letters: Readonly<Record<Polarity, string>> = { '+': 's', '-': 'o', '?': '?' }
const colours: Readonly<Record<Polarity, string>> = {
  '+': 'text-link-positive',
  '-': 'text-link-negative',
  '?': 'text-link-neutral',
}

/**
 * The sign of a causal link as the map writes signs, by shape and colour. Decorative: words stand beside
 * or in a label. With `besideWords`, it is not written as a word again.
 */
export function SignMark({
  polarity,
  besideWords = false,
}: {
  readonly polarity: Polarity
  readonly besideWords?: boolean
}) {
  const t = useTranslations('canvas.signWords')
  const style = useView((view) => view.meta.signStyle ?? 'plus-minus')
  const isWord = style === 'words' && polarity !== '?'
  if (isWord && besideWords) return null
  return (
    <span
      aria-hidden
      className={`${isWord ? 'text-second' : 'text-timer'} leading-none font-bold ${colours[polarity]}`}
    >
      {isWord ? t(polarity === '+' ? 'plus' : 'minus') : (style === 's-o' ? letters : marks)[polarity]}
    </span>
  )
}
