'use client'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { NamePicker } from '../NamePicker'

/** One variable of the map by name, from a button that tells the one chosen. */
export function VariablePicker({
  label,
  value,
  placeholder,
  without,
  onPick,
}: {
  readonly label: string
  readonly value?: ElementId | undefined
  readonly placeholder: string
  /** Variables that are chosen already. */
  readonly without?: ReadonlySet<ElementId>
  readonly onPick: (id: ElementId) => void
}) {
  const t = useTranslations('whatif.picker')
  const elements = useView((view) => view.elements)
  const chosen = value === undefined ? undefined : elements.get(value)?.label
  return (
    <NamePicker
      label={label}
      buttonName={chosen === undefined ? label : t('chosen', { label, name: chosen })}
      shown={chosen ?? placeholder}
      isEmpty={chosen === undefined}
      choices={() =>
        [...elements.values()]
          .filter(({ id, kind, label: name }) => kind === 'variable' && name !== '' && without?.has(id) !== true)
          .sort((a, b) => a.label.localeCompare(b.label))
      }
      words={{ find: t('find'), none: t('none') }}
      onPick={onPick}
    />
  )
}
