'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { pulseSpeeds } from '../../../../lib/protocol/presence'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { HowWorkedOut } from './HowWorkedOut'
import { usePulseWords } from './usePulseWords'

const mostLines = 5
/** Of one step, all of them. */
const mostUnfolded = 200

/** The run that is on: what happens now, and how it goes on. */
export function RunCard({ isWatching }: { readonly isWatching: boolean }) {
  const t = useTranslations('whatif.push')
  const runs = usePulseRuns()
  const [unfolded, setUnfolded] = useState(false)
  const words = usePulseWords(unfolded ? mostUnfolded : mostLines)
  const by = usePulse((screen) => screen.by)
  const film = usePulse((screen) => screen.film)
  const speed = usePulse((screen) => screen.run?.speed)
  const restarted = usePulse((screen) => screen.restarted)
  if (words === undefined) return null
  return (
    <section aria-label={words.title} className="flex flex-col gap-3 border-t border-hairline pt-3">
      {by === undefined ? null : <p className="text-second text-muted">{t('watching', { name: by.name })}</p>}
      <div>
        <div className="flex items-baseline justify-between gap-2">
          <h3 className="min-w-0 text-body font-semibold break-words">{words.title}</h3>
          <span className="shrink-0 text-second font-medium text-muted tabular-nums">{words.step}</span>
        </div>
        {words.loop === undefined ? null : <p className="line-clamp-2 text-meta text-muted">{words.loop}</p>}
      </div>
      {restarted ? <p className="text-second text-muted">{t('restarted')}</p> : null}
      <div className="min-h-14">
        <ul className="flex flex-col gap-1 text-body">
          {words.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {words.more === 0 && !unfolded ? null : (
          <button
            type="button"
            aria-expanded={unfolded}
            className="min-h-8 rounded-button text-start text-second font-medium text-accent hover:underline pointer-coarse:min-h-11"
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? t('fewer') : t('more', { count: words.more })}
          </button>
        )}
      </div>
      {film === undefined ? null : <p className="text-meta text-muted">{t('levels')}</p>}
      {isWatching ? null : (
        <SegmentedControl
          label={t('speed')}
          value={speed}
          onChange={(next) => runs.act({ kind: 'speed', speed: next })}
          segments={pulseSpeeds.map((value) => ({ value, label: t(`speeds.${value}`) }))}
        />
      )}
      {film === undefined ? null : <HowWorkedOut film={film} />}
    </section>
  )
}
