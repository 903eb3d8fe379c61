import type { ElementId, LinkId } from '../base/ids'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import type { Loop } from './loop'

/** What a map could be read better by. Never a fault: a map may have good reasons. */
export const hintKinds = ['direction-in-name', 'no-sign', 'isolated', 'no-goal'] as const
export type HintKind = (typeof hintKinds)[number]

/** One place that a hint is about. */
export interface HintPlace {
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}

export type Hints = Readonly<Record<HintKind, readonly HintPlace[]>>

/**
 * Looks over a map:
 * - `direction-in-name`: a variable named like an action or a direction ("Reduce waiting time"). What
 *   rises or falls is the variable; which way is for the arrows to say.
 * - `no-sign`: a causal link without a sign, or with a question mark.
 * - `isolated`: a variable that no causal link touches.
 * - `no-goal`: a balancing loop without a goal: what does it balance towards?
 *
 * @param loops as far as they are known
 * @param words that begin such names, in the language of the map, as `readHintWords` gives them
 * Cost: linear.
 */
export function findHints(
  view: Pick<MapView, 'elements' | 'links'>,
  loops: readonly Loop[],
  words: ReadonlySet<string>,
): Hints {
  const linked = new Set<ElementId>()
  const noSign: HintPlace[] = []
  for (const link of view.links.values()) {
    if (link.kind !== 'causal') continue
    linked.add(link.from).add(link.to)
    if (hasNoSign(link)) noSign.push({ elements: [], links: [link.id] })
  }
  const named: HintPlace[] = []
  const isolated: HintPlace[] = []
  const goals = new Set<ElementId>()
  for (const element of view.elements.values()) {
    if (element.kind !== 'variable') continue
    if (element.mark === 'goal') goals.add(element.id)
    if (namesDirection(element.label, words)) named.push({ elements: [element.id], links: [] })
    if (!linked.has(element.id)) isolated.push({ elements: [element.id], links: [] })
  }
  return {
    'direction-in-name': named,
    'no-sign': noSign,
    isolated,
    'no-goal': loops
      .filter(({ kind, variables }) => kind === 'balancing' && !variables.some((id) => goals.has(id)))
      .map(({ variables, links }) => ({ elements: variables, links })),
  }
}

/** True for a causal link of which nobody has said which way it goes. */
export function hasNoSign(link: MapLink): boolean {
  return link.kind === 'causal' && (link.polarity ?? '?') === '?'
}

/** True if a name begins with a word for an action or a direction, and says something after it. */
export function namesDirection(label: string, words: ReadonlySet<string>): boolean {
  const [first = '', ...rest] = foldWords(label)
  return rest.length > 0 && words.has(first)
}

/** The words of a catalogue's list, between commas, as names are compared with them. */
export function readHintWords(list: string): ReadonlySet<string> {
  return new Set(list.split(',').flatMap((word) => foldWords(word)))
}

function foldWords(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word !== '')
}
