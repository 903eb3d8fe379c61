'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { viewNames } from '../../hooks/workspace'
import { useTakeAlong } from '../useTakeAlong'

/** Takes this tab along when somebody who runs the meeting brings everyone to what they see. Draws nothing. */
export function GatherKeeper() {
  const t = useTranslations('people.gather')
  const { meetingNews, self } = useEditor()
  const takeAlong = useTakeAlong()
  useEffect(
    () =>
      meetingNews.gathering.subscribe(() => {
        const gathering = meetingNews.gathering.get()
        if (gathering === undefined) return
        const { person, name, view, seen } = gathering
        if (person !== '' && person === self.get().id) return
        const said = { known: name === '' ? 'no' : 'yes', name }
        announce(t('moved', said))
        takeAlong({
          topic: 'gather',
          moved: t('moved', said),
          asked: t('asked', said),
          view: viewNames.find((one) => one === view) ?? 'map',
          go: (camera) => {
            if (seen === undefined) return
            const [x, y, width, height] = seen
            camera.show({ x, y, width, height })
          },
        })
      }),
    [meetingNews, self, t, takeAlong],
  )
  return null
}
