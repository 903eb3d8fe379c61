import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { toast } from '../../ui/toast'
import type { TableTab } from './columns'
import { countHiddenNew } from './rows'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

const id = 'table-hidden'

/**
 * Says of rows that were just added how many the filter leaves out, by one's search or one's look, with a way to all. It
 * goes as soon as it is not so any more, by whatever it came about, and with the tab and the table.
 */
export function useHiddenNew(tab: TableTab, { place, showAll, hiddenIds }: TableRows, { made }: TableWriting): void {
  const t = useTranslations('table')
  const editor = useEditor()
  const workspace = useWorkspace()
  /** Of which rows it was said, and of how many of them. */
  const told = useRef({ made, hidden: 0 })
  useEffect(() => {
    const isNew = told.current.made !== made
    if (!isNew && told.current.hidden === 0) return
    const hidden = countHiddenNew(made, place.rows, editor.view.get().elements)
    if (!isNew) {
      if (hidden === told.current.hidden) return
      told.current = { made, hidden: 0 }
      toast.dismiss(id)
      return
    }
    told.current = { made, hidden }
    if (hidden === 0) return
    const isByLook = made.some((one) => hiddenIds?.has(one) === true)
    toast(t('hiddenNew', { hidden, all: made.length }), {
      id,
      duration: 12_000,
      action: {
        label: t('showAll'),
        onClick: () => {
          showAll()
          if (isByLook) workspace.lookAt(undefined)
        },
      },
    })
  }, [made, place, hiddenIds, showAll, editor, workspace, t])
  useEffect(
    () => () => {
      told.current = { ...told.current, hidden: 0 }
      toast.dismiss(id)
    },
    [tab],
  )
}
