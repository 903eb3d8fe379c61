'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { StoryStep } from '../../../lib/analysis/loopStory'
import { useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'
import { Arrow } from './Arrow'

/** Blue is more, red is less; what nobody knows yet has no colour of its own. */
const looks: Readonly<Record<StoryStep['goes'], string>> = {
  more: 'text-accent',
  less: 'text-link-negative',
  unknown: 'text-ink',
}

/** A chain of causes told in a line: "More workload → later more turnover". */
export function Story({ steps }: { readonly steps: readonly StoryStep[] }) {
  const t = useTranslations('analysis.story')
  const elements = useView((view) => view.elements)
  return steps.map(({ variable, goes, late }, index) => (
    // A loop ends with the variable that it began with.
    <Fragment key={`${variable}-${index === 0 ? 'first' : 'next'}`}>
      {index === 0 ? null : <Arrow />}
      {late ? <span className="text-muted">{t('later')} </span> : null}
      <span className={classes('font-semibold', looks[goes])}>
        {t(index === 0 ? `begin.${goes}` : `go.${goes}`)}
      </span>{' '}
      <bdi>{elements.get(variable)?.label}</bdi>
    </Fragment>
  ))
}
