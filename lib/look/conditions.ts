import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { Conditions } from './look'
import { dayOf, numberOf, valueOf } from './lookValue'

/**
 * Tells which elements a filter means. Frames, texts, pictures and ink are scenery and are asked about by nobody.
 * Cost: linear in the links, once; then constant for an element.
 */
export function createFilter(view: Pick<MapView, 'links'>, conditions: Conditions): (element: MapElement) => boolean {
  const { kinds, sectors, stances, forms, tags, tieTypes, text, ranges = {}, fields = {} } = conditions
  const tied = tieTypes === undefined ? undefined : findTied(view, tieTypes)
  const wanted = text === undefined ? '' : fold(text)
  const isOne = (values: readonly string[] | undefined, value: string | undefined): boolean =>
    values === undefined || values.includes(value ?? '')
  const inRange = (element: MapElement): boolean =>
    Object.entries(ranges).every(([name, [from, to]]) => {
      const value = numberOf(element, name) ?? dayOf(element.unknown?.[name])
      return value !== undefined && value >= from && value <= to
    })
  return (element) =>
    isOne(kinds, element.kind) &&
    isOne(sectors, valueOf(element, 'sector')) &&
    isOne(stances, valueOf(element, 'stance')) &&
    isOne(forms, valueOf(element, 'form')) &&
    (tags === undefined || tags.some((tag) => element.tags?.includes(tag) === true)) &&
    (tied === undefined || tied.has(element.id)) &&
    (wanted === '' || textsOf(element).some((one) => fold(one).includes(wanted))) &&
    inRange(element) &&
    Object.entries(fields).every(([name, values]) => isOne(values, valueOf(element, name)))
}

function findTied({ links }: Pick<MapView, 'links'>, types: readonly string[]): ReadonlySet<ElementId> {
  const tied = new Set<ElementId>()
  for (const link of links.values()) {
    if (link.kind === 'tie' && types.includes(link.type ?? '')) tied.add(link.from).add(link.to)
  }
  return tied
}

function textsOf(element: MapElement): readonly string[] {
  const role = element.kind === 'stakeholder' ? (element.role ?? '') : ''
  return [element.label, role, ...(element.tags ?? [])]
}

/** So that accents and capitals do not matter. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
