'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { canTakeWords, putBack, takeWords, type ToldStale, type ToldTaken, type ToldTook } from '../hooks/editor'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isPaused } from '../hooks/pause'
import { isThere, type TypedText } from '../hooks/typedTexts'
import { useRun } from '../hooks/useRun'
import {
  describeLoss,
  describeStale,
  describeTook,
  describeTookLinks,
  findMissingTexts,
  isToldLocked,
  shorten,
  withTyped,
} from './describeLoss'
import { copyText } from './share/copyText'
import { watchRestores } from './versions/lastRestore'
import { ownRestore } from './versions/ownRestore'
import { useUnseenWords } from './useUnseenWords'
import { toast, type ToastOptions } from '../ui/toast'

/** Long enough to be read and thought about: what is offered here is nowhere else. */
const duration = 30_000
/** Milliseconds that a typed text waits for the deletion that it is told with. Longer than the editor gathers. */
const patience = 800

/**
 * Tells people what they lose by what others do, with the way back: elements that somebody else
 * deleted under their hands, or changed without knowing that they are deleted, and texts that can no
 * longer go to the map. Draws nothing itself, and may come late: what happened before waits for it.
 */
export function LossTeller(): null {
  const t = useTranslations('losses')
  const editor = useEditor()
  const { typed } = useWorkspace()
  const run = useRun()
  useUnseenWords()

  useEffect(() => {
    const waiting = new Map<TypedText, ReturnType<typeof setTimeout>>()
    const shown = new Set<string | number>()
    const restores = watchRestores(editor)
    const settle = (one: TypedText): void => {
      clearTimeout(waiting.get(one))
      waiting.delete(one)
      typed.drop(one)
    }
    const say = (words: string, options: ToastOptions): void => {
      shown.add(toast(words, options))
    }
    /** What is offered, until it is closed or settled: true once there is nothing left to do. */
    const offers = new Map<string | number, { readonly isSettled: () => boolean; readonly afterwards?: () => void }>()
    const offer = (
      words: string,
      label: string,
      act: () => void,
      isSettled: () => boolean,
      {
        instead,
        afterwards,
      }: { readonly instead?: string | number | undefined; readonly afterwards?: () => void } = {},
    ): string | number | undefined => {
      if (!editor.self.get().mayEdit) {
        say(words, { duration })
        return undefined
      }
      const place = instead === undefined ? {} : { id: instead }
      const id = toast(words, { ...place, stays: true, action: { label, onClick: act } })
      shown.add(id)
      offers.set(id, { isSettled, ...(afterwards && { afterwards }) })
      return id
    }
    const onView = (): void => {
      for (const [id, { isSettled, afterwards }] of offers) {
        if (!isSettled()) continue
        offers.delete(id)
        toast.dismiss(id)
        afterwards?.()
      }
    }
    const elementNow = (id: ElementId) => editor.view.get().elements.get(id)
    /** @param now what there is to put back when that is asked for: it may be more than when it was told */
    const offerBack = (
      words: string,
      lost: Pick<ToldTaken, 'elements'>,
      now: () => ToldTaken | ReturnType<ToldTook['newest']>,
      more: { readonly instead?: string | number | undefined; readonly afterwards?: () => void } = {},
    ): string | number | undefined =>
      offer(
        words,
        t('putBack', { count: lost.elements.size }),
        () => void run(putBack, editor.addLostLinks(now())),
        () => [...lost.elements.keys()].every((id) => elementNow(id) !== undefined),
        more,
      )
    /** What was told as taken, with its message: whoever typed in it may go on typing. */
    const told = new Map<ToldTaken, { readonly id: string | number; readonly texts: readonly TypedText[] }>()
    /** @param spoken what was being typed, where that does not come along */
    const tellTaken = (taken: ToldTaken, texts: readonly TypedText[], spoken: readonly TypedText[] = []): void => {
      for (const one of texts) settle(one)
      const words = t('taken', describeLoss(taken, [...texts, ...spoken], t('nameless')))
      const id = offerBack(words, taken, () => withTyped(taken, wholeTexts(taken, told.get(taken)?.texts ?? texts)), {
        instead: told.get(taken)?.id,
        afterwards: () => tellMissing(taken),
      })
      if (id !== undefined) told.set(taken, { id, texts })
    }
    /** Those that were told, and what is being typed in it at this moment. */
    const wholeTexts = (taken: ToldTaken, texts: readonly TypedText[]): readonly TypedText[] => {
      const going = typed.list().filter((one) => isIn(taken, one))
      const isGoing = ({ of, as }: TypedText): boolean => going.some((one) => of === one.of && as === one.as)
      return [...texts.filter((one) => !isGoing(one)), ...going]
    }
    /** Who took it has brought it back by themselves: what one had typed in it is not there. */
    const tellMissing = (taken: ToldTaken): void => {
      const going = typed.list()
      const over = (told.get(taken)?.texts ?? []).filter(
        (one) => !going.some(({ of, as }) => of === one.of && as === one.as),
      )
      const stale = findMissingTexts(taken, over, editor.view.get().elements)
      if (stale !== undefined) onStale(stale)
    }
    const isIn = (taken: ToldTaken, { of, as }: TypedText): boolean =>
      as !== undefined && of !== undefined && taken.elements.has(of as ElementId)
    const onTaken = (taken: ToldTaken): void => {
      // A name half typed on the map goes with its element; the field may not have noticed yet.
      const all = typed.list()
      const spoken = all.filter(({ of, as }) => as === undefined && taken.elements.has(of as ElementId))
      const texts = all.filter((one) => isIn(taken, one))
      // Nobody deleted it: it went with the version that one has put back, which is told with its own undo.
      if (taken.by === undefined && texts.length + spoken.length === 0 && ownRestore.isGoing()) return
      const by = taken.by ?? restores.by()
      tellTaken(by === undefined ? taken : { ...taken, by }, texts, spoken)
    }
    const onTook = (took: ToldTook): void => {
      if (took.before.size > 0) {
        offerBack(t('took', describeTook(took, t('nameless'))), took, took.newest)
        return
      }
      const words = t('tookLinks', describeTookLinks(took, editor.view.get().elements, t('nameless')))
      offer(
        words,
        t('putBack', { count: took.links.size }),
        () => void run(putBack, editor.addLostLinks(took.newest())),
        () => [...took.links.keys()].every((id) => editor.view.get().links.has(id)),
      )
    }
    const onStale = (stale: ToldStale): void => {
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
    }
    const onTyped = (one: TypedText): void => {
      // Told by itself: `useLockedTexts`, in `TypingOn`.
      if (editor.self.get().mayEdit && isToldLocked(editor.view.get(), one)) return
      const taken = [...told.keys()].findLast((was) => isIn(was, one))
      if (taken !== undefined && !isThere(editor.view.get(), one.of)) {
        // It is told already: now the whole of what was typed in it, in the same message.
        const others = told.get(taken)?.texts.filter(({ of, as }) => of !== one.of || as !== one.as) ?? []
        tellTaken(taken, [one, ...others])
        return
      }
      const tell = (): void => {
        waiting.delete(one)
        const isShut = editor.waits.get() !== 'no'
        const mayEdit = editor.self.get().mayEdit || isPaused(editor)
        const why = isShut ? 'waits' : mayEdit ? (isThere(editor.view.get(), one.of) ? 'refused' : 'gone') : 'closed'
        // What a closed map refuses is offered once more by what replaces the map.
        if (mayEdit) typed.drop(one)
        const copy = (): void => void copyText(one.text).then((done) => toast(t(done ? 'copied' : 'notCopied')))
        say(t('unkept', { why, text: shorten(one.text) }), {
          ...(isShut ? { stays: true } : { duration }),
          action: { label: t('copy'), onClick: copy },
        })
      }
      waiting.set(one, setTimeout(tell, patience))
    }
    const ends = [
      restores.end,
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
  return null
}
