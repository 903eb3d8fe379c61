import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { toast } from '../../ui/toast'
import { countHiddenNew } from './rows'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

/** Says of rows that were just added how many the filter leaves out, by one's search or one's look, with a way to all. */
export function useHiddenNew({ place, showAll, hiddenIds }: TableRows, { made }: TableWriting): void {
  const t = useTranslations('table')
  const editor = useEditor()
  const workspace = useWorkspace()
  const [told, setTold] = useState(made)
  useEffect(() => {
    if (told === made) return
    setTold(made)
    const hidden = countHiddenNew(made, place.rows, editor.view.get().elements)
    if (hidden === 0) return
    const isByLook = made.some((id) => hiddenIds?.has(id) === true)
    toast(t('hiddenNew', { hidden, all: made.length }), {
      id: 'table-hidden',
      duration: 12_000,
      action: {
        label: t('showAll'),
        onClick: () => {
          showAll()
          if (isByLook) workspace.lookAt(undefined)
        },
      },
    })
  }, [told, made, place, hiddenIds, showAll, editor, workspace, t])
}
