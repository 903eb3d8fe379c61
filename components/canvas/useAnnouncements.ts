'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { announce } from '../hooks/announcer'
import type { Stage } from './stage'
import { describeChanges } from './describeChanges'
import { useSpeech } from './useSpeech'

/** Others' changes are gathered this long before they are said. */
const pause = 1_500

/**
 * Says what changed on the map: one's own acts at once, others' gathered, so that a busy room does
 * not talk without end. Held back while a name is typed. What one deleted oneself is said by its toast.
 */
export function useAnnouncements(stage: Stage): void {
  const t = useTranslations('canvas')
  const speech = useSpeech()
  useEffect(() => {
    const { editor } = stage
    let told: MapView = editor.view.get()
    let last = told
    const deleted = new Set<ElementId>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = (): void => {
      timer = undefined
      if (stage.draft.get() !== undefined) {
        timer = setTimeout(say, pause)
        return
      }
      const view = editor.view.get()
      const words = describeChanges(told, view, { t, speech, self: editor.self.get().name, deleted })
      told = view
      deleted.clear()
      if (words !== undefined) announce(words)
    }
    const onChange = (): void => {
      const { elements } = editor.view.get()
      if (editor.isOwnChange() && last.elements !== elements) {
        for (const id of last.elements.keys()) if (!elements.has(id)) deleted.add(id)
      }
      last = editor.view.get()
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
