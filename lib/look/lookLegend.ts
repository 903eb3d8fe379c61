import { shades, type ElementPaint } from '../model/paint'
import type { SeenMap } from './applyLook'

/** The words that tell what a look's colours and sizes stand for. */
export interface LegendWords {
  /** "Sector", "Go-between". */
  readonly by: (by: string) => string
  readonly value: (by: string, value: string) => string
  readonly number: (value: number, by?: string) => string
  /** "Colour: Sector", "Size: Influence". */
  readonly colour: (name: string) => string
  readonly size: (name: string) => string
  /** What is said of those of which nobody said it, or that are in no group. */
  readonly unsaid: (by: string) => string
  readonly shadeRange: (from: string, to: string) => string
  readonly sizeRange: (most: string) => string
  /** All are smaller than that, since some stand close to others. */
  readonly sizeTight: string
  readonly leader: string
  /** "Stance: left out", of what is personal. */
  readonly leftOut: (name: string) => string
}

/** A colour with its letters, or words alone. */
export interface LookLegendEntry extends Pick<ElementPaint, 'hue' | 'shade' | 'tag' | 'starred'> {
  readonly text: string
}

/** What the colours and sizes of a seen map stand for, for a picture of it. Sectors are explained by the picture itself, with their patterns. */
export function legendOfLook(
  { colours, shades: scale, sizes, leaders = 0 }: SeenMap,
  words: LegendWords,
  leftOut: readonly string[] = [],
): readonly LookLegendEntry[] {
  const entries: LookLegendEntry[] = []
  if (colours !== undefined && colours.by !== 'sector') {
    entries.push({ text: words.colour(words.by(colours.by)) })
    for (const { value, hue, tag } of colours.categories) {
      entries.push({ hue, tag, text: value === undefined ? words.unsaid(colours.by) : words.value(colours.by, value) })
    }
  }
  if (scale !== undefined) {
    entries.push({ text: words.colour(words.by(scale.by)) })
    for (const shade of shades) {
      const [from, to] = [(scale.most * (shade - 1)) / 5, (scale.most * shade) / 5]
      entries.push({
        shade,
        tag: shade.toString(),
        text: words.shadeRange(words.number(from, scale.by), words.number(to, scale.by)),
      })
    }
  }
  if (leaders > 0) entries.push({ starred: true, text: words.leader })
  if (sizes !== undefined) {
    const range = `${words.size(words.by(sizes.by))} ${words.sizeRange(words.number(sizes.most, sizes.by))}`
    entries.push({ text: sizes.isTight ? `${range} ${words.sizeTight}` : range })
  }
  for (const by of leftOut) entries.push({ text: words.leftOut(words.by(by)) })
  return entries
}
