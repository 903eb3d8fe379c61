'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Contribution } from '../../../lib/analysis/contributions'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor } from '../../hooks/EditorProvider'
import { useElement } from '../../hooks/useMap'
import { IconButton } from '../../ui/IconButton'
import { NamePicker } from '../NamePicker'
import { ActorName } from '../network/ActorName'
import { useContributing } from './useContributing'

/** Whose a contribution is: stakeholders of the map, to add and to take away. */
export function ActorRows({
  contribution: { action, by },
  mayEdit,
}: {
  readonly contribution: Contribution
  readonly mayEdit: boolean
}) {
  const t = useTranslations('contributions.by')
  const tName = useTranslations('panels.inspector')
  const editor = useEditor()
  const { link, unlink } = useContributing(action.id)
  const remove = (id: ElementId): void => {
    const links = [...editor.view.get().links.values()]
      .filter(({ kind, from, to }) => kind === 'contribution' && from === id && to === action.id)
      .map(({ id: own }) => own)
    unlink(links)
  }
  return (
    <>
      {by.length === 0 ? <p className="text-second text-muted">{t('none')}</p> : null}
      {by.length === 0 ? null : (
        <ul className="-mx-2 -my-1">
          {by.map((id) => (
            <ActorRow key={id} id={id} onRemove={mayEdit ? () => remove(id) : undefined} />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <NamePicker
          label={t('add')}
          shown={t('add')}
          isEmpty
          words={{ find: t('find'), none: t('noneLeft') }}
          choices={() =>
            [...editor.view.get().elements.values()]
              .filter(({ id, kind }) => kind === 'stakeholder' && !by.includes(id))
              .map(({ id, label }) => ({ id, label: label === '' ? tName('unnamed') : label }))
          }
          onPick={(from) => link({ from, to: action.id })}
        />
      ) : null}
    </>
  )
}

function ActorRow({ id, onRemove }: { readonly id: ElementId; readonly onRemove: (() => void) | undefined }) {
  const t = useTranslations('contributions.by')
  const editor = useEditor()
  const name = useElement(id)?.label ?? ''
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={() => editor.select({ elements: [id], links: [] })}
        className="flex min-h-8 min-w-0 flex-1 items-center rounded-button px-2 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <ActorName id={id} />
      </button>
      {onRemove === undefined ? null : (
        <IconButton label={t('remove', { name })} size="small" onClick={onRemove}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
