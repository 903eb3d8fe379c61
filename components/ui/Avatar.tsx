import { cursorColour } from '../../lib/render/palette'

export interface AvatarPerson {
  readonly name: string
  /** Number of the person's colour, as kept with them. */
  readonly colour: number
}

/** First letter of a name, as its language writes capitals. */
export function initialOf(name: string): string {
  const [letter = '?'] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())
  return (typeof letter === 'string' ? letter : letter.segment).toLocaleUpperCase()
}

export interface AvatarProps extends AvatarPerson {
  readonly size?: number
  /** Reads the name aloud; off where the name stands beside it. */
  readonly named?: boolean
}

/** A person as a disc in their colour. */
export function Avatar({ name, colour, size = 28, named = false }: AvatarProps) {
  return (
    <span
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      className="inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none"
      style={{
        width: size,
        height: size,
        background: cursorColour(colour),
        fontSize: Math.max(11, Math.round(size * 0.43)),
      }}
    >
      {initialOf(name)}
    </span>
  )
}
