'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Selection } from '../../../lib/editor/editor'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { useSelection, useView } from '../../hooks/useMap'
import { isSameList } from '../../hooks/useObservable'
import { classes } from '../../ui/classes'
import { islandLook } from '../Island'
import { ElementPanel } from './ElementPanel'
import { LinkPanel } from './LinkPanel'
import { ManyPanel } from './ManyPanel'

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

/** What is selected, to read and to change. Nothing while nothing is selected. */
export function Inspector() {
  const t = useTranslations('panels.inspector')
  const { elements, links } = useSelected()
  const count = elements.length + links.length
  const [element] = elements
  const [link] = links
  if (count === 0) return null
  return (
    <aside
      aria-label={t('label')}
      data-region="inspector"
      className={classes(islandLook, 'pointer-events-auto flex max-h-full w-75 flex-col animate-appear')}
    >
      {count > 1 ? (
        <ManyPanel elements={elements} links={links} />
      ) : element !== undefined ? (
        <ElementPanel element={element} />
      ) : link !== undefined ? (
        <LinkPanel link={link} />
      ) : null}
    </aside>
  )
}
