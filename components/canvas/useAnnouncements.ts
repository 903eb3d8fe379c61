'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { MapView } from '../../lib/model/mapView'
import { announce } from '../hooks/announcer'
import type { Stage } from './stage'
import { describeChanges } from './describeChanges'
import { useSpeech } from './useSpeech'

/** Others' changes are gathered this long before they are said. */
const pause = 1_500

/**
 * Says what changed on the map: one's own acts at once, others' gathered, so that a busy room does
 * not talk without end. Held back while a name is typed.
 */
export function useAnnouncements(stage: Stage): void {
  const t = useTranslations('canvas')
  const speech = useSpeech()
  useEffect(() => {
    const { editor } = stage
    let told: MapView = editor.view.get()
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = (): void => {
      timer = undefined
      if (stage.draft.get() !== undefined) {
        timer = setTimeout(say, pause)
        return
      }
      const view = editor.view.get()
      const words = describeChanges(told, view, { t, speech, self: editor.self.get().name })
      told = view
      if (words !== undefined) announce(words)
    }
    const onChange = (): void => {
      // A map that has just been opened is not news.
      if (editor.sync.get().kind === 'loading') told = editor.view.get()
      else timer ??= setTimeout(say, pause)
    }
    const end = editor.view.subscribe(onChange)
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [stage, t, speech])
}
