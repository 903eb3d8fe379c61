'use client'
import { useTranslations } from 'next-intl'
import { SegmentedControl } from '../../ui/SegmentedControl'

/** What is added by name on a phone. */
const addKinds = ['variable', 'stakeholder'] as const
export type AddedKind = (typeof addKinds)[number]

/** Chooses what the next name is of. */
export function AddKind({
  value,
  onChange,
}: {
  readonly value: AddedKind
  readonly onChange: (kind: AddedKind) => void
}) {
  const t = useTranslations('panels.phone')
  const tKind = useTranslations('panels.kinds')
  return (
    <SegmentedControl
      label={t('newKind')}
      value={value}
      onChange={onChange}
      segments={addKinds.map((kind) => ({ value: kind, label: tKind(kind) }))}
    />
  )
}
