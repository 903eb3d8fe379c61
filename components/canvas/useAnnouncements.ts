'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { announce } from '../hooks/announcer'
import type { Stage } from './stage'
import { describeChanges, describeMoved, listMoved } from './describeChanges'
import { useSpeech } from './useSpeech'

/** Others' changes are gathered this long before they are said. */
const pause = 1_500
/** From one's last act until it is said: acts that follow on each other are told together. */
const ownPause = 300

/**
 * Says what changed on the map: one's own acts soon, others' gathered, so that a busy room does
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
    const brought = new Set<ElementId | LinkId>()
    const moved = new Set<ElementId>()
    let timer: ReturnType<typeof setTimeout> | undefined
    // Other views say themselves what one did there.
    let isSaid = false
    const say = (): void => {
      timer = undefined
      if (stage.draft.get() !== undefined) {
        timer = setTimeout(say, pause)
        return
      }
      const view = editor.view.get()
      const words =
        describeChanges(told, view, { t, speech, self: editor.self.get().name, deleted, brought }) ??
        describeMoved(view, moved, { t, speech })
      told = view
      deleted.clear()
      brought.clear()
      moved.clear()
      if (words !== undefined && !isSaid) announce(words)
    }
    const onChange = (): void => {
      const { elements, links, positions } = editor.view.get()
      const isOwn = editor.isOwnChange()
      if (isOwn) {
        if (last.positions !== positions) for (const id of listMoved(last, editor.view.get())) moved.add(id)
        if (last.elements !== elements) {
          for (const id of last.elements.keys()) if (!elements.has(id)) deleted.add(id)
          for (const id of elements.keys()) if (!last.elements.has(id)) brought.add(id)
        }
        if (last.links !== links) {
          for (const id of links.keys()) if (!last.links.has(id)) brought.add(id)
        }
      }
      last = editor.view.get()
      // A map that has just been opened is not news.
      if (editor.sync.get().kind === 'loading') told = editor.view.get()
      else if (isOwn) {
        clearTimeout(timer)
        isSaid = stage.workspace.get().view !== 'map'
        timer = setTimeout(say, ownPause)
      } else {
        isSaid = false
        timer ??= setTimeout(say, pause)
      }
    }
    const end = editor.view.subscribe(onChange)
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [stage, t, speech])
}
