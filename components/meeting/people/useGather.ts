import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { GatherRequest } from '../../../lib/protocol/gather'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { peopleApi } from './peopleApi'

/** Part of the map, in canvas units: x, y, width, height. */
type MapPart = NonNullable<GatherRequest['seen']>

/** Brings everyone who is here to what one sees, and says how many they were. */
export function useGather(): () => Promise<void> {
  const workspace = useWorkspace()
  const bring = useBring()
  return useCallback(async () => {
    const { camera, view } = workspace.get()
    const { x, y, width, height } = camera?.visible() ?? { x: 0, y: 0, width: 0, height: 0 }
    const onMap = view === 'map' && width > 0 && height > 0
    await bring(onMap ? { view, seen: [x, y, width, height] } : { view })
  }, [bring, workspace])
}

/** Brings everyone else who is here to a part of the map, and says how many they were; nothing where nobody else is here. */
export function useBringToPart(): (part: MapPart) => Promise<void> {
  const { people } = useEditor()
  const bring = useBring()
  return useCallback(
    async (seen) => {
      if (people.get().length > 0) await bring({ view: 'map', seen })
    },
    [bring, people],
  )
}

function useBring(): (to: GatherRequest) => Promise<void> {
  const t = useTranslations('people.gather')
  const say = useApiProblem()
  const seat = useSeat()
  return useCallback(
    async (to) => {
      const done = await peopleApi.gather(seat, to)
      if (done.ok) toast.anew('gather', t('done', { count: done.value.people }))
      else toast.error(say(done.reason), { id: 'gather' })
    },
    [t, say, seat],
  )
}
