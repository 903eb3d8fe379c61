'use client'
import { useTranslations } from 'next-intl'
import { isLinkable, type MapElement } from '../../lib/model/element'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import type { MenuEntry } from '../ui/menuEntry'
import { useJudge } from './useJudge'

/** Rows of an element's menu by which one says something of it oneself; none where one may not, or for several. */
export function useSayEntries(elements: readonly MapElement[]): readonly MenuEntry[] {
  const t = useTranslations('going')
  const editor = useEditor()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const [element] = elements
  const judge = useJudge(element)
  if (!mayEdit || elements.length !== 1 || element === undefined || !isLinkable(element)) return []
  const judging: MenuEntry = {
    kind: 'action',
    id: 'judge',
    label: t('judge.open'),
    refused: judge.may ? undefined : t('judge.cannot'),
    onSelect: judge.open,
  }
  return [
    {
      kind: 'action',
      id: 'check-in',
      label: t('checkIn.open'),
      onSelect: () => {
        editor.select({ elements: [element.id], links: [] })
        workspace.openDialog('check-in')
      },
    },
    // Where it would ask everyone, the row is among those that ask the group, and says so.
    ...(judge.asks ? [] : [judging]),
  ]
}
