'use client'
import { useEffect, type RefObject } from 'react'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { addElement } from '../../lib/commands/addElement'
import { copyFragment, decodeFragment, encodeFragment, looksLikeFragment } from '../../lib/commands/fragment'
import { pasteFragment } from '../../lib/commands/pasteFragment'
import { limits } from '../../lib/base/limits'
import { isModal, isTyping } from './domTargets'
import { freePlace } from './naming'
import { targetOf, withMembers } from './runIntent'
import type { Stage } from './stage'

/** Copy, cut and paste through the system clipboard, so that they work between tabs, maps and programs. */
export function useClipboard(surface: RefObject<HTMLElement | null>, stage: Stage): void {
  useEffect(() => {
    const abort = new AbortController()
    const isOurs = (event: ClipboardEvent): boolean => {
      const { target } = event
      if (isTyping(target) || isTyping(document.activeElement) || isModal(document.activeElement)) return false
      // Text that is marked in a panel is what the person means.
      return (getSelection()?.toString() ?? '') === '' && surface.current !== null
    }
    const copy = (event: ClipboardEvent): boolean => {
      if (!isOurs(event)) return false
      const text = copiedText(stage)
      if (text === undefined) return false
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      return true
    }
    document.addEventListener('copy', copy, { signal: abort.signal })
    document.addEventListener(
      'cut',
      (event) => {
        if (stage.mayEdit() && copy(event)) stage.run(deleteRecords, { elements: targetOf(stage).elements, links: [] })
      },
      { signal: abort.signal },
    )
    document.addEventListener(
      'paste',
      (event) => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (!isOurs(event) || text.trim() === '' || !stage.mayEdit()) return
        event.preventDefault()
        pasteText(stage, text)
      },
      { signal: abort.signal },
    )
    return () => abort.abort()
  }, [surface, stage])
}

/** What of the selection goes to the clipboard; undefined if nothing can. */
export function copiedText(stage: Stage): string | undefined {
  const elements = withMembers(stage, targetOf(stage).elements)
  return elements.length === 0 ? undefined : encodeFragment(copyFragment(stage.editor.view.get(), { elements }))
}

/** A fragment goes on the map with its links, several lines go to the list dialog, one line becomes an element. */
export function pasteText(stage: Stage, text: string): void {
  const { run, workspace } = stage
  if (looksLikeFragment(text)) {
    const fragment = decodeFragment(text)
    const free = stage.viewport.free()
    const at = stage.pointer() ?? { x: free.x + free.width / 2, y: free.y + free.height / 2 }
    if (fragment.ok) run(pasteFragment, { fragment: fragment.value, at })
    else stage.run(() => fragment, undefined)
    return
  }
  const line = text.trim()
  if (/[\r\n]/.test(line)) {
    workspace.update({ pastedText: text })
    workspace.openDialog('paste-list')
    return
  }
  const kind = line.length > 60 ? 'note' : 'variable'
  const result = run(addElement, { kind, at: freePlace(stage, kind), label: line.slice(0, limits.label) })
  if (result.ok) stage.editor.select(result.value.select ?? { elements: [], links: [] })
}
