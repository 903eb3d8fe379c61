'use client'
import { memo } from 'react'
import { cursorColour } from '../../lib/render/palette'
import type { Person } from '../hooks/editor'
import { usePeople } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'

function whoHolds(people: readonly Person[]): readonly Person[] {
  return people.filter(({ presence: { selection } }) => (selection?.links.length ?? 0) > 0)
}

function isSameHeld(before: readonly Person[], now: readonly Person[]): boolean {
  return before.length === now.length && before.every((one, at) => isAlike(one, now[at]))
}

function isAlike(one: Person, other: Person | undefined): boolean {
  if (one === other) return true
  const [a, b] = [one.presence.selection?.links.join(), other?.presence.selection?.links.join()]
  return one.id === other?.id && one.colour === other.colour && a === b
}

/** A glow under links that others have selected: under them, so that the colour that tells a link's sign stays true. */
export const PresenceHalos = memo(function PresenceHalos() {
  const stage = useStage()
  const people = usePeople(whoHolds, isSameHeld)
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
