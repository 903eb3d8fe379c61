'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, type RefObject } from 'react'
import { toast } from '../ui/toast'
import { copiedText, cutSelection, pasteText } from './clipboard'
import { isTyping } from '../hooks/isTyping'
import { isModal } from './domTargets'
import type { Stage } from './stage'

/** Copy, cut and paste through the system clipboard, so that they work between tabs, maps and programs. */
export function useClipboard(surface: RefObject<HTMLElement | null>, stage: Stage): void {
  const paste = usePaste(stage)
  useEffect(() => {
    const abort = new AbortController()
    const isOurs = (event: ClipboardEvent): boolean => {
      const { target } = event
      if (isTyping(target) || isTyping(document.activeElement) || isModal(document.activeElement)) return false
      // Text that is marked in a panel is what the person means.
      return (getSelection()?.toString() ?? '') === '' && surface.current !== null
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
  }, [surface, stage, paste])
}

/** Puts a text on the map and says where the rest of it is if it was too long for a name. */
export function usePaste(stage: Stage): (text: string) => void {
  const t = useTranslations('canvas')
  return useCallback(
    (text) => {
      if (pasteText(stage, text) === 'rest-in-description') toast(t('pastedLong'), { id: 'pasted-long' })
    },
    [stage, t],
  )
}
