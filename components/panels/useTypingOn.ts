'use client'
import { useLayoutEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import type { LostField } from '../hooks/typedTexts'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { useObservable } from '../hooks/useObservable'

/**
 * True while a field is typed on in that was taken from under somebody's hands. What shows it may come late: until
 * then its keys are held, and act on nothing else.
 */
export function useTypingOn(): boolean {
  const { typed } = useWorkspace()
  useLayoutEffect(() => typed.hostLost(), [typed])
  const isLost = useObservable(typed.lost, isSome)
  useHeldKeys(isLost ? { into: '[data-typing-on]', giveUp: typed.endLost } : undefined)
  return isLost
}

function isSome(lost: LostField | undefined): boolean {
  return lost !== undefined
}
