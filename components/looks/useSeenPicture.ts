import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SeenMap } from '../../lib/look/applyLook'
import { shades } from '../../lib/model/paint'
import type { MapView } from '../../lib/model/mapView'
import type { LookEntry } from '../../lib/render/legend'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useLookNames } from './lookNames'

export interface SeenPicture {
  readonly see: (map: MapView) => SeenMap
  readonly legend: (seen: SeenMap) => readonly LookEntry[]
}

/** How a picture is drawn as one sees the map; undefined while one looks at it plainly. */
export function useSeenPicture(): SeenPicture | undefined {
  const t = useTranslations('looks')
  const names = useLookNames()
  const see = useWorkspaceState((state) => state.seeing)
  return useMemo(() => {
    if (see === undefined) return undefined
    return {
      see,
      legend: ({ colours, shades: scale, sizes }) => {
        const entries: LookEntry[] = []
        // Sectors are explained by the picture itself, with their patterns.
        if (colours !== undefined && colours.by !== 'sector') {
          entries.push({ text: t('legendColour', { name: names.by(colours.by) }) })
          for (const { value, hue, tag } of colours.categories) {
            entries.push({ hue, tag, text: value === undefined ? t('unsaid') : names.value(colours.by, value) })
          }
        }
        if (scale !== undefined) {
          entries.push({ text: t('legendColour', { name: names.by(scale.by) }) })
          for (const shade of shades) {
            const [from, to] = [(scale.most * (shade - 1)) / 5, (scale.most * shade) / 5]
            const text = t('shadeRange', { from: names.number(from), to: names.number(to) })
            entries.push({ shade, tag: shade.toString(), text })
          }
        }
        if (sizes !== undefined) {
          const range = t('sizeRange', { most: names.number(sizes.most) })
          entries.push({ text: `${t('legendSize', { name: names.by(sizes.by) })} ${range}` })
        }
        return entries
      },
    }
  }, [see, names, t])
}
