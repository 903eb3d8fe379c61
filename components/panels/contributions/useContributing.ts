'use client'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { addLink } from '../../../lib/commands/addLink'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { useEditor } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'

interface Contributing {
  readonly link: (ends: { readonly from: ElementId; readonly to: ElementId }) => void
  readonly unlink: (links: readonly LinkId[]) => void
}

/** Links a contribution to or from something, or takes that away, and stays at the action that one is reading about. */
export function useContributing(action: ElementId): Contributing {
  const editor = useEditor()
  const run = useRun()
  const stay = (): void => editor.select({ elements: [action], links: [] })
  return {
    link: ({ from, to }) => {
      run(addLink, { from, to, kind: 'contribution' })
      stay()
    },
    unlink: (links) => {
      run(deleteRecords, { elements: [], links })
      stay()
    },
  }
}
