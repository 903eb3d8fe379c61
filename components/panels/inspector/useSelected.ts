'use client'
import { useCallback } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Selection } from '../../hooks/editor'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { useSelection, useView } from '../../hooks/useMap'
import { isSameList } from '../../hooks/useObservable'

/** The selected elements and links that are on the map. Stable while they do not change. */
export function useSelected(): { readonly elements: readonly MapElement[]; readonly links: readonly MapLink[] } {
  const { elements, links }: Selection = useSelection()
  return {
    elements: useView(
      useCallback((view: MapView) => elements.flatMap((id) => view.elements.get(id) ?? []), [elements]),
      isSameList,
    ),
    links: useView(
      useCallback((view: MapView) => links.flatMap((id) => view.links.get(id) ?? []), [links]),
      isSameList,
    ),
  }
}

/** What is selected, if it is one thing alone. */
export function useOnlySelected(): ElementId | LinkId | undefined {
  const { elements, links } = useSelection()
  return elements.length + links.length === 1 ? (elements[0] ?? links[0]) : undefined
}
