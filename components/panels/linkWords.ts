import type { MapLink } from '../../lib/model/link'
import type { MapView } from '../../lib/model/mapView'
import { isKnownTieType } from '../../lib/model/tie'

/** Message key under `panels.links` of the verb between two elements. */
export function linkVerbKey(link: MapLink): string {
  switch (link.kind) {
    case 'causal': {
      const sign = link.polarity === '+' ? 'plus' : link.polarity === '-' ? 'minus' : 'open'
      return link.delay === true ? `${sign}Delayed` : sign
    }
    case 'tie':
      return isKnownTieType(link.type) ? `tie-${link.type}` : 'tie'
    case 'contribution':
      return 'contribution'
    case 'relation':
      return 'relation'
  }
}

/** Labels of the two ends, for the message. */
export function linkEnds(
  view: MapView,
  link: MapLink,
  unnamed: string,
): { readonly from: string; readonly to: string } {
  const name = (label: string | undefined): string => (label === undefined || label === '' ? unnamed : label)
  return { from: name(view.elements.get(link.from)?.label), to: name(view.elements.get(link.to)?.label) }
}
