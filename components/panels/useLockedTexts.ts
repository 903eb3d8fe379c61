'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { bringPastLock } from '../hooks/pastLock'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isLocked, type TypedText } from '../hooks/typedTexts'
import { useRun } from '../hooks/useRun'
import { toast, type ToastOptions } from '../ui/toast'
import { isToldLocked, shorten } from './describeLoss'
import { copyText } from './share/copyText'

/** Which field a text is of, so that it is told in one message however often it grows. */
function fieldOf({ of, as, field }: TypedText): string {
  return `${of} ${as ?? field}`
}

function isOfSame(one: TypedText): (other: TypedText) => boolean {
  return (other) => fieldOf(other) === fieldOf(one)
}

/**
 * Tells people at once when somebody locks what they are typing in, and again when the typing is over, with the
 * whole of it: to be brought in, which unlocks it, and to be copied. The offer stays until it is closed or settled.
 */
export function useLockedTexts(): void {
  const t = useTranslations('losses')
  const editor = useEditor()
  const { typed } = useWorkspace()
  const run = useRun()

  useEffect(() => {
    interface Told {
      readonly id: string | number
      readonly one: TypedText
      /** How it was offered. */
      readonly way: string
    }
    const told = new Map<string, Told>()
    const elementOf = ({ of }: TypedText) => editor.view.get().elements.get(of as ElementId)
    const forget = (one: TypedText): void => {
      const was = told.get(fieldOf(one))
      told.delete(fieldOf(one))
      if (was !== undefined) toast.dismiss(was.id)
    }
    const wayOf = (one: TypedText): 'unlock' | 'bring' | 'copy' => {
      const now = elementOf(one)
      const isKept = one.as === undefined || now?.seal?.keeps === true
      if (now === undefined || isKept || !editor.self.get().mayEdit) return 'copy'
      return now.locked === true ? 'unlock' : 'bring'
    }
    const tell = (one: TypedText): void => {
      const before = told.get(fieldOf(one))
      const name = shorten(elementOf(one)?.label ?? '')
      const back = one.wasHidden === true ? 'hidden' : one.wasPutBack === true ? 'yes' : 'no'
      const words = t('locked.told', { named: name === '' ? 'no' : 'yes', name, back, typed: shorten(one.text) })
      const way = wayOf(one)
      // They may be typing on.
      const whole = (): TypedText => typed.list().find(isOfSame(one)) ?? told.get(fieldOf(one))?.one ?? one
      // The words are nowhere else: what could not be done is offered again.
      const bring = (): void => {
        const { as, text } = whole()
        const now = elementOf(one)
        if (as === undefined || now === undefined || !run(bringPastLock, { id: now.id, as, text }).ok) tell(whole())
      }
      const copy = async (): Promise<void> => {
        const all = whole()
        const isDone = await copyText(all.text)
        toast(t(isDone ? 'copied' : 'notCopied'))
        if (!isDone) tell(all)
      }
      const copying = { label: t('copy'), onClick: () => void copy() }
      const bringing = { label: t('locked.bringIn', { locked: way === 'unlock' ? 'yes' : 'no' }), onClick: bring }
      const options: ToastOptions = way === 'copy' ? { action: copying } : { action: bringing, second: copying }
      const isSameWay = before?.way === way
      // Another offer is another toast: of the same id it would keep what it no longer offers.
      if (before !== undefined && !isSameWay) toast.dismiss(before.id)
      const place = before !== undefined && isSameWay ? { id: before.id } : {}
      const id = toast(words, { ...options, ...place, stays: true })
      told.set(fieldOf(one), { id, one, way })
    }
    const onView = (): void => {
      const going = typed.list()
      for (const one of going) {
        if (isLocked(editor.view.get(), one.of) && !told.has(fieldOf(one))) tell(one)
      }
      for (const { one, way } of told.values()) {
        const now = elementOf(one)
        const isHere = one.as !== undefined && now?.[one.as] === (one.as === 'label' ? one.text.trim() : one.text)
        // What is still being typed goes to the map by itself again.
        const isGoing = now !== undefined && now.locked !== true && going.some(isOfSame(one))
        if (isHere || isGoing) forget(one)
        else if (wayOf(one) !== way) tell(one)
      }
    }
    const onTyped = (one: TypedText): void => {
      if (!editor.self.get().mayEdit || !isToldLocked(editor.view.get(), one)) return
      typed.drop(one)
      tell(one)
    }
    // This comes a little after the map.
    onView()
    const ends = [editor.view.subscribe(onView), typed.subscribe(onTyped)]
    return () => {
      for (const end of ends) end()
      // Whatever replaces the map has its own words for it.
      for (const { id } of told.values()) toast.dismiss(id)
    }
  }, [editor, typed, run, t])
}
