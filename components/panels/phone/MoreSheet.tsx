'use client'
import { Redo2, RefreshCw, Search, Share2, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useUndo } from '../../hooks/useUndo'
import type { MenuEntry } from '../../ui/menuEntry'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Sheet } from '../../ui/Sheet'
import { useFirstQuestion } from '../analysis/useFirstQuestion'
import { LabelledRow } from '../inspector/LabelledRow'
import { useMapMenu } from '../MapMenu'
import { MapTitle } from '../MapTitle'
import { useViewNames } from '../../views/useViewNames'

/** Everything that is not in the bar. */
export function MoreSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels')
  const workspace = useWorkspace()
  const camera = useWorkspaceState((state) => state.camera)
  const view = useWorkspaceState((state) => state.view)
  const viewNames = useViewNames()
  const tViews = useTranslations('views')
  const mayEdit = useMayEdit()
  const { canUndo, canRedo, undo, redo } = useUndo()
  const [renaming, setRenaming] = useState(false)
  const first = useFirstQuestion()
  const menu = useMapMenu(() => setRenaming(true))
  const top: readonly MenuEntry[] = [
    ...(mayEdit
      ? [
          {
            kind: 'action',
            id: 'undo',
            label: t('top.undo'),
            icon: <Undo2 size={18} aria-hidden />,
            disabled: !canUndo,
            onSelect: undo,
          } as const,
          {
            kind: 'action',
            id: 'redo',
            label: t('top.redo'),
            icon: <Redo2 size={18} aria-hidden />,
            disabled: !canRedo,
            onSelect: redo,
          } as const,
        ]
      : []),
    {
      kind: 'action',
      id: 'find',
      label: t('tools.find'),
      icon: <Search size={18} aria-hidden />,
      onSelect: () => workspace.update({ panel: 'find' }),
    },
    {
      kind: 'action',
      id: 'loops',
      label: t(`tools.${first.name}`),
      icon: <RefreshCw size={18} aria-hidden />,
      onSelect: () => workspace.update({ panel: first.panel }),
    },
    {
      kind: 'action',
      id: 'share',
      label: t('people.share'),
      icon: <Share2 size={18} aria-hidden />,
      onSelect: () => workspace.openDialog('share'),
    },
    {
      kind: 'action',
      id: 'zoom-in',
      label: t('zoom.in'),
      icon: <ZoomIn size={18} aria-hidden />,
      onSelect: () => camera?.zoomIn(),
    },
    {
      kind: 'action',
      id: 'zoom-out',
      label: t('zoom.out'),
      icon: <ZoomOut size={18} aria-hidden />,
      onSelect: () => camera?.zoomOut(),
    },
    ...(viewNames.length > 1
      ? [
          {
            kind: 'choice',
            id: 'view',
            label: tViews('label'),
            value: view,
            options: viewNames.map((name) => ({ value: name, label: tViews(`names.${name}`) })),
            onChange: (next: string) => {
              const name = viewNames.find((one) => one === next)
              if (name !== undefined) workspace.showView(name)
              onClose()
            },
          } as const,
        ]
      : []),
    { kind: 'separator', id: 'after-first' },
  ]
  // A phone has no keys to list; the way home is the header's.
  const rows = [
    ...top,
    ...menu.filter(({ id }) => id !== 'shortcuts' && id !== 'palette' && id !== 'home' && id !== 'after-home'),
  ]
  return (
    <Sheet open onOpenChange={(open) => (open ? undefined : onClose())} modal height="full" title={t('phone.more')}>
      {renaming ? (
        <div className="pb-3">
          <MapTitle
            editing
            onEdit={() => {
              setRenaming(false)
              onClose()
            }}
          />
        </div>
      ) : null}
      <ul className="flex flex-col">
        {rows.map((entry) => (
          <MoreRow key={entry.id} entry={entry} onDone={entry.id === 'rename' ? () => {} : onClose} />
        ))}
      </ul>
    </Sheet>
  )
}

function MoreRow({ entry, onDone }: { readonly entry: MenuEntry; readonly onDone: () => void }) {
  if (entry.kind === 'separator') return <li aria-hidden className="my-1 h-px bg-hairline" />
  if (entry.kind === 'choice') {
    return (
      <li className="py-2">
        <LabelledRow label={entry.label}>
          <SegmentedControl
            label={entry.label}
            value={entry.value}
            onChange={entry.onChange}
            segments={entry.options.map(({ value, label }) => ({ value, label }))}
          />
        </LabelledRow>
      </li>
    )
  }
  if (entry.kind === 'submenu') {
    const [only, ...others] = entry.entries
    if (only?.kind === 'choice' && others.length === 0) return <MoreRow entry={only} onDone={onDone} />
    return (
      <li>
        <h3 className="flex min-h-9 items-end gap-3 px-2 pb-1 text-meta font-semibold text-muted">{entry.label}</h3>
        <ul>
          {entry.entries.map((row) => (
            <MoreRow key={row.id} entry={row.kind === 'action' ? { icon: entry.icon, ...row } : row} onDone={onDone} />
          ))}
        </ul>
      </li>
    )
  }
  if (entry.kind !== 'action') return null
  return (
    <li>
      <button
        type="button"
        disabled={entry.disabled ?? false}
        onClick={() => {
          entry.onSelect()
          onDone()
        }}
        className="flex min-h-12 w-full items-center gap-3 rounded-button px-2 text-start text-timer active:bg-pressed disabled:opacity-45"
      >
        <span className="inline-flex w-6 justify-center text-muted">{entry.icon}</span>
        {entry.label}
      </button>
    </li>
  )
}
