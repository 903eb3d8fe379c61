import { useTranslations } from 'next-intl'
import { addElement } from '../../lib/commands/addElement'
import type { FieldsInput } from '../../lib/commands/fieldChanges'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { findPlaceForNew } from '../hooks/placeNew'
import { useRun } from '../hooks/useRun'

/** Adds a stakeholder from a view, where there is room for it on the map, and chooses it so that it can be named. */
export function useAddStakeholder(): (fields?: FieldsInput) => void {
  const t = useTranslations('views')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  return (fields = {}) => {
    const at = findPlaceForNew(editor, workspace.get().camera)
    const made = run(addElement, { kind: 'stakeholder', at, label: t('newName'), fields })
    if (made.ok && made.value.select !== undefined) editor.select(made.value.select)
  }
}
