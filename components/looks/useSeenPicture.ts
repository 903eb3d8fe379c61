import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SeenMap } from '../../lib/look/applyLook'
import { legendOfLook } from '../../lib/look/lookLegend'
import type { Look } from '../../lib/look/look'
import type { MapView } from '../../lib/model/mapView'
import type { LookEntry } from '../../lib/render/legend'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useLookNames } from './lookNames'
import { openSeeing } from './openSeeing'

export interface SeenPicture {
  readonly look: Look
  readonly see: (map: MapView) => SeenMap
  readonly legend: (seen: SeenMap) => readonly LookEntry[]
  /** The same for a picture without what is personal. */
  readonly open: Omit<SeenPicture, 'open'>
}

/** How a picture is drawn as one sees the map; undefined while one looks at it plainly. */
export function useSeenPicture(): SeenPicture | undefined {
  const t = useTranslations('looks')
  const names = useLookNames()
  const see = useWorkspaceState((state) => state.seeing)
  const look = useWorkspaceState((state) => state.look)
  const measured = useWorkspaceState((state) => state.measured)
  const meta = useView((view) => view.meta)
  return useMemo(() => {
    if (see === undefined || look === undefined) return undefined
    const words = {
      ...names,
      colour: (name: string) => t('legendColour', { name }),
      size: (name: string) => t('legendSize', { name }),
      unsaid: (by: string) => t(by === 'community' ? 'ungrouped' : 'unsaid'),
      shadeRange: (from: string, to: string) => t('shadeRange', { from, to }),
      sizeRange: (most: string) => t('sizeRange', { most }),
      sizeTight: t('sizeTight'),
      leader: t('leader'),
      leftOut: (name: string) => t('leftOut', { name }),
    }
    const whole = { look, see, legend: (seen: SeenMap) => legendOfLook(seen, words) }
    const open = openSeeing(look, { meta }, names, measured)
    if (open === undefined) return { ...whole, open: whole }
    const { leftOut } = open
    return { ...whole, open: { ...open, legend: (seen: SeenMap) => legendOfLook(seen, words, leftOut) } }
  }, [see, look, measured, names, t, meta])
}
