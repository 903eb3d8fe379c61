'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { systemClock } from '../../lib/base/clock'
import { announce } from '../hooks/announcer'
import { createChangeNews } from './changeNews'
import { describeChanges, describeMoved } from './describeChanges'
import type { Stage } from './stage'
import { useSpeech } from './useSpeech'

/**
 * Says what changed on the map: one's own acts soon, others' gathered, so that a busy room does
 * not talk without end. Held back while a name is typed. What one deleted oneself is said by its toast.
 */
export function useAnnouncements(stage: Stage): void {
  const t = useTranslations('canvas')
  const speech = useSpeech()
  useEffect(() => {
    const { editor } = stage
    const news = createChangeNews({
      clock: systemClock,
      view: editor.view.get,
      isOwnChange: () => editor.isOwnChange(),
      isLoading: () => editor.sync.get().kind === 'loading',
      isHeldBack: () => stage.draft.get() !== undefined,
      // Other views say themselves what one did there.
      isSaidElsewhere: () => stage.workspace.get().view !== 'map',
      say: (before, after, { moved, ...own }) => {
        const words =
          describeChanges(before, after, { t, speech, self: editor.self.get().name, ...own }) ??
          describeMoved(after, moved, { t, speech })
        if (words !== undefined) announce(words)
      },
    })
    const end = editor.view.subscribe(news.changed)
    return () => {
      end()
      news.close()
    }
  }, [stage, t, speech])
}
