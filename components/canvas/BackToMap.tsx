'use client'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { overlaps } from '../../lib/geometry/rect'
import { useObservable } from '../hooks/useObservable'
import { Button } from '../ui/Button'
import { useStage } from './StageContext'

/** The way back when nothing of the map is in view. */
export function BackToMap() {
  const t = useTranslations('canvas')
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const isLost = useObservable(stage.viewport.camera, () => {
    const visible = stage.viewport.visible()
    for (const shape of scene.elements.values()) if (overlaps(shape.rect, visible)) return false
    return scene.elements.size > 0
  })
  if (!isLost) return null
  return (
    <div className="weft-back" data-canvas-interface>
      <Button variant="primary" icon={<Undo2 size={18} aria-hidden />} onClick={() => stage.viewport.fit(scene.bounds)}>
        {t('back')}
      </Button>
    </div>
  )
}
