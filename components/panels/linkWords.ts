import { holdOf, holdWordOf } from '../../lib/model/hold'
import type { MapLink } from '../../lib/model/link'
import type { MapView } from '../../lib/model/mapView'
import type { TieTypes } from '../../lib/model/tie'

/**
 * Message key under `panels.links` of the verb between two elements. Of a tie that the map has a word of its own for,
 * the sentence takes that word as `type`.
 */
export function linkVerbKey(link: MapLink, types: TieTypes): string {
  switch (link.kind) {
    case 'causal': {
      const sign = link.polarity === '+' ? 'plus' : link.polarity === '-' ? 'minus' : 'open'
      return link.delay === true ? `${sign}Delayed` : sign
    }
    case 'tie':
      if (link.type === undefined) return 'tie'
      return types.of(link.type).name === undefined ? `tie-${link.type}` : 'tieNamed'
    case 'contribution':
      return link.effect === undefined ? 'contribution' : `contribution-${link.effect}`
    case 'relation': {
      const word = holdWordOf(link.type)
      return word === undefined ? 'relation' : `hold-${word}`
    }
  }
}

/** Labels of the two ends, for the message: of a stakeholder and a variable, the stakeholder first. */
export function linkEnds(
  view: MapView,
  link: MapLink,
  unnamed: string,
): { readonly from: string; readonly to: string } {
  const name = (label: string | undefined): string => (label === undefined || label === '' ? unnamed : label)
  const hold = holdOf(view, link)
  const [from, to] = hold?.word === undefined ? [link.from, link.to] : [hold.actor, hold.variable]
  return { from: name(view.elements.get(from)?.label), to: name(view.elements.get(to)?.label) }
}

/** What is written at one end of a link; undefined for nothing. */
export function labelAtEnd(view: Pick<MapView, 'elements'>, link: MapLink, end: 'from' | 'to'): string | undefined {
  const label = view.elements.get(link[end])?.label
  return label === '' ? undefined : label
}
