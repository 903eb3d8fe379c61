import type { TieLook } from '../../lib/model/tie'

/** The colour of a kind of tie, for a style. */
export function tieColour({ colour }: Pick<TieLook, 'colour'>): string {
  return colour === undefined ? 'var(--color-link-neutral)' : `var(--color-hue-${colour}-border)`
}

/** The letters of a kind of tie; a bolt for those drawn with one, a dot for those without a letter. */
export function tieLetters({ tag, style }: Pick<TieLook, 'tag' | 'style'>): string {
  return tag === '' ? (style === 'zigzag' ? 'ϟ' : '•') : tag
}
