import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was when this came, once this goes and nothing else has it: to what stands there under
 * the same id by then, since a cell may have been drawn anew.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return
        const there = before.isConnected || before.id === '' ? before : document.getElementById(before.id)
        there?.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
