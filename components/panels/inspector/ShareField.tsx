'use client'
import { useTranslations } from 'next-intl'
import { gridCut } from '../../../lib/model/powerInterest'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { Shared } from './sharedValue'
import { levelOf, shareLevels, shareOf, type ShareLevel } from './shareLevel'
import { LabelledRow } from './LabelledRow'
import { ShareSlider } from './ShareSlider'

export interface ShareFieldProps {
  readonly label: string
  readonly shared: Shared<number>
  /** Weak, medium and strong, or low, medium and high. */
  readonly words: 'strength' | 'level'
  /** Filled dots beside the label, as many as the level has. */
  readonly dots?: boolean
  /** Finer values can be said, too. */
  readonly fine?: boolean
  readonly disabled: boolean
  /** Null takes the value away. */
  readonly onChange: (share: number | null) => void
}

/** How much of something, in three steps; finer values that an import brought are told in numbers. */
export function ShareField({ label, shared, words, dots = false, fine = false, disabled, onChange }: ShareFieldProps) {
  const t = useTranslations('panels.inspector')
  const value = shared.kind === 'same' ? shared.value : undefined
  const { level, exact } = levelOf(value, words === 'level' ? gridCut : undefined)
  const note =
    shared.kind === 'mixed' ? (
      t('mixed')
    ) : exact || fine || value === undefined ? (
      dots && level !== 'none' ? (
        <Dots level={level} />
      ) : undefined
    ) : (
      t('percent', { percent: Math.round(value * 100) })
    )
  return (
    <LabelledRow label={label} note={note}>
      <SegmentedControl
        label={label}
        value={shared.kind === 'mixed' ? undefined : level}
        disabled={disabled}
        onChange={(next) => onChange(shareOf(next))}
        segments={shareLevels.map((one) => ({
          value: one,
          label: t(`${words}.${one}`),
          ...(one === 'none' ? { icon: <span aria-hidden>–</span> } : {}),
        }))}
      />
      {fine && shared.kind === 'same' ? (
        <ShareSlider label={label} share={value} disabled={disabled} onSet={onChange} />
      ) : null}
    </LabelledRow>
  )
}

/** ●●○ for two of three. */
function Dots({ level }: { readonly level: ShareLevel }) {
  const filled = shareLevels.indexOf(level)
  return (
    <span aria-hidden className="tracking-widest text-ink">
      {'●'.repeat(filled) + '○'.repeat(shareLevels.length - 1 - filled)}
    </span>
  )
}
