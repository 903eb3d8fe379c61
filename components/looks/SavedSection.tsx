'use client'
import { Copy, Ellipsis, Pencil, Save, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { limits } from '../../lib/base/limits'
import { deleteLook } from '../../lib/commands/deleteLook'
import { saveLook } from '../../lib/commands/saveLook'
import type { SavedView } from '../../lib/model/savedView'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRun } from '../hooks/useRun'
import { useUndoActions } from '../hooks/useUndo'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import { TextInput } from '../ui/TextInput'
import { toast } from '../ui/toast'
import { isSameLook, lookOf, useShowLook } from './useLook'

/** The looks that people saved on this map, for everybody on it. */
export function SavedSection({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('looks.saved')
  const mayEdit = useMayEdit()
  const saved = useView((view) => view.views)
  const list = [...saved].sort(([, one], [, other]) => one.name.localeCompare(other.name))
  return (
    <div className="flex flex-col gap-4">
      {mayEdit ? <SaveForm /> : null}
      {list.length === 0 ? (
        <p className="text-body text-muted">{t(mayEdit ? 'none' : 'noneRead')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {list.map(([id, record]) => (
            <SavedRow key={id} id={id} record={record} onShow={onShow} />
          ))}
        </ul>
      )}
    </div>
  )
}

function SaveForm() {
  const t = useTranslations('looks.saved')
  const workspace = useWorkspace()
  const run = useRun()
  const look = useWorkspaceState((state) => state.look)
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  if (look === undefined) return <p className="text-second text-muted">{t('nothing')}</p>
  return (
    <form
      className="flex flex-col gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(name.trim() === '')
        if (name.trim() === '') return
        const made = run(saveLook, { name, look: { ...look, shown: workspace.get().view } })
        if (!made.ok) return
        const [change] = made.value.changes
        workspace.lookAt(look, change?.kind === 'create' ? change.id : undefined)
        setName('')
      }}
    >
      <Field label={t('name')} error={isMissing ? t('missing') : undefined}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={limits.label}
            onChange={({ target }) => {
              setName(target.value)
              setMissing(false)
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" icon={<Save size={16} aria-hidden />}>
        {t('save')}
      </Button>
    </form>
  )
}

function SavedRow({
  id,
  record,
  onShow,
}: {
  readonly id: string
  readonly record: SavedView
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('looks.saved')
  const tSteps = useTranslations('steps')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const { undo } = useUndoActions()
  const mayEdit = useMayEdit()
  const show = useShowLook()
  const [renaming, setRenaming] = useState<string>()
  const look = useWorkspaceState((state) => state.look)
  const isCurrent = useWorkspaceState((state) => state.lookFrom === id)
  const stored = lookOf(record)
  const hasChanged = isCurrent && look !== undefined && !isSameLook(stored, look)
  const copyLink = async (): Promise<void> => {
    const address = new URL(location.href)
    address.hash = ''
    address.search = new URLSearchParams({ look: id }).toString()
    try {
      await navigator.clipboard.writeText(address.toString())
      toast(t('linkCopied'))
    } catch {
      toast.error(t('linkFailed'))
    }
  }
  if (renaming !== undefined) {
    const keep = (): void => {
      if (renaming.trim() !== '' && renaming.trim() !== record.name) run(saveLook, { id, name: renaming })
      setRenaming(undefined)
    }
    return (
      <li>
        <TextInput
          aria-label={t('renameLabel', { name: record.name })}
          value={renaming}
          // Someone has just asked to write here.
          autoFocus
          maxLength={limits.label}
          onChange={({ target }) => setRenaming(target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
            if (event.key === 'Escape') {
              event.preventDefault()
              setRenaming(undefined)
            }
          }}
        />
      </li>
    )
  }
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        aria-label={t('apply', { name: record.name })}
        aria-current={isCurrent || undefined}
        onClick={() => {
          show(stored, id)
          onShow?.()
        }}
        className="flex min-h-10 min-w-0 flex-1 flex-col items-start justify-center rounded-button px-2 py-1 text-start hover:bg-hover aria-current:bg-accent-tint pointer-coarse:min-h-11"
      >
        <span dir="auto" className="max-w-full truncate text-body font-medium">
          {record.name}
        </span>
        {isCurrent ? <span className="text-meta text-muted">{t(hasChanged ? 'changed' : 'current')}</span> : null}
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('menu', { name: record.name })} size="small">
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
        entries={[
          {
            kind: 'action',
            id: 'link',
            label: t('link'),
            icon: <Copy size={16} aria-hidden />,
            onSelect: () => void copyLink(),
          },
          ...(mayEdit
            ? ([
                {
                  kind: 'action',
                  id: 'update',
                  label: t('update'),
                  icon: <Save size={16} aria-hidden />,
                  disabled: look === undefined,
                  onSelect: () => {
                    if (look === undefined) return
                    run(saveLook, { id, look: { ...look, shown: workspace.get().view } })
                    workspace.lookAt(look, id)
                  },
                },
                {
                  kind: 'action',
                  id: 'rename',
                  label: t('rename'),
                  icon: <Pencil size={16} aria-hidden />,
                  // Later, so that the menu has given the focus back before the field takes it.
                  onSelect: () => setTimeout(() => setRenaming(record.name), 50),
                },
                {
                  kind: 'action',
                  id: 'delete',
                  label: t('delete'),
                  icon: <Trash2 size={16} aria-hidden />,
                  danger: true,
                  onSelect: () => {
                    const gone = run(deleteLook, { id })
                    if (!gone.ok) return
                    const shown = toast(t('deleted', { name: record.name }), {
                      action: { label: tSteps('takeBack'), onClick: undo },
                    })
                    // The next change is what undo would mean then.
                    const end = editor.view.subscribe(() => {
                      if (!editor.isOwnChange()) return
                      toast.dismiss(shown)
                      end()
                    })
                  },
                },
              ] as const)
            : []),
        ]}
      />
    </li>
  )
}
