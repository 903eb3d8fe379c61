'use client'
import { Maximize } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useObservable } from '../hooks/useObservable'
import { Button } from '../ui/Button'
import { useStage } from './StageContext'

/** Says that a map that was just opened goes on beyond the view, until the view is moved. */
export function PartOfMap() {
  const t = useTranslations('canvas')
  const stage = useStage()
  const showsPart = useObservable(stage.viewport.showsPart)
  if (!showsPart) return null
  return (
    <div className="weft-part" data-canvas-interface>
      <Button icon={<Maximize size={18} aria-hidden />} onClick={() => stage.viewport.fit(stage.scene.get().bounds)}>
        {t('part')}
      </Button>
    </div>
  )
}
