'use client'
import { useTranslations } from 'next-intl'
import type { PulseFilm } from '../../../../lib/analysis/pulseFilm'

/** What was assumed for this run, open to whoever asks. */
export function HowWorkedOut({ film }: { readonly film: PulseFilm }) {
  const t = useTranslations('whatif.push')
  return (
    <details className="text-second text-muted">
      <summary className="w-fit rounded-button py-1 font-medium text-ink pointer-coarse:min-h-11">{t('how')}</summary>
      <ul className="flex list-disc flex-col gap-1 ps-4 pt-1">
        <li>{t('howSteps')}</li>
        {film.assumed === 0 ? null : <li>{t('howAssumed', { count: film.assumed })}</li>}
        <li>
          {film.damping < 1
            ? // Never rounded to nothing.
              t('howDamped', { percent: Math.max(1, Math.round(film.damping * 100)) })
            : t('howUndamped')}
        </li>
        {film.graph.sign.includes(0) ? <li>{t('howUnknown')}</li> : null}
      </ul>
    </details>
  )
}
