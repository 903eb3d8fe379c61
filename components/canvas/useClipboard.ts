'use client'
import { useEffect } from 'react'
import { copiedText, cutSelection } from './clipboard'
import { isTyping } from '../hooks/isTyping'
import { isModal } from './domTargets'
import type { Stage } from './stage'
import { usePaste } from './usePaste'

/**
 * Copy, cut and paste through the system clipboard, so that they work between tabs, maps and programs. There from the
 * start: who comes with something copied elsewhere pastes at once.
 */
export function useClipboard(stage: Stage): void {
  const paste = usePaste(stage)
  useEffect(() => {
    const abort = new AbortController()
    const isOurs = (event: ClipboardEvent): boolean => {
      const { target } = event
      if (isTyping(target) || isTyping(document.activeElement) || isModal(document.activeElement)) return false
      // Text that is marked in a panel is what the person means.
      return (getSelection()?.toString() ?? '') === ''
    }
    const offer = (event: ClipboardEvent, text: string): void => {
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener(
      'copy',
      (event) => {
        const text = isOurs(event) ? copiedText(stage) : undefined
        if (text !== undefined) offer(event, text)
      },
      { signal: abort.signal },
    )
    document.addEventListener(
      'cut',
      (event) => {
        const cut = isOurs(event) && stage.mayEdit() ? cutSelection(stage) : undefined
        if (cut === undefined) return
        offer(event, cut.text)
        cut.remove()
      },
      { signal: abort.signal },
    )
    document.addEventListener(
      'paste',
      (event) => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (!isOurs(event) || text.trim() === '' || !stage.mayEdit()) return
        event.preventDefault()
        paste(text)
      },
      { signal: abort.signal },
    )
    return () => abort.abort()
  }, [stage, paste])
}
