import { useEffect, useState } from 'react'
import type { Step } from '../../lib/practice/agenda'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'

/** Milliseconds for which a step stands open at least. */
const least = 8_000
/** Milliseconds that one letter takes to read. */
const perLetter = 60
/** Milliseconds after a touch elsewhere: what was touched has had its press before anything moves. */
const afterTouch = 400

/**
 * True, on a phone, from when the meeting comes to a step, or one comes to the meeting, for as long as it takes to read what is
 * asked, or until something else is touched. Touched itself, it stays until it is folded by hand. Never while one is writing or draws a link.
 */
export function useUnfolded(step: Step | undefined, isPhone: boolean): boolean {
  const workspace = useWorkspace()
  /** Id of the step whose time is over. */
  const [over, setOver] = useState<string>()
  const id = isPhone ? step?.id : undefined
  const letters = step?.instruction.length ?? 0
  useEffect(() => {
    if (id === undefined) return undefined
    const { naming, linking } = workspace.get()
    const isBusy = (naming ?? linking) !== undefined || isTyping(document.activeElement)
    let timer = setTimeout(() => setOver(id), isBusy ? 0 : Math.max(least, letters * perLetter))
    const touched = ({ target }: PointerEvent): void => {
      clearTimeout(timer)
      const isHere = target instanceof Element && target.closest('[data-region=meeting]') !== null
      if (!isHere) timer = setTimeout(() => setOver(id), afterTouch)
    }
    window.addEventListener('pointerdown', touched, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touched, { capture: true })
    }
  }, [id, letters, workspace])
  return id !== undefined && over !== id
}
