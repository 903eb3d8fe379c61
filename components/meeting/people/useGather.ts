import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { peopleApi } from './peopleApi'

/** Brings everyone who is here to what one sees, and says how many they were. */
export function useGather(): () => Promise<void> {
  const t = useTranslations('people.gather')
  const say = useApiProblem()
  const seat = useSeat()
  const workspace = useWorkspace()
  return useCallback(async () => {
    const { camera, view } = workspace.get()
    const { x, y, width, height } = camera?.visible() ?? { x: 0, y: 0, width: 0, height: 0 }
    const onMap = view === 'map' && width > 0 && height > 0
    const done = await peopleApi.gather(seat, onMap ? { view, seen: [x, y, width, height] } : { view })
    if (done.ok) toast.anew('gather', t('done', { count: done.value.people }))
    else toast.error(say(done.reason), { id: 'gather' })
  }, [t, say, seat, workspace])
}
