'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../../lib/base/ids'
import type { FieldsInput } from '../../../../lib/commands/fieldChanges'
import { wishes, type Scenario, type Wish } from '../../../../lib/model/scenario'
import { useElement } from '../../../hooks/useMap'
import { IconButton } from '../../../ui/IconButton'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { VariablePicker } from '../VariablePicker'
import { withEntry, withoutEntry } from './questionOf'

/** Which way people want variables to go. */
export function WishedVariables({
  scenario,
  mayEdit,
  onSave,
}: {
  readonly scenario: Scenario
  readonly mayEdit: boolean
  readonly onSave: (fields: FieldsInput) => void
}) {
  const t = useTranslations('whatif.scenarios')
  const { clamps = {}, preferred = {} } = scenario
  const wished = Object.entries(preferred) as [ElementId, Wish][]
  const set = (id: ElementId, wish: Wish | undefined): void =>
    onSave({ preferred: wish === undefined ? withoutEntry(preferred, id) : withEntry(preferred, id, wish) })
  return (
    <section aria-label={t('wishedTitle')} className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('wishedTitle')}</h3>
      {wished.length === 0 ? null : (
        <ul className="flex flex-col gap-1">
          {wished.map(([id, wish]) => (
            <WishRow key={id} id={id} wish={wish} mayEdit={mayEdit} onChange={(next) => set(id, next)} />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <VariablePicker
          label={t('addWish')}
          placeholder={t('addWish')}
          without={new Set([...Object.keys(preferred), ...Object.keys(clamps)] as ElementId[])}
          onPick={(id) => set(id, 'up')}
        />
      ) : wished.length === 0 ? (
        <p className="text-second text-muted">{t('noWishes')}</p>
      ) : null}
    </section>
  )
}

function WishRow({
  id,
  wish,
  mayEdit,
  onChange,
}: {
  readonly id: ElementId
  readonly wish: Wish
  readonly mayEdit: boolean
  readonly onChange: (wish: Wish | undefined) => void
}) {
  const t = useTranslations('whatif.scenarios')
  const name = useElement(id)?.label ?? t('goneVariable')
  const arrows = { up: '▲', down: '▼' } as const
  return (
    <li className="flex items-center gap-1">
      <span dir="auto" className="min-w-0 flex-1 truncate text-body">
        {name}
      </span>
      <SegmentedControl
        label={t('wishFor', { name })}
        value={wish}
        disabled={!mayEdit}
        onChange={onChange}
        segments={wishes.map((value) => ({
          value,
          label: t(`wishes.${value}`),
          icon: (
            <>
              <span aria-hidden>{arrows[value]}</span>
              <span>{t(`wishes.${value}`)}</span>
            </>
          ),
        }))}
      />
      {mayEdit ? (
        <IconButton size="small" label={t('noWish', { name })} onClick={() => onChange(undefined)}>
          <X size={16} aria-hidden />
        </IconButton>
      ) : null}
    </li>
  )
}
