import { memo, useMemo } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { Observable } from '../../../lib/base/observable'
import type { Point } from '../../../lib/geometry/rect'
import type { Tie } from '../../../lib/model/link'
import { tieLetters, wayOfTie } from '../../../lib/model/tie'
import { useObservable } from '../../hooks/useObservable'
import { useTieTypes } from '../../hooks/useTieTypes'
import { tieColour } from '../../ui/tieLook'
import type { ColumnPicture } from '../../../lib/layout/columnPlaces'
import { bundleRoutes, headAt, routeTies, tiesByEnd, type RouteBundle } from '../../../lib/layout/tieRoutes'

/** Ties between the columns, behind the chips. Those of who is lit stand out; the others are faint. Drawn only. */
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
      </g>
      {[...litTies].map((tie) => {
        const curve = routes.get(tie.id)
        if (curve === undefined) return null
        const way = wayOfTie(tie, types)
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
            {way === 'none' ? null : <path d={headAt(curve.end)} fill="currentColor" />}
            {way === 'mutual' ? <path d={headAt(curve.start)} fill="currentColor" /> : null}
            <TieLetter at={curve.letters[0]} letters={tieLetters(look)} />
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

/** What tells the kind without its colour, on a patch of ground. */
function TieLetter({ at, letters }: { readonly at: Point | undefined; readonly letters: string }) {
  if (at === undefined) return null
  const width = 10 + 7 * Array.from(letters).length
  return (
    <>
      <rect x={at.x - width / 2} y={at.y - 8} width={width} height={16} rx={8} className="fill-panel" strokeWidth={1} />
      <text x={at.x} y={at.y + 4} textAnchor="middle" fontSize={11} fontWeight={600} stroke="none" fill="currentColor">
        {letters}
      </text>
    </>
  )
}
