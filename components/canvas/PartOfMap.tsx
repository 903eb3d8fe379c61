'use client'
import { Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useObservable } from '../hooks/useObservable'
import { usePulse } from '../hooks/pulse/usePulse'
import { Button } from '../ui/Button'
import { openSheets } from '../ui/openSheets'
import { useStage } from './StageContext'

/** Says that a map that was just opened goes on beyond the view, until the view is moved. */
export function PartOfMap() {
  const t = useTranslations('canvas')
  const stage = useStage()
  const showsPart = useObservable(stage.viewport.showsPart)
  // Neither half hidden behind a sheet, nor in the way of a signal that the view goes along with.
  const isCovered = useObservable(openSheets) > 0
  const isRunning = usePulse((screen) => screen.run !== undefined)
  if (!showsPart || isCovered || isRunning) return null
  return (
    <div className="weft-part" data-canvas-interface>
      <Button icon={<Maximize size={18} aria-hidden />} onClick={() => stage.viewport.fit(stage.scene.get().bounds)}>
        {t('part')}
      </Button>
    </div>
  )
}
