'use client'
import './hidden.css'
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useEffect, useState } from 'react'
import type { MapView } from '../../../lib/model/mapView'
import { protectionAnswerSchema, type ProtectionAnswer } from '../../../lib/protocol/protection'
import { askUntil } from '../../hooks/askUntil'
import { useEditor } from '../../hooks/EditorProvider'
import { coverProtection } from '../../hooks/protectionCover'
import { useObservable } from '../../hooks/useObservable'
import { useRoundRights, useSeat } from '../../hooks/useRounds'
import { protectionApi } from './protectionApi'
import { usePutBackWords } from './usePutBackWords'

/**
 * Asks what is protected after each welcome, lays it over the map that this person sees and changes, and says what of
 * theirs the server put back. Draws nothing.
 */
export function ProtectionKeeper(): null {
  const editor = useEditor()
  const { meetingNews, roundNews } = editor
  const seat = useSeat()
  const { mayRun } = useRoundRights()
  const visits = useObservable(roundNews.visits)
  const told = useObservable(meetingNews.protection)
  const t = useTranslations('people.protection')
  const own = useOwnAdditions()
  /** What makes a difference to what one added oneself, which sockets are not told: asked for anew when it changes. */
  const { layout, ownOnly } = (told?.['protection'] ?? {}) as Partial<ProtectionAnswer['protection']>
  useEffect(
    () =>
      askUntil(
        () => protectionApi.find(seat),
        (found) => {
          if (!found.ok) return
          own.take(found.value.yours)
          meetingNews.takeProtection(found.value)
        },
      ),
    [meetingNews, seat, visits, layout, ownOnly, own],
  )

  useEffect(() => {
    const answer = z.safeParse(protectionAnswerSchema, told).data
    if (answer === undefined) return
    const cover = coverProtection({
      protection: answer.protection,
      isFree: mayRun,
      hiddenWord: t('hidden'),
      isOwn: own.has,
    })
    own.covering(() => editor.cover(cover))
  }, [editor, told, mayRun, own, t])

  usePutBackWords()
  return null
}

/** What this person added: as the server says, and in this tab since. */
function useOwnAdditions(): OwnAdditions {
  const editor = useEditor()
  const [own] = useState(createOwnAdditions)
  useEffect(() => {
    let before = editor.view.get()
    return editor.view.subscribe(() => {
      const now = editor.view.get()
      if (editor.isOwnChange()) own.note(before, now)
      before = now
    })
  }, [editor, own])
  return own
}

interface OwnAdditions {
  /** Takes in what the server says. */
  take(yours: ProtectionAnswer['yours']): void
  /** Takes in what one's own change brought to the map. */
  note(before: MapView, now: MapView): void
  /** Does something that brings things into sight which were not added. */
  covering(act: () => void): void
  /** True of what this person added; with `since`, from then on. */
  has(root: ProtectedRoot, id: string, since?: number): boolean
}

type ProtectedRoot = 'elements' | 'links'

function createOwnAdditions(): OwnAdditions {
  const here = new Map<string, number>()
  let known: ProtectionAnswer['yours']
  let isCovering = false
  return {
    take(yours) {
      known = yours
    },
    note(before, now) {
      if (isCovering) return
      for (const root of ['elements', 'links'] as const) {
        if (now[root] === before[root]) continue
        const there: ReadonlyMap<string, unknown> = before[root]
        // By the server's clock it may have been later, never before the layout was locked that this page knows of.
        for (const id of now[root].keys()) if (!there.has(id)) here.set(`${root}/${id}`, Infinity)
      }
    },
    covering(act) {
      isCovering = true
      act()
      isCovering = false
    },
    has(root, id, since = 0) {
      const at = here.get(`${root}/${id}`) ?? known?.[root][id]
      return at !== undefined && at >= since
    },
  }
}
