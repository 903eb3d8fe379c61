'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { MapView } from '../../lib/model/mapView'
import { tieTypesOf, type TieTypes } from '../../lib/model/tie'
import { useView } from './useMap'

const ofView = ({ meta }: MapView): TieTypes => tieTypesOf(meta)

/** The map's kinds of tie and their looks. The same object as long as nobody defines another. */
export function useTieTypes(): TieTypes {
  return useView(ofView)
}

/** What a kind of tie is called: as the map says, else in the page's language, else by its own word; '' is no kind. */
export function useTieName(): (type: string) => string {
  const t = useTranslations('panels.inspector.tieTypes')
  const types = useTieTypes()
  return useCallback(
    (type) => types.of(type).name ?? (type === '' ? t('none') : t.has(type) ? t(type) : type),
    [types, t],
  )
}
