'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useView } from './useMap'
import type { MapView } from '../../lib/model/mapView'
import { sectorsOf, type Sectors } from '../../lib/model/sector'

const ofView = ({ meta }: MapView): Sectors => sectorsOf(meta)

/** The map's sectors and their looks. The same object as long as nobody defines another. */
export function useSectors(): Sectors {
  return useView(ofView)
}

/** What a sector is called: as the map says, else in the page's language, else by its own word. */
export function useSectorName(): (sector: string) => string {
  const t = useTranslations('panels.sectors')
  const sectors = useSectors()
  return useCallback((sector) => sectors.of(sector).name ?? (t.has(sector) ? t(sector) : sector), [sectors, t])
}
