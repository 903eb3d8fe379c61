'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { mayRun } from '../../../lib/protocol/role'
import { viewNames } from '../../hooks/workspace'
import { toast } from '../../ui/toast'
import { useTakeAlong } from '../useTakeAlong'

/** Id of what this tab was brought to last: one comes along once, however late this part of the page comes, or comes again. */
let lastTaken: string | undefined

/** What is said of it takes each other's place. */
const topic = 'gather'

/** Takes this tab along when somebody who runs the meeting brings everyone to what they see. Draws nothing. */
export function GatherKeeper() {
  const t = useTranslations('people.gather')
  const { meetingNews, self, people, sync, hold } = useEditor()
  const takeAlong = useTakeAlong()
  useEffect(() => {
    /** Who asked this person to come and see, as long as that is asked. */
    let asker: string | undefined
    const gather = (): void => {
      const gathering = meetingNews.gathering.get()
      if (gathering === undefined || gathering.id === lastTaken) return
      lastTaken = gathering.id
      const { person, name, view, seen } = gathering
      if (person !== '' && person === self.get().id) return
      const said = { known: name === '' ? 'no' : 'yes', name }
      announce(t('moved', said))
      const went = takeAlong({
        topic,
        moved: t('moved', said),
        asked: t('asked', said),
        view: viewNames.find((one) => one === view) ?? 'map',
        go: (camera) => {
          asker = undefined
          if (seen === undefined) return
          const [x, y, width, height] = seen
          camera.show({ x, y, width, height })
        },
      })
      // A script neither leaves nor stops.
      asker = went === 'asked' && person !== '' ? person : undefined
    }
    /** There is nothing to come and see any more: who asked has left, or no longer runs the meeting; or a hold leads everyone. */
    const look = (): void => {
      // Whoever holds leads everyone: there is no way back meanwhile.
      if (hold.get() !== undefined) toast.past(topic)
      // Without a connection nobody seems to be here; that is not their doing.
      if (asker === undefined || sync.get().kind === 'offline') return
      const role = people.get().find(({ id }) => id === asker)?.role
      if (role !== undefined && mayRun(role) && hold.get() === undefined) return
      asker = undefined
      toast.past(topic)
    }
    gather()
    const ends = [meetingNews.gathering.subscribe(gather), people.subscribe(look), hold.subscribe(look)]
    return () => {
      for (const end of ends) end()
    }
  }, [meetingNews, self, people, sync, hold, t, takeAlong])
  return null
}
