'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { announce } from '../hooks/announcer'
import { putBack, type ToldTaken } from '../hooks/editor'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isThere, type TypedText } from '../hooks/typedTexts'
import { useRun } from '../hooks/useRun'
import { describeLoss, shorten, withTyped } from './describeLoss'
import { copyText } from './share/copyText'
import { toast } from '../ui/toast'

/** Long enough to be read and thought about: what is offered here is nowhere else. */
const duration = 30_000
/** Milliseconds that a typed text waits for the deletion that it is told with. Longer than the editor gathers. */
const patience = 800

/**
 * Tells people what they lose by what others do, with the way back: elements that somebody else
 * deleted under their hands, and texts that can no longer go to the map.
 */
export function useLosses(): void {
  const t = useTranslations('losses')
  const editor = useEditor()
  const { typed } = useWorkspace()
  const run = useRun()

  useEffect(() => {
    const waiting = new Map<TypedText, ReturnType<typeof setTimeout>>()
    const shown = new Set<string | number>()
    const settle = (one: TypedText): void => {
      clearTimeout(waiting.get(one))
      waiting.delete(one)
      typed.drop(one)
    }
    const say = (words: string, action: { readonly label: string; readonly onClick: () => void } | undefined): void => {
      announce(words)
      shown.add(toast(words, { duration, ...(action && { action }) }))
    }

    const onTaken = (taken: ToldTaken): void => {
      // A name half typed on the map goes with its element; the field may not have noticed yet.
      const texts = typed
        .list()
        .filter(({ of, as }) => as !== undefined && of !== undefined && taken.elements.has(of as ElementId))
      for (const one of texts) settle(one)
      const words = t('taken', describeLoss(taken, texts, t('nameless')))
      const action = {
        label: t('putBack', { count: taken.elements.size }),
        onClick: () => {
          run(putBack, withTyped(taken, texts))
        },
      }
      say(words, editor.self.get().mayEdit ? action : undefined)
    }
    const onTyped = (one: TypedText): void => {
      const tell = (): void => {
        waiting.delete(one)
        const mayEdit = editor.self.get().mayEdit
        const why = mayEdit ? (isThere(editor.view.get(), one.of) ? 'refused' : 'gone') : 'closed'
        // What a closed map refuses is offered once more by what replaces the map.
        if (mayEdit) typed.drop(one)
        say(t('unkept', { why, text: shorten(one.text) }), {
          label: t('copy'),
          onClick: () => void copyText(one.text).then((done) => toast(t(done ? 'copied' : 'notCopied'))),
        })
      }
      waiting.set(one, setTimeout(tell, patience))
    }
    const ends = [editor.onTaken(onTaken), typed.subscribe(onTyped)]
    return () => {
      for (const end of ends) end()
      for (const timer of waiting.values()) clearTimeout(timer)
      // Whatever replaces the map has its own words for it.
      for (const id of shown) toast.dismiss(id)
    }
  }, [editor, typed, run, t])
}
