import { customFieldOf, findCustomField } from '../model/customField'
import type { MapView } from '../model/mapView'
import { sectorsOf } from '../model/sector'
import { tieTypesOf } from '../model/tie'
import type { Look } from './look'
import { valueOf } from './lookValue'

/** Something that a look asks for and that is not on the map any more. */
export type LostPart =
  | { readonly part: 'field'; readonly by: string }
  /** @property by what it is a word of: `sector`, `tie`, `tag` or a field of the map's own */
  | { readonly part: 'word'; readonly by: string; readonly word: string }

/**
 * The fields and words that a look asks for and that there are no more: nothing has them, and nothing offers them. So
 * that a filter that means nobody can say why. Cost: linear in elements and links where the look has a filter.
 */
export function findLost(view: MapView, look: Look): readonly LostPart[] {
  const { sectors = [], tieTypes = [], tags = [], fields = {}, ranges = {} } = look.filter ?? {}
  const lost: LostPart[] = []
  const asked = [
    ...Object.keys(fields),
    ...Object.keys(ranges),
    look.colourBy,
    look.sizeBy,
    look.labelBy,
    look.clusterBy,
  ]
  for (const by of new Set(asked)) {
    const id = by === undefined ? undefined : customFieldOf(by)
    if (by !== undefined && id !== undefined && findCustomField(view.meta, id) === undefined)
      lost.push({ part: 'field', by })
  }
  const lack = (by: string, words: readonly string[], isThere: (word: string) => boolean): void => {
    for (const word of words) if (word !== '' && !isThere(word)) lost.push({ part: 'word', by, word })
  }
  const has = (by: string, word: string): boolean => {
    for (const element of view.elements.values()) if (valueOf(element, by) === word) return true
    return false
  }
  const offers = (offered: readonly { readonly key: string }[], word: string): boolean =>
    offered.some(({ key }) => key === word)
  lack('sector', sectors, (word) => offers(sectorsOf(view.meta).offered, word) || has('sector', word))
  lack('tie', tieTypes, (word) => {
    if (offers(tieTypesOf(view.meta).offered, word)) return true
    return [...view.links.values()].some((link) => link.kind === 'tie' && link.type === word)
  })
  lack('tag', tags, (word) => [...view.elements.values()].some((element) => element.tags?.includes(word) === true))
  for (const [by, words] of Object.entries(fields)) {
    const field = findCustomField(view.meta, customFieldOf(by) ?? '')
    if (field === undefined) continue
    lack(by, words, (word) => field.choices?.includes(word) === true || has(by, word))
  }
  return lost
}
