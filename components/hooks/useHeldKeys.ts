'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { toast } from '../ui/toast'
import { holdKeys, type AwaitedPart } from './heldKeys'

/**
 * From when a part is asked for until it takes the keyboard, what is typed is held for it (PAGE-18). Call it
 * in something that is on the page from the start, with undefined while no such part is asked for.
 */
export function useHeldKeys(part: Omit<AwaitedPart, 'onLate'> | undefined): void {
  const t = useTranslations('common')
  const giveUp = (): void => part?.giveUp()
  const onLate = (): void => {
    giveUp()
    toast.error(t('partLate'), { id: 'part-late' })
  }
  const latest = useRef({ giveUp, onLate })
  useLayoutEffect(() => {
    latest.current = { giveUp, onLate }
  })
  const into = part?.into
  const staysOnPress = part?.staysOnPress
  useLayoutEffect(
    () =>
      into === undefined
        ? undefined
        : holdKeys({
            into,
            staysOnPress,
            giveUp: () => latest.current.giveUp(),
            onLate: () => latest.current.onLate(),
          }),
    [into, staysOnPress],
  )
}
