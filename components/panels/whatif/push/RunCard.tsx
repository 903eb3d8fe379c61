'use client'
import { useTranslations } from 'next-intl'
import { pulseSpeeds } from '../../../../lib/protocol/presence'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { useSelf } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { Switch } from '../../../ui/Switch'
import { HowWorkedOut } from './HowWorkedOut'
import { PulseControls } from './PulseControls'
import { usePulseWords } from './usePulseWords'

const mostLines = 5

/** The run that is on: what happens now, and how it goes on. */
export function RunCard({ isWatching, canShare }: { readonly isWatching: boolean; readonly canShare: boolean }) {
  const t = useTranslations('whatif.push')
  const runs = usePulseRuns()
  const words = usePulseWords(mostLines)
  const by = usePulse((screen) => screen.by)
  const film = usePulse((screen) => screen.film)
  const speed = usePulse((screen) => screen.run?.speed)
  const shared = usePulse((screen) => screen.shared)
  const restarted = usePulse((screen) => screen.restarted)
  const self = useSelf()
  // Who may only look is not to call everybody together.
  const mayShare = self.id !== undefined && self.role !== 'viewer'
  if (words === undefined) return null
  return (
    <section aria-label={words.title} className="flex flex-col gap-3 border-t border-hairline pt-3">
      {by === undefined ? null : <p className="text-second text-muted">{t('watching', { name: by.name })}</p>}
      <div>
        <h3 className="text-body font-semibold">{words.title}</h3>
        {words.loop === undefined ? null : <p className="line-clamp-2 text-meta text-muted">{words.loop}</p>}
      </div>
      {restarted ? <p className="text-second text-muted">{t('restarted')}</p> : null}
      <div className="flex items-center justify-between gap-2">
        {isWatching ? null : <PulseControls />}
        <span className="text-second font-medium text-muted tabular-nums">{words.step}</span>
      </div>
      <ul className="flex min-h-14 flex-col gap-1 text-body">
        {words.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {words.more === 0 ? null : <li className="text-muted">{t('more', { count: words.more })}</li>}
      </ul>
      {film === undefined ? null : <p className="text-meta text-muted">{t('levels')}</p>}
      {isWatching ? null : (
        <>
          <SegmentedControl
            label={t('speed')}
            value={speed}
            onChange={(next) => runs.act({ kind: 'speed', speed: next })}
            segments={pulseSpeeds.map((value) => ({ value, label: t(`speeds.${value}`) }))}
          />
          {!mayShare ? null : (
            <Switch
              label={t('share')}
              hint={t(canShare ? 'shareHint' : 'tooLong')}
              checked={shared && canShare}
              disabled={!canShare}
              onChange={(on) => runs.share(on)}
            />
          )}
        </>
      )}
      <Button size="small" className="self-start" onClick={() => runs.stop()}>
        {t(isWatching ? 'stopWatching' : 'end')}
      </Button>
      {film === undefined ? null : <HowWorkedOut film={film} />}
    </section>
  )
}
