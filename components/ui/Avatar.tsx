import { classes } from './classes'

/** Cursor and avatar colours; white text is readable on each. Same order as lib/render's palette. */
export const personColours = [
  '#C2255C',
  '#1C6FB8',
  '#2B7A3D',
  '#8A4FBF',
  '#B35A00',
  '#0B7A75',
  '#6B5B00',
  '#9C36B5',
  '#4A5FC1',
  '#A61E4D',
  '#5C6F0A',
  '#3B5B92',
] as const

/** The colour of a person, by the index that the server gave them. */
export function personColour(index: number): string {
  return personColours[index % personColours.length] ?? personColours[0]
}

export interface AvatarProps {
  readonly name: string
  readonly colour: number
  readonly size?: 20 | 24 | 28 | 36
}

const sizes = {
  20: 'size-5 text-[10px]',
  24: 'size-6 text-tag',
  28: 'size-7 text-meta',
  36: 'size-9 text-body',
} as const

/** A disc in a person's colour with the first letter of their name. Decorative: the name stands beside or in a label. */
export function Avatar({ name, colour, size = 28 }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none',
        sizes[size],
      )}
      style={{ backgroundColor: personColour(colour) }}
    >
      {Array.from(name.trim())[0]?.toLocaleUpperCase() ?? '?'}
    </span>
  )
}

export interface AvatarStackProps {
  readonly people: readonly { readonly name: string; readonly colour: number }[]
  /** How many there are in all, if more than are given. */
  readonly total?: number
  readonly max?: number
  readonly size?: AvatarProps['size']
}

/** Overlapping avatars, then "+n". */
export function AvatarStack({ people, total = people.length, max = 5, size = 28 }: AvatarStackProps) {
  const shown = people.slice(0, max)
  const more = total - shown.length
  return (
    <span className="inline-flex items-center">
      {shown.map((person, index) => (
        <span key={`${person.name}-${index}`} className="-ms-1.5 rounded-full ring-2 ring-panel first:ms-0">
          <Avatar name={person.name} colour={person.colour} size={size} />
        </span>
      ))}
      {more > 0 && (
        <span
          className={classes(
            '-ms-1.5 inline-flex items-center justify-center rounded-full bg-hover px-1.5 font-medium text-ink ring-2 ring-panel',
            size === 20 || size === 24 ? 'h-6 text-tag' : 'h-7 text-meta',
          )}
        >
          {`+${more}`}
        </span>
      )}
    </span>
  )
}
