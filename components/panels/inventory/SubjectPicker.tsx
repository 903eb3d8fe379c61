'use client'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import type { Stakeholder } from '../../../lib/model/element'
import { SectorTag } from '../../ui/SectorTag'
import { Select } from '../../ui/Select'
import { NamePicker } from '../NamePicker'

/** More are found by typing. */
const mostListed = 60

/** Who is asked about: from a list, or, where there are many, by name. */
export function SubjectPicker({
  id,
  everybody,
  asked,
  value,
  onPick,
}: {
  readonly id: string
  readonly everybody: readonly Stakeholder[]
  readonly asked: ReadonlySet<string>
  readonly value: Stakeholder
  readonly onPick: (id: ElementId) => void
}) {
  const t = useTranslations('inventory')
  const nameOf = ({ id: one, label }: Stakeholder): string =>
    `${label.trim() === '' ? t('unnamed') : label}${asked.has(one) ? ' ✓' : ''}`
  const choiceOf = (one: Stakeholder) => ({
    label: nameOf(one),
    icon: one.sector === undefined ? undefined : <SectorTag sector={one.sector} />,
  })
  if (everybody.length > mostListed) {
    return (
      <NamePicker
        id={id}
        label={t('who')}
        shown={nameOf(value)}
        choices={() => everybody.map((one) => ({ id: one.id, ...choiceOf(one) }))}
        words={{ find: t('search'), none: t('none') }}
        onPick={onPick}
      />
    )
  }
  return (
    <Select
      id={id}
      value={value.id}
      onChange={onPick}
      options={everybody.map((one) => ({ value: one.id, ...choiceOf(one) }))}
    />
  )
}
