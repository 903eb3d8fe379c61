import type { ElementId, LinkId } from '../base/ids'
import type { ElementKind } from './element'
import type { MapLink } from './link'
import type { MapView } from './mapView'

/**
 * What a stakeholder has to do with a variable: the type of a relation between the two, whichever way it was drawn.
 * Other words are people's own, and no hold.
 */
export const holdWords = ['can-move', 'affected-by', 'decides', 'measures'] as const
export type HoldWord = (typeof holdWords)[number]

/** Two letters that say it on the line. */
export const holdTags: Readonly<Record<HoldWord, string>> = {
  'can-move': 'Mo',
  'affected-by': 'Af',
  decides: 'De',
  measures: 'Me',
}

/** Those by which somebody can change a variable. */
export const movingWords: readonly HoldWord[] = ['can-move', 'decides']

/** A stakeholder's hold on a variable. */
export interface Hold {
  readonly link: LinkId
  readonly actor: ElementId
  readonly variable: ElementId
  /** Absent: they are joined, and nobody said by what. */
  readonly word: HoldWord | undefined
}

/** How people write them in files of their own, in lower case with single spaces. */
const saidAs: ReadonlyMap<string, HoldWord> = new Map([
  ['can move', 'can-move'],
  ['can move it', 'can-move'],
  ['moves', 'can-move'],
  ['affected', 'affected-by'],
  ['affected by', 'affected-by'],
  ['affected by it', 'affected-by'],
  ['is affected by', 'affected-by'],
  ['is affected by it', 'affected-by'],
  ['decides', 'decides'],
  ['decides it', 'decides'],
  ['measures', 'measures'],
  ['measures it', 'measures'],
])

/** What a relation's type says of a stakeholder and a variable, also as people write it in words; undefined for words of their own. */
export function holdWordOf(type: string | undefined): HoldWord | undefined {
  if (type === undefined) return undefined
  return (
    holdWords.find((word) => word === type) ??
    saidAs.get(
      type
        .toLowerCase()
        .replaceAll(/[\s_-]+/g, ' ')
        .trim(),
    )
  )
}

/** At which end of a hold its variable is, whichever way it was drawn; undefined if a link between such elements is no hold. */
export function variableEnd(
  link: MapLink,
  from: ElementKind | undefined,
  to: ElementKind | undefined,
): 'from' | 'to' | undefined {
  if (link.kind !== 'relation' || (link.type !== undefined && holdWordOf(link.type) === undefined)) return undefined
  if (from === 'stakeholder' && to === 'variable') return 'to'
  return from === 'variable' && to === 'stakeholder' ? 'from' : undefined
}

/** What a link says of a stakeholder and a variable; undefined where it joins anything else, or says a word of people's own. */
export function holdOf({ elements }: Pick<MapView, 'elements'>, link: MapLink): Hold | undefined {
  const end = variableEnd(link, elements.get(link.from)?.kind, elements.get(link.to)?.kind)
  if (end === undefined) return undefined
  const ends = end === 'to' ? { actor: link.from, variable: link.to } : { actor: link.to, variable: link.from }
  return { link: link.id, ...ends, word: link.kind === 'relation' ? holdWordOf(link.type) : undefined }
}

/** True if both say the same. */
export function isSameHold(one: Hold | undefined, other: Hold | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const { link, actor, variable, word } = one
  return link === other.link && actor === other.actor && variable === other.variable && word === other.word
}

/** Every hold of the map, in the order in which they came to it. Cost: linear in links. */
export function readHolds(view: Pick<MapView, 'elements' | 'links'>): readonly Hold[] {
  return [...view.links.values()].flatMap((link) => holdOf(view, link) ?? [])
}
