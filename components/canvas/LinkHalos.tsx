'use client'
import { useSelection } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'

/** A glow under links that are selected or have the focus: under them, so that their colour stays true. */
export function LinkHalos() {
  const stage = useStage()
  const { links } = useSelection()
  const scene = useObservable(stage.scene)
  const focus = useObservable(stage.focus)
  const zoom = useObservable(stage.viewport.zoom)
  const focused = focus.kind === 'link' && !links.includes(focus.id) ? scene.links.get(focus.id) : undefined
  return (
    <svg className="weft-links" width={1} height={1} aria-hidden>
      {links.map((id) => {
        const shape = scene.links.get(id)
        return shape === undefined ? null : (
          <path key={id} className="weft-halo" d={shape.path} strokeWidth={shape.width + 8 / zoom} />
        )
      })}
      {focused === undefined ? null : (
        <path className="weft-focus-halo" d={focused.path} strokeWidth={focused.width + 8 / zoom} />
      )}
    </svg>
  )
}
