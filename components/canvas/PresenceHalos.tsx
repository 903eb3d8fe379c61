'use client'
import { memo } from 'react'
import { cursorColour } from '../../lib/render/palette'
import { usePeople } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'

/** A glow under links that others have selected: under them, so that the colour that tells a link's sign stays true. */
export const PresenceHalos = memo(function PresenceHalos() {
  const stage = useStage()
  const people = usePeople()
  const scene = useObservable(stage.scene)
  const zoom = useObservable(stage.viewport.zoom)
  return (
    <svg className="weft-links" width={1} height={1} aria-hidden>
      {people.map(({ id: person, colour, presence: { selection } }) =>
        [...new Set(selection?.links)].map((id) => {
          const shape = scene.links.get(id)
          return shape === undefined ? null : (
            <path
              key={`${person} ${id}`}
              className="weft-their-halo"
              d={shape.path}
              stroke={cursorColour(colour)}
              strokeWidth={shape.width + 8 / zoom}
            />
          )
        }),
      )}
    </svg>
  )
})
