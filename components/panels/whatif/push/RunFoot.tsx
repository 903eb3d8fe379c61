'use client'
import { useTranslations } from 'next-intl'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { useSelf } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Switch'
import { PulseControls } from './PulseControls'

/** What one does with the run that is on, always within sight: below what is told of it, which may be long. */
export function RunFoot({ isWatching, canShare }: { readonly isWatching: boolean; readonly canShare: boolean }) {
  const t = useTranslations('whatif.push')
  const runs = usePulseRuns()
  const shared = usePulse((screen) => screen.shared)
  const self = useSelf()
  // Who may only look is not to call everybody together.
  const mayShare = !isWatching && self.id !== undefined && self.role !== 'viewer'
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-hairline px-4 py-3">
      {mayShare ? (
        <Switch
          label={t('share')}
          hint={t(canShare ? 'shareHint' : 'tooLong')}
          checked={shared && canShare}
          disabled={!canShare}
          onChange={(on) => runs.share(on)}
        />
      ) : null}
      <div className="flex items-center justify-between gap-2">
        {isWatching ? null : <PulseControls />}
        <Button size="small" onClick={() => runs.stop()}>
          {t(isWatching ? 'stopWatching' : 'end')}
        </Button>
      </div>
    </div>
  )
}
