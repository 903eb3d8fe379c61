'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useView } from './useMap'
import { compareNames } from '../../lib/base/textOrder'
import type { MapView } from '../../lib/model/mapView'
import { isKnownSector, sectorsOf, type Sectors } from '../../lib/model/sector'

const ofView = ({ meta }: MapView): Sectors => sectorsOf(meta)

/** The map's sectors and their looks. The same object as long as nobody defines another. */
export function useSectors(): Sectors {
  return useView(ofView)
}

/**
 * The sectors that can be chosen: those that are offered, then, by name, words that stakeholders have and nobody
 * defined, such as those of an imported file. The same list as long as it says the same. Cost: linear in elements.
 */
export function useSectorChoices(): readonly string[] {
  return useView(listSectorChoices, isSameList)
}

export function listSectorChoices(view: Pick<MapView, 'elements' | 'meta'>): readonly string[] {
  const { offered, defined, deleted } = sectorsOf(view.meta)
  const own = [...wordsInUse(view)].filter((word) => !isKnownSector(word) && !defined.has(word) && !deleted.has(word))
  return [...offered.map(({ key }) => key), ...own.sort(compareNames)]
}

/**
 * The sectors that stakeholders have and nobody can choose: hidden ones, and such as were deleted meanwhile. By key. The same
 * list as long as it says the same. Cost: linear in elements.
 */
export function useUnofferedSectors(): readonly string[] {
  return useView(listUnofferedSectors, isSameList)
}

export function listUnofferedSectors(view: Pick<MapView, 'elements' | 'meta'>): readonly string[] {
  const choices = new Set(listSectorChoices(view))
  return [...wordsInUse(view)].filter((word) => !choices.has(word)).sort(compareNames)
}

function wordsInUse({ elements }: Pick<MapView, 'elements'>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const element of elements.values()) {
    if (element.kind === 'stakeholder' && element.sector !== undefined) words.add(element.sector)
  }
  return words
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at])
}

/** What a sector is called: as the map says, else in the page's language, else by its own word. */
export function useSectorName(): (sector: string) => string {
  const t = useTranslations('panels.sectors')
  const sectors = useSectors()
  return useCallback((sector) => sectors.of(sector).name ?? (t.has(sector) ? t(sector) : sector), [sectors, t])
}
