'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../../lib/model/element'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import type { MenuEntry } from '../../ui/menuEntry'

/** The row of a menu that makes selected stakeholders members of a coalition; none where anything else is selected. */
export function useCoalitionEntries(elements: readonly MapElement[]): readonly MenuEntry[] {
  const t = useTranslations('coalition')
  const workspace = useWorkspace()
  const editor = useEditor()
  const run = useRun()
  const sayDone = useSayDone('coalition')
  const practices = useView((view) => view.practices)
  if (elements.length === 0 || elements.some(({ kind }) => kind !== 'stakeholder')) return []
  const coalitions = [...practices].filter(([, { kind }]) => kind === 'coalition')
  const row = (id: string, record: Readonly<Record<string, unknown>>, label: string): MenuEntry => {
    const fresh = elements.filter((element) => !Object.hasOwn(record, `member:${element.id}`))
    return {
      ...{ kind: 'action', id: `coalition-${id}`, label, disabled: fresh.length === 0 },
      onSelect: () =>
        void Promise.all([import('./joinCoalition'), import('./lookedAt')]).then(
          ([{ joinCoalition }, { lookedAt }]) => {
            const ids = fresh.map((element) => element.id)
            const view = editor.view.get()
            const { done, joined } = joinCoalition(view, run, id, ids)
            if (!done.ok) return
            lookedAt.set(id)
            const name = joined.flatMap((one) => view.elements.get(one)?.label ?? [])[0] ?? ''
            sayDone(t('joined', { count: joined.length, name, coalition: nameOf(record) }))
          },
        ),
    }
  }
  const [only, ...more] = coalitions
  if (only === undefined) {
    // Whoever is selected is offered there, once it has a name.
    return [
      {
        ...{ kind: 'action', id: 'coalition', label: t('menuNew') },
        onSelect: () => workspace.update({ panel: 'coalition' }),
      },
    ]
  }
  return more.length === 0
    ? [row(...only, t('menu'))]
    : [
        {
          ...{ kind: 'submenu', id: 'coalition', label: t('menu') },
          entries: coalitions.map(([id, record]) => row(id, record, nameOf(record))),
        },
      ]
}

/** As the record says it: what reads whole records is not loaded with a menu. */
function nameOf({ name }: Readonly<Record<string, unknown>>): string {
  return typeof name === 'string' ? name : ''
}
