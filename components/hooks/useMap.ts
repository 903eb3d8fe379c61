'use client'
import { useCallback } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { Person, Selection, Self, SyncStatus } from '../../lib/editor/editor'
import type { MapElement } from '../../lib/model/element'
import type { MapLink } from '../../lib/model/link'
import type { MapView } from '../../lib/model/mapView'
import { useEditor } from './EditorProvider'
import { useObservable } from './useObservable'

const whole = (view: MapView): MapView => view

/** The map, or a part of it. Without a selector the component redraws on every change of the map. */
export function useView(): MapView
export function useView<Part>(select: (view: MapView) => Part, isSame?: (a: Part, b: Part) => boolean): Part
export function useView<Part>(
  select?: (view: MapView) => Part,
  isSame?: (a: Part, b: Part) => boolean,
): MapView | Part {
  const { view } = useEditor()
  return useObservable<MapView, MapView | Part>(
    view,
    select ?? whole,
    isSame as ((a: MapView | Part, b: MapView | Part) => boolean) | undefined,
  )
}

/** One element, as long as it is on the map. */
export function useElement(id: ElementId | undefined): MapElement | undefined {
  return useView(useCallback((view: MapView) => (id === undefined ? undefined : view.elements.get(id)), [id]))
}

/** One link, as long as it is on the map. */
export function useLink(id: LinkId | undefined): MapLink | undefined {
  return useView(useCallback((view: MapView) => (id === undefined ? undefined : view.links.get(id)), [id]))
}

export function useSelection(): Selection {
  return useObservable(useEditor().selection)
}

/** The others who are here, self excluded. */
export function usePeople(): readonly Person[]
export function usePeople<Part>(
  select: (people: readonly Person[]) => Part,
  isSame?: (a: Part, b: Part) => boolean,
): Part
export function usePeople<Part>(
  select?: (people: readonly Person[]) => Part,
  isSame?: (a: Part, b: Part) => boolean,
): readonly Person[] | Part {
  const { people } = useEditor()
  return useObservable<readonly Person[], readonly Person[] | Part>(
    people,
    select ?? ((all) => all),
    isSame as ((a: readonly Person[] | Part, b: readonly Person[] | Part) => boolean) | undefined,
  )
}

export function useSync(): SyncStatus {
  return useObservable(useEditor().sync)
}

export function useSelf(): Self {
  return useObservable(useEditor().self)
}
