'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Aim, Contribution } from '../../../lib/analysis/contributions'
import { isLinkable } from '../../../lib/model/element'
import { useEditor } from '../../hooks/EditorProvider'
import { useElement } from '../../hooks/useMap'
import { IconButton } from '../../ui/IconButton'
import { KindIcon } from '../KindIcon'
import { NamePicker } from '../NamePicker'
import { EffectChoice } from './EffectChoice'
import { useContributing } from './useContributing'

/** What a contribution is for: what it is aimed at, and whether that is to rise, to fall or to hold. */
export function AimRows({
  contribution: { action, aims },
  mayEdit,
}: {
  readonly contribution: Contribution
  readonly mayEdit: boolean
}) {
  const t = useTranslations('contributions.aims')
  const editor = useEditor()
  const { link, unlink } = useContributing(action.id)
  return (
    <>
      {aims.length === 0 ? (
        <p className="text-second text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {aims.map((aim) => (
            <AimRow key={aim.link} aim={aim} onRemove={mayEdit ? () => unlink([aim.link]) : undefined} />
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
              .filter((one) => isLinkable(one) && one.kind !== 'note' && one.id !== action.id && one.label !== '')
              .filter(({ id }) => !aims.some(({ target }) => target === id))
              // What a system is moved by comes first.
              .sort((a, b) => Number(b.kind === 'variable') - Number(a.kind === 'variable'))
              .map(({ id, label, kind }) => ({ id, label, icon: <KindIcon kind={kind} size={16} /> }))
          }
          onPick={(to) => link({ from: action.id, to })}
        />
      ) : null}
    </>
  )
}

function AimRow({
  aim: { link, target, effect },
  onRemove,
}: {
  readonly aim: Aim
  readonly onRemove: (() => void) | undefined
}) {
  const t = useTranslations('contributions.aims')
  const tName = useTranslations('panels.inspector')
  const editor = useEditor()
  const element = useElement(target)
  const name = element === undefined || element.label === '' ? tName('unnamed') : element.label
  return (
    <li className="flex flex-col">
      <div className="-mx-2 flex items-center gap-1">
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // The row goes with what it stands under: the keyboard stays in the inspector.
            currentTarget.closest<HTMLElement>('[data-region="inspector"]')?.focus({ preventScroll: true })
            editor.select({ elements: [], links: [link] })
          }}
          className="flex min-h-8 min-w-0 flex-1 items-center rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
        >
          <span className="truncate" dir="auto">
            {name}
          </span>
        </button>
        {onRemove !== undefined ? (
          <IconButton label={t('remove', { name })} size="small" onClick={onRemove}>
            <X size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {element?.kind === 'variable' || effect !== undefined ? (
        <EffectChoice link={link} effect={effect} label={t('effectOf', { name })} readOnly={onRemove === undefined} />
      ) : null}
    </li>
  )
}
