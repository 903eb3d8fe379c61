'use client'
import { useTranslations } from 'next-intl'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { KindIcon } from '../KindIcon'
import { addKinds, type AddedKind } from './usualKind'

/** The one that is chosen stands out as what a button would do. */
const strong = '[&>[data-state=checked]]:bg-accent [&>[data-state=checked]]:text-on-accent'

/** Chooses what the next name is of, and says it while that is typed. */
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
      segments={addKinds.map((kind) => ({
        value: kind,
        label: tKind(kind),
        icon: (
          <>
            <KindIcon kind={kind} size={18} />
            {tKind(kind)}
          </>
        ),
      }))}
      className={strong}
    />
  )
}
