import { memo, useMemo } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Observable } from '../../../lib/base/observable'
import type { Point } from '../../../lib/geometry/rect'
import type { Tie } from '../../../lib/model/link'
import { wayOfTie, type TieLook, type TieTypes } from '../../../lib/model/tie'
import { useObservable } from '../../hooks/useObservable'
import { useTieTypes } from '../../hooks/useTieTypes'
import { tieColour } from '../../ui/tieLook'
import type { ColumnPicture } from '../../../lib/layout/columnPlaces'
import { placeTieLetters } from '../../../lib/layout/tieLetterPlaces'
import { bundleRoutes, endsOf, routeTies, tiesByEnd, type RouteBundle } from '../../../lib/layout/tieRoutes'
import { TieLetter } from './TieLetter'

/** Of more ties only those of who is lit have letters: there is hardly room, and each is two things to draw. */
const mostLettered = 600

/** Ties between the columns with the letters of their kinds, behind the chips. Those of who is lit stand out; the others are faint. Drawn only. */
export function TieCurves({
  picture,
  ties,
  selected,
  pointed,
}: {
  readonly picture: ColumnPicture
  readonly ties: readonly Tie[]
  /** Whose ties are lit, besides those of who is pointed at. */
  readonly selected: ReadonlySet<ElementId>
  readonly pointed: Observable<ElementId | undefined>
}) {
  const types = useTieTypes()
  const over = useObservable(pointed)
  const routes = useMemo(() => routeTies(picture, ties), [picture, ties])
  const bundles = useMemo(() => bundleRoutes(routes, ties, types), [routes, ties, types])
  const letters = useMemo(
    () => toLetterBundles(placeTieLetters(picture, ties.length > mostLettered ? [] : ties, routes, types), ties, types),
    [picture, ties, routes, types],
  )
  const byEnd = useMemo(() => tiesByEnd(ties), [ties])
  const lit = new Set([...selected, ...(over === undefined ? [] : [over])])
  const litTies = new Set([...lit].flatMap((id) => byEnd.get(id) ?? []))
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-0"
      width={picture.width}
      height={picture.height}
      fill="none"
    >
      <g className={lit.size > 0 ? 'opacity-20' : 'opacity-80'}>
        <AllCurves bundles={bundles} />
        <AllLetters bundles={letters} />
      </g>
      {[...litTies].map((tie) => {
        const curve = routes.get(tie.id)
        if (curve === undefined) return null
        const look = types.of(tie.type)
        return (
          <g
            key={tie.id}
            style={{ color: tieColour(look) }}
            className="opacity-80"
            stroke="currentColor"
            strokeWidth={2.25}
          >
            <path d={curve.path} strokeDasharray={look.style === 'dashed' ? '6 4' : undefined} />
            <path d={endsOf(curve, look.style, wayOfTie(tie, types))} fill="currentColor" />
            <TieLetter at={letters.places.get(tie.id) ?? curve.letters[0]} look={look} />
          </g>
        )
      })}
    </svg>
  )
}

/** All ties, as few paths: pointing at somebody redraws none of them. */
const AllCurves = memo(function AllCurves({ bundles }: { readonly bundles: readonly RouteBundle[] }) {
  return bundles.map(({ look, lines, heads }) => (
    <g key={look.key} style={{ color: tieColour(look) }} stroke="currentColor" strokeWidth={1.5}>
      <path d={lines} strokeDasharray={look.style === 'dashed' ? '6 4' : undefined} />
      {heads === '' ? null : <path d={heads} fill="currentColor" />}
    </g>
  ))
})

interface LetterBundles {
  readonly places: ReadonlyMap<LinkId, Point>
  readonly byLook: ReadonlyMap<TieLook, readonly Point[]>
}

function toLetterBundles(places: ReadonlyMap<LinkId, Point>, ties: readonly Tie[], types: TieTypes): LetterBundles {
  const byLook = new Map<TieLook, Point[]>()
  for (const { id, type } of ties) {
    const at = places.get(id)
    if (at === undefined) continue
    const known = byLook.get(types.of(type))
    if (known === undefined) byLook.set(types.of(type), [at])
    else known.push(at)
  }
  return { places, byLook }
}

const AllLetters = memo(function AllLetters({ bundles }: { readonly bundles: LetterBundles }) {
  return [...bundles.byLook].map(([look, places]) => (
    <g key={look.key} data-letters={look.key} style={{ color: tieColour(look) }} stroke="currentColor">
      {places.map((at) => (
        <TieLetter key={`${at.x} ${at.y}`} at={at} look={look} />
      ))}
    </g>
  ))
})
