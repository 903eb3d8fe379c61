import * as z from 'zod/mini'
import { useCallback, useMemo, useState } from 'react'
import { doorAnswerSchema, waitingNewsSchema, type DoorAnswer, type WaitingNews } from '../../../lib/protocol/door'
import { useEditor } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { doorApi } from './doorApi'

/** The door of this map as the server told those who are in; undefined until it has. */
export function useDoor(): DoorAnswer | undefined {
  const told = useObservable(useEditor().meetingNews.door)
  return useMemo(() => z.safeParse(doorAnswerSchema, told).data, [told])
}

/** What somebody who waits was told of the meeting; undefined until they were. */
export function useWaitingNews(): WaitingNews | undefined {
  const told = useObservable(useEditor().meetingNews.door)
  return useMemo(() => z.safeParse(waitingNewsSchema, told).data, [told])
}

/** Keeps the door, or starts; false if that was refused. What goes wrong is said. */
export function useSetDoor(): { readonly busy: boolean; setDoor(waits: boolean): Promise<boolean> } {
  const { meetingNews } = useEditor()
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const setDoor = useCallback(
    async (waits: boolean) => {
      setBusy(true)
      const done = await doorApi.set(seat, waits)
      setBusy(false)
      if (done.ok) meetingNews.takeDoor(done.value)
      else toast.error(say(done.reason), { id: 'door' })
      return done.ok
    },
    [meetingNews, seat, say],
  )
  return { busy, setDoor }
}
