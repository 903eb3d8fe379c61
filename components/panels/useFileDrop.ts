'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'

/** A file dropped anywhere on the page opens the import dialog, instead of leaving the map for the file. */
export function useFileDrop(): void {
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file !== undefined && mayEdit && workspace.get().dialog === undefined) {
        workspace.update({ droppedFile: file, dialog: 'import' })
      }
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [workspace, mayEdit])
}
