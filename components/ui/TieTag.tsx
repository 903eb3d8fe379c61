import { tieLetters, type TieLook } from '../../lib/model/tie'
import { tieColour } from './tieLook'

/** The letter of a kind of tie in its colour; a bolt for those drawn with one, a dot for those without a letter. Decorative. */
export function TieTag({ look }: { readonly look: TieLook }) {
  return (
    <span aria-hidden className="min-w-2 text-center leading-none font-bold" style={{ color: tieColour(look) }}>
      {tieLetters(look)}
    </span>
  )
}
