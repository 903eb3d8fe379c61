'use client'
import { useLayoutEffect, useRef } from 'react'
import { holdKeys, type AwaitedPart } from './heldKeys'

/**
 * From when a part is asked for until it takes the keyboard, what is typed is held for it (PAGE-18). Call it
 * in something that is on the page from the start, with undefined while no such part is asked for.
 */
export function useHeldKeys(part: AwaitedPart | undefined): void {
  const latest = useRef(part)
  useLayoutEffect(() => {
    latest.current = part
  })
  const into = part?.into
  const staysOnPress = part?.staysOnPress
  useLayoutEffect(
    () => (into === undefined ? undefined : holdKeys({ into, staysOnPress, giveUp: () => latest.current?.giveUp() })),
    [into, staysOnPress],
  )
}
