'use client'
import type { ElementId } from '../../../lib/base/ids'
import { addLink } from '../../../lib/commands/addLink'
import { useEditor } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'

/** Links a contribution to or from something, and stays at the action that one is reading about. */
export function useContributing(
  action: ElementId,
): (ends: { readonly from: ElementId; readonly to: ElementId }) => void {
  const editor = useEditor()
  const run = useRun()
  return ({ from, to }) => {
    run(addLink, { from, to, kind: 'contribution' })
    editor.select({ elements: [action], links: [] })
  }
}
