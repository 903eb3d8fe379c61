'use client'
import { useEffect } from 'react'
import { useEditor } from '../../hooks/EditorProvider'

/** Milliseconds without a sign after which somebody is away. */
const patience = 3 * 60_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the others when nobody is at this tab: it is behind others, or has not been touched for a while. */
export function useAway(): void {
  const editor = useEditor()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (away: boolean): void => editor.present({ away: away || undefined })
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => tell(true), patience)
    }
    const onSign = (): void => {
      tell(false)
      wait()
    }
    const onVisibility = (): void => {
      if (document.visibilityState === 'visible') return onSign()
      clearTimeout(timer)
      tell(true)
    }
    onVisibility()
    for (const sign of signs) addEventListener(sign, onSign, { passive: true, capture: true })
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, onSign, { capture: true })
      document.removeEventListener('visibilitychange', onVisibility)
      tell(false)
    }
  }, [editor])
}
