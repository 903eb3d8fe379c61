'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { announce } from '../../hooks/announcer'
import type { Editor, Self } from '../../hooks/editor'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { toast } from '../../ui/toast'
import { speakingQueue } from './peopleRows'
import { standingToast } from './standingToast'
import { usePeopleActs, usePeopleLines } from './usePeopleActs'

/** What was heard of oneself last: a role that changed before this part of the page had come is told, too. */
const heard = new WeakMap<Editor, Self>()

/** Says what others changed about oneself, and to those who run the meeting who asks to speak. */
export function useStandingWords(): void {
  const t = useTranslations('people')
  const self = useSelf()
  const { mayRun } = usePeopleActs()
  const editor = useEditor()
  useEffect(() => {
    const last = heard.get(editor) ?? { ...self, role: editor.openedAs }
    heard.set(editor, self)
    if (last.id === undefined || last.id !== self.id || last.name === '') return
    if (last.role !== self.role) toast(t(`told.role.${self.role}`), { id: standingToast })
    else if (last.name !== self.name) toast(t('told.name', { name: self.name }), { id: standingToast })
    if (last.muted !== true && self.muted === true) toast(t('told.muted'), { id: 'muted' })
    if (last.muted === true && self.muted !== true) toast(t('told.unmuted'), { id: 'muted' })
    if ((last.hand === undefined) !== (self.hand === undefined))
      announce(t(self.hand === undefined ? 'told.handDown' : 'told.handUp'))
  }, [editor, self, t])

  const queue = speakingQueue(usePeopleLines())
  const known = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const up = queue.filter(({ isSelf }) => !isSelf)
    const news = up.filter(({ id }) => !known.current.has(id))
    known.current = new Set(up.map(({ id }) => id))
    const [first] = news
    if (!mayRun || first === undefined) return
    announce(t('told.asks', { name: first.name, more: news.length - 1, waiting: up.length }))
  }, [queue, mayRun, t])
}
