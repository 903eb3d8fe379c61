'use client'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useMemo, useState } from 'react'
import type { Person } from '../hooks/editor'
import { inflate } from '../../lib/geometry/rect'
import { cursorColour } from '../../lib/render/palette'
import { cursorsHidden } from '../hooks/cursorChoice'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { usePeople } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { createCursorWatch, crowd, namedTime, shownCursors } from './quietCursors'
import { useStage } from './StageContext'

/** A cursor that is still for so long is not drawn. */
const shownTime = 30_000

/** The others on the map: cursors with names, what they have selected, what they are naming. */
export const PresenceLayer = memo(function PresenceLayer() {
  const zoom = useObservable(useStage().viewport.zoom)
  return (
    <>
      <Selections zoom={zoom} />
      <Cursors zoom={zoom} />
    </>
  )
})

/** Apart from the cursors, which move far more often. */
const Selections = memo(function Selections({ zoom }: { readonly zoom: number }) {
  const people = usePeople(whoHolds, isSameHeld)
  return (
    <svg className="weft-selection" width={1} height={1} aria-hidden>
      {people.map((person) => (
        <TheirSelection key={person.id} person={person} zoom={zoom} />
      ))}
    </svg>
  )
})

function whoHolds(people: readonly Person[]): readonly Person[] {
  return people.filter(
    ({ presence: { selection, naming } }) =>
      (selection?.elements.length ?? 0) > 0 || (naming !== undefined && naming !== null),
  )
}

function isSameHeld(before: readonly Person[], now: readonly Person[]): boolean {
  return before.length === now.length && before.every((one, at) => one === now[at] || holdsSame(one, now[at]))
}

function holdsSame(one: Person, other: Person | undefined): boolean {
  if (other === undefined || one.id !== other.id || one.name !== other.name || one.colour !== other.colour) return false
  const [a, b] = [one.presence, other.presence]
  return a.naming === b.naming && a.selection?.elements.join() === b.selection?.elements.join()
}

function Cursors({ zoom }: { readonly zoom: number }) {
  const people = usePeople()
  const { viewport } = useStage()
  const hidden = useObservable(cursorsHidden)
  const following = useWorkspaceState((state) => state.following)
  const [watch] = useState(createCursorWatch)
  const moved = useMemo(() => watch(people, Date.now()), [watch, people])
  const isCrowd = people.length + 1 > crowd
  useTicks(isCrowd && !hidden)
  if (hidden) return null
  const shown = shownCursors(people, { following, visible: viewport.visible(), moved, now: Date.now() })
  return shown.map((person) => <Cursor key={person.id} person={person} zoom={zoom} />)
}

/** Draws again every second, so that those who have come to rest go. */
function useTicks(on: boolean): void {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!on) return undefined
    const timer = setInterval(() => tick((before) => before + 1), 1_000)
    return () => clearInterval(timer)
  }, [on])
}

function TheirSelection({ person, zoom }: { readonly person: Person; readonly zoom: number }) {
  const t = useTranslations('canvas.presence')
  const scene = useObservable(useStage().scene)
  const { selection, naming } = person.presence
  const colour = cursorColour(person.colour)
  const px = 1 / zoom
  const marked = new Set([...(selection?.elements ?? []), ...(naming === null || naming === undefined ? [] : [naming])])
  return (
    <g stroke={colour} fill="none">
      {[...marked].map((id) => {
        const shape = scene.elements.get(id)
        if (shape === undefined) return null
        // The name of a frame stands on its edge: the ring is within.
        const away = (shape.element.kind === 'frame' ? -0.75 : 2.5) * px
        const rect = inflate(shape.rect, away)
        return (
          <g key={id}>
            <rect {...rect} rx={Math.max(0, shape.radius + away)} strokeWidth={1.5 * px} />
            {id === naming ? (
              <g transform={`translate(${rect.x} ${rect.y - 6 * px}) scale(${px})`}>
                <text className="weft-naming-by" fill={colour} stroke="none">
                  {t('naming', { name: person.name })}
                </text>
              </g>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

function Cursor({ person, zoom }: { readonly person: Person; readonly zoom: number }) {
  const { cursor } = person.presence
  const still = useStillness(cursor?.join())
  if (cursor === null || cursor === undefined || still === 'gone') return null
  const colour = cursorColour(person.colour)
  return (
    <div
      className="weft-cursor"
      data-still={still === 'still' || undefined}
      aria-hidden
      style={{ transform: `translate(${cursor[0]}px, ${cursor[1]}px) scale(${1 / zoom})` }}
    >
      <svg className="weft-cursor-arrow" width={16} height={16} viewBox="0 0 16 16" fill={colour}>
        <path d="M1.5 1.5 14 6.2 8.2 8.2 6.2 14Z" />
      </svg>
      <span className="weft-cursor-dot" style={{ background: colour }} />
      <span className="weft-cursor-name" style={{ background: colour }}>
        {person.name}
      </span>
    </div>
  )
}

type Stillness = 'moving' | 'still' | 'gone'

/** How long a value has stayed the same. */
function useStillness(value: string | undefined): Stillness {
  const [rest, setRest] = useState<{ readonly value: string | undefined; readonly stillness: Stillness }>({
    value,
    stillness: 'moving',
  })
  useEffect(() => {
    const still = setTimeout(() => setRest({ value, stillness: 'still' }), namedTime)
    const gone = setTimeout(() => setRest({ value, stillness: 'gone' }), shownTime)
    return () => {
      clearTimeout(still)
      clearTimeout(gone)
    }
  }, [value])
  return rest.value === value ? rest.stillness : 'moving'
}
