'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { canTakeWords, putBack, takeWords, type ToldStale, type ToldTaken, type ToldTook } from '../hooks/editor'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isThere, type TypedText } from '../hooks/typedTexts'
import { useRun } from '../hooks/useRun'
import { describeLoss, describeStale, describeTook, describeTookLinks, shorten, withTyped } from './describeLoss'
import { copyText } from './share/copyText'
import { useUnseenWords } from './useUnseenWords'
import { toast, type ToastOptions } from '../ui/toast'

/** Long enough to be read and thought about: what is offered here is nowhere else. */
const duration = 30_000
/** Milliseconds that a typed text waits for the deletion that it is told with. Longer than the editor gathers. */
const patience = 800

/**
 * Tells people what they lose by what others do, with the way back: elements that somebody else
 * deleted under their hands, or changed without knowing that they are deleted, and texts that can no
 * longer go to the map.
 */
export function useLosses(): void {
  const t = useTranslations('losses')
  const editor = useEditor()
  const { typed } = useWorkspace()
  const run = useRun()
  useUnseenWords()

  useEffect(() => {
    const waiting = new Map<TypedText, ReturnType<typeof setTimeout>>()
    const shown = new Set<string | number>()
    const settle = (one: TypedText): void => {
      clearTimeout(waiting.get(one))
      waiting.delete(one)
      typed.drop(one)
    }
    const say = (words: string, options: ToastOptions): void => {
      shown.add(toast(words, options))
    }
    /** What is offered, until it is closed or settled: true once there is nothing left to do. */
    const offers = new Map<string | number, () => boolean>()
    const offer = (words: string, label: string, act: () => void, isSettled: () => boolean): void => {
      if (!editor.self.get().mayEdit) return say(words, { duration })
      const id = toast(words, { stays: true, action: { label, onClick: act } })
      shown.add(id)
      offers.set(id, isSettled)
    }
    const onView = (): void => {
      for (const [id, isSettled] of offers) {
        if (!isSettled()) continue
        offers.delete(id)
        toast.dismiss(id)
      }
    }
    const elementNow = (id: ElementId) => editor.view.get().elements.get(id)
    const offerBack = (words: string, lost: ToldTaken | ToldTook): void =>
      offer(
        words,
        t('putBack', { count: lost.elements.size }),
        // Others may have changed it again since it was told.
        () => void run(putBack, 'newest' in lost ? lost.newest() : lost),
        () => [...lost.elements.keys()].every((id) => elementNow(id) !== undefined),
      )
    const onTaken = (taken: ToldTaken): void => {
      // A name half typed on the map goes with its element; the field may not have noticed yet.
      const texts = typed
        .list()
        .filter(({ of, as }) => as !== undefined && of !== undefined && taken.elements.has(of as ElementId))
      for (const one of texts) settle(one)
      offerBack(t('taken', describeLoss(taken, texts, t('nameless'))), withTyped(taken, texts))
    }
    const onTook = (took: ToldTook): void => {
      if (took.before.size > 0) return offerBack(t('took', describeTook(took, t('nameless'))), took)
      const words = t('tookLinks', describeTookLinks(took, editor.view.get().elements, t('nameless')))
      offer(
        words,
        t('putBack', { count: took.links.size }),
        () => void run(putBack, took.newest()),
        () => [...took.links.keys()].every((id) => editor.view.get().links.has(id)),
      )
    }
    const onStale = (stale: ToldStale): void =>
      offer(
        t('stale', describeStale(stale, t('nameless'))),
        t('bringIn'),
        () => void run(takeWords, stale),
        () =>
          [...stale.missing].every(([id, missing]) => {
            const now = elementNow(id)
            return now === undefined || !canTakeWords(now, missing)
          }),
      )
    const onTyped = (one: TypedText): void => {
      const tell = (): void => {
        waiting.delete(one)
        const mayEdit = editor.self.get().mayEdit
        const why = mayEdit ? (isThere(editor.view.get(), one.of) ? 'refused' : 'gone') : 'closed'
        // What a closed map refuses is offered once more by what replaces the map.
        if (mayEdit) typed.drop(one)
        const copy = (): void => void copyText(one.text).then((done) => toast(t(done ? 'copied' : 'notCopied')))
        say(t('unkept', { why, text: shorten(one.text) }), { duration, action: { label: t('copy'), onClick: copy } })
      }
      waiting.set(one, setTimeout(tell, patience))
    }
    const ends = [
      editor.onTaken(onTaken),
      editor.onTook(onTook),
      editor.onStale(onStale),
      editor.view.subscribe(onView),
      typed.subscribe(onTyped),
    ]
    return () => {
      for (const end of ends) end()
      for (const timer of waiting.values()) clearTimeout(timer)
      // Whatever replaces the map has its own words for it.
      for (const id of shown) toast.dismiss(id)
    }
  }, [editor, typed, run, t])
}
