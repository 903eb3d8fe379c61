'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { announce } from '../hooks/announcer'
import { saysWords, wordsAt, type ToldUnseen } from '../hooks/editor'
import { bringWords } from '../hooks/bringWords'
import { useEditor } from '../hooks/EditorProvider'
import { useRun } from '../hooks/useRun'
import { toast } from '../ui/toast'
import { describeUnseen } from './describeUnseen'
import { copyText } from './share/copyText'

/** Tells of words that gave way to others written without having seen them, and offers to put them in or copy them. */
export function useUnseenWords(): void {
  const t = useTranslations('losses')
  const editor = useEditor()
  const run = useRun()

  useEffect(() => {
    const open = new Map<string | number, ToldUnseen>()
    const tell = (unseen: ToldUnseen): void => {
      const said = describeUnseen(editor.view.get(), unseen)
      const words = t('unseen.told', said)
      const description = t('unseen.texts', said)
      announce(`${words} ${description}`)
      const offer = (): void => {
        // The words are nowhere else: what could not be done is offered again.
        const put = (): void => {
          if (!run(bringWords, unseen).ok && !isSettled(unseen)) offer()
        }
        const copy = async (): Promise<void> => {
          const done = await copyText(unseen.words)
          toast(t(done ? 'copied' : 'notCopied'))
          if (!done) offer()
        }
        const copying = { label: t('copy'), onClick: () => void copy() }
        const id = toast(
          words,
          editor.self.get().mayEdit
            ? { description, stays: true, action: { label: t('unseen.put', said), onClick: put }, second: copying }
            : { description, stays: true, action: copying },
        )
        open.set(id, unseen)
      }
      offer()
    }
    const isSettled = (unseen: ToldUnseen): boolean => {
      const now = wordsAt(editor.view.get(), unseen)
      return now !== undefined && saysWords(unseen, now)
    }
    const onView = (): void => {
      for (const [id, unseen] of open) {
        if (!isSettled(unseen)) continue
        open.delete(id)
        toast.dismiss(id)
      }
    }
    const ends = [editor.onUnseen(tell), editor.view.subscribe(onView)]
    return () => {
      for (const end of ends) end()
      for (const id of open.keys()) toast.dismiss(id)
    }
  }, [editor, run, t])
}
