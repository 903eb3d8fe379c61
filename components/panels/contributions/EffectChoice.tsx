'use client'
import { useTranslations } from 'next-intl'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { contributionEffects, type ContributionEffect } from '../../../lib/model/contribution'
import type { LinkId } from '../../../lib/base/ids'
import { useRun } from '../../hooks/useRun'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { EffectMark } from './EffectMark'

/** What is to become of what a contribution is aimed at: rises, falls or holds, by sign and word. */
export function EffectChoice({
  link,
  effect,
  label,
  readOnly,
}: {
  readonly link: LinkId
  readonly effect: ContributionEffect | undefined
  readonly label: string
  readonly readOnly: boolean
}) {
  const t = useTranslations('contributions.effect')
  const run = useRun()
  return (
    <SegmentedControl
      label={label}
      value={effect ?? 'none'}
      disabled={readOnly}
      onChange={(next) => run(setLinkFields, { links: [link], fields: { effect: next === 'none' ? null : next } })}
      segments={[
        { value: 'none' as const, label: t('unsaid'), icon: <span aria-hidden>–</span> },
        ...contributionEffects.map((value) => ({
          value,
          label: t(`words.${value}`),
          icon: (
            <>
              <EffectMark effect={value} />
              <span>{t(`words.${value}`)}</span>
            </>
          ),
        })),
      ]}
    />
  )
}
