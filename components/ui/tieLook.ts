import type { TieLook } from '../../lib/model/tie'

/** The colour of a kind of tie, for a style. */
export function tieColour({ colour }: Pick<TieLook, 'colour'>): string {
  return colour === undefined ? 'var(--color-link-neutral)' : `var(--color-hue-${colour}-border)`
}
