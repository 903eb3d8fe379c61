'use client'
import { memo, useCallback, useEffect } from 'react'
import { badgeScale, isBadgeFaded } from '../../lib/geometry/loopBadge'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { openLoop } from './badges'
import { LoopBadgeMark } from './LoopBadgeMark'
import { createShownLoops } from './shownLoops'
import { useStage } from './StageContext'
import { useSpeech } from './useSpeech'

/**
 * The badges of loops, above the links and under the elements. With it comes what finds the loops: a map is seen and
 * edited before. Hits are found by geometry, as those of links.
 */
export const BadgeLayer = memo(function BadgeLayer() {
  const stage = useStage()
  useEffect(() => stage.showLoops(createShownLoops()), [stage])
  const badges = useObservable(stage.scene, (scene) => scene.badges)
  const links = useObservable(stage.scene, (scene) => scene.links)
  const focused = useObservable(stage.focus, (focus) => (focus.kind === 'badge' ? focus.id : undefined))
  const scale = useObservable(stage.viewport.zoom, badgeScale)
  const lit = useWorkspaceState((state) => state.spotlight)
  const speech = useSpeech()
  const open = useCallback((key: string) => openLoop(stage, key), [stage])
  if (badges.size === 0) return null
  return (
    <svg className="weft-links" width={1} height={1}>
      {Array.from(badges.values(), (badge) => {
        const isLit = lit !== undefined && badge.loop.links.every((id) => lit.links.has(id))
        return (
          <LoopBadgeMark
            key={badge.key}
            badge={badge}
            words={speech.loop(badge)}
            scale={scale}
            focused={badge.key === focused}
            look={isLit ? 'lit' : lit !== undefined || isBadgeFaded(badge, links) ? 'dimmed' : 'plain'}
            onLight={stage.lightBadge}
            onOpen={open}
          />
        )
      })}
    </svg>
  )
})
