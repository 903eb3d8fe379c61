import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SeenMap } from '../../lib/look/applyLook'
import { legendOfLook } from '../../lib/look/lookLegend'
import type { Look } from '../../lib/look/look'
import type { MapView } from '../../lib/model/mapView'
import type { LookEntry } from '../../lib/render/legend'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useLookNames } from './lookNames'

export interface SeenPicture {
  readonly look: Look
  readonly see: (map: MapView) => SeenMap
  readonly legend: (seen: SeenMap) => readonly LookEntry[]
}

/** How a picture is drawn as one sees the map; undefined while one looks at it plainly. */
export function useSeenPicture(): SeenPicture | undefined {
  const t = useTranslations('looks')
  const names = useLookNames()
  const see = useWorkspaceState((state) => state.seeing)
  const look = useWorkspaceState((state) => state.look)
  return useMemo(() => {
    if (see === undefined || look === undefined) return undefined
    const words = {
      ...names,
      colour: (name: string) => t('legendColour', { name }),
      size: (name: string) => t('legendSize', { name }),
      unsaid: t('unsaid'),
      shadeRange: (from: string, to: string) => t('shadeRange', { from, to }),
      sizeRange: (most: string) => t('sizeRange', { most }),
      sizeTight: t('sizeTight'),
      leader: t('leader'),
    }
    return { look, see, legend: (seen) => legendOfLook(seen, words) }
  }, [see, look, names, t])
}
