'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FuzzyRun } from '../../../../lib/analysis/fuzzyMap'
import type { ScenarioOutcome } from '../../../../lib/analysis/scenarioService'
import { longestPeriod } from '../../../../lib/analysis/fuzzyMap'
import type { Scenario } from '../../../../lib/model/scenario'
import { useView } from '../../../hooks/useMap'
import { isolated } from '../../analysis/isolated'

/** How the run of a scenario went, and what had to be assumed for it, in words. */
export function RunNotes({
  outcome,
  scenario,
  named = false,
}: {
  readonly outcome: ScenarioOutcome | undefined
  readonly scenario: Scenario
  /** Says whose run it is. */
  readonly named?: boolean
}) {
  const t = useTranslations('whatif.run')
  const elements = useView((view) => view.elements)
  if (outcome === undefined) return <p className="text-second text-muted">{t('working')}</p>
  const { result } = outcome
  const whose = (what: string): ReactNode =>
    named ? t.rich('of', { scenario: scenario.name, what, name: isolated }) : what
  if (!result.ok) {
    const { reason } = result
    const label =
      reason.code === 'out-of-range' && reason.element !== undefined ? elements.get(reason.element)?.label : ''
    return (
      <p role="alert" className="text-second text-danger">
        {whose(
          reason.code === 'out-of-range' ? t('outOfRange', { name: label ?? '', value: reason.value }) : t(reason.code),
        )}
      </p>
    )
  }
  const { before, after, settled } = result.value
  const ended = ({ outcome: end, steps }: FuzzyRun): string => {
    switch (end.kind) {
      case 'fixed':
        return t('fixed', { steps })
      case 'cycle':
        return t('cycle', { period: end.period, steps })
      case 'moving':
        return t('moving', { steps, last: Math.min(longestPeriod, steps) })
    }
  }
  const isSlow = !settled && before.outcome.kind === 'fixed' && after.outcome.kind === 'fixed'
  return (
    <ul className="flex flex-col gap-1 text-second text-muted">
      <li>{whose(ended(after))}</li>
      {before.outcome.kind === 'fixed' ? null : <li>{t('alone', { what: ended(before) })}</li>}
      {isSlow ? <li>{t('slow')}</li> : null}
      {after.missing.length === 0 ? null : <li>{t('missing', { count: after.missing.length })}</li>}
      {after.unknown.length === 0 ? null : <li>{t('unknown', { count: after.unknown.length })}</li>}
      {after.assumed.length === 0 ? null : <li>{t('assumed', { count: after.assumed.length })}</li>}
    </ul>
  )
}
