'use client'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { PulseFilm } from '../../lib/analysis/pulseFilm'
import type { PulseSize } from '../../lib/analysis/pulseStory'
import { useWorkspace } from '../hooks/EditorProvider'
import { stepTime, type PulseRun } from '../hooks/pulse/pulseRun'
import { usePulse, usePulseEnd, usePulseRuns } from '../hooks/pulse/usePulse'
import { useSelection } from '../hooks/useMap'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'
import { drawnSignals, placeOf, stopPlaces, type DrawnSignal } from './pulseSignals'
import './pulse.css'

/** Signals on their way along the links, while somebody pushes a variable. */
export const PulseLayer = memo(function PulseLayer() {
  usePulseEnd()
  const run = usePulse((screen) => screen.run)
  const film = usePulse((screen) => screen.film)
  useLoopInLight(film, run)
  const workspace = useWorkspace()
  const turn = run?.turn
  // Only one set of figures at a time.
  useEffect(() => {
    if (turn !== undefined) workspace.update({ overlay: undefined })
  }, [turn, workspace])
  return film === undefined || run === undefined ? null : <Signals film={film} run={run} />
})

/** Share of a step's time that signals travel; for the rest the map stands still to be read. */
const travelShare = 0.75

function Signals({ film, run }: { readonly film: PulseFilm; readonly run: PulseRun }) {
  const stage = useStage()
  const { landed } = usePulseRuns()
  const shown = useObservable(landed)
  const scene = useObservable(stage.scene)
  const zoom = useObservable(stage.viewport.zoom)
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const group = useRef<SVGGElement>(null)
  const signals = useMemo(() => drawnSignals(film, shown, scene), [film, shown, scene])
  const stops = useMemo(() => stopPlaces(film, shown, scene), [film, shown, scene])
  const last = film.frames.length - 1
  const target = Math.min(run.step, last)
  const travels = target === shown + 1 && !isStill
  const lasts = stepTime[run.speed] * travelShare

  // A step that is not the next one is there at once, and so is every step where motion is not wanted.
  useEffect(() => {
    if (!travels && shown !== target) landed.set(target)
  }, [travels, shown, target, landed])

  const latest = useRef<readonly DrawnSignal[]>(signals)
  useEffect(() => {
    latest.current = signals
  }, [signals])
  useEffect(() => {
    if (!travels) return undefined
    const begun = performance.now()
    let frame = requestAnimationFrame(function move(now: number) {
      const share = Math.min(1, Math.max(0, now - begun) / lasts)
      if (share === 1) {
        landed.set(target)
        return
      }
      // By hand: drawing the whole layer anew in every frame is what would make a large map stutter.
      const marks = group.current?.children
      for (const [index, signal] of latest.current.entries()) {
        marks?.[index]?.setAttribute('transform', translate(placeOf(signal, shown + share)))
      }
      frame = requestAnimationFrame(move)
    })
    // A page in the background gets no frames; its steps come all the same.
    const timer = setTimeout(() => landed.set(target), lasts + 400)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [travels, target, shown, lasts, landed, film])

  // Stays to be seen when the map is small.
  const scale = Math.max(1, Math.min(2.4, 0.75 / zoom))
  return (
    <svg className="weft-links weft-pulse" width={1} height={1} aria-hidden data-step={shown}>
      <g ref={group}>
        {signals.map((drawn) => (
          <g key={drawn.key} transform={translate(placeOf(drawn, shown))}>
            <SignalMark up={drawn.signal.value > 0} scale={scale * sizes[drawn.size]} />
          </g>
        ))}
      </g>
      {stops.map(({ arc, at }) => (
        <g key={arc} transform={`${translate(at)} scale(${scale})`} className="weft-stopped">
          <circle r={9} />
          <text y={4.6} textAnchor="middle" fontSize={13.5} fontWeight={700}>
            ?
          </text>
        </g>
      ))}
    </svg>
  )
}

const sizes: Readonly<Record<PulseSize, number>> = { much: 1, some: 0.78, little: 0.6 }

function SignalMark({ up, scale }: { readonly up: boolean; readonly scale: number }) {
  return (
    <g className={up ? 'weft-signal-up' : 'weft-signal-down'} transform={`scale(${scale})`}>
      <circle r={10} />
      <path d={up ? 'M0 -5.5L5.5 4H-5.5Z' : 'M0 5.5L5.5 -4H-5.5Z'} />
    </g>
  )
}

function translate({ x, y }: { readonly x: number; readonly y: number }): string {
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`
}

/** A run that keeps to a loop shows that loop alone. */
function useLoopInLight(film: PulseFilm | undefined, run: PulseRun | undefined): void {
  const workspace = useWorkspace()
  const graph = run?.question.loop === undefined ? undefined : film?.graph
  const key = run?.question.loop?.join('.')
  const selection = useSelection()
  const isElsewhere =
    graph !== undefined &&
    (selection.links.some((id) => !graph.links.some((group) => group.includes(id))) ||
      selection.elements.some((id) => !graph.variables.includes(id)))
  useEffect(() => {
    // Who looks at something outside the loop is not to see it dimmed.
    if (graph === undefined || key === undefined || isElsewhere) return undefined
    const spotlight = { elements: new Set(graph.variables), links: new Set(graph.links.flat()) }
    workspace.update({ spotlight })
    return () => {
      if (workspace.get().spotlight === spotlight) workspace.update({ spotlight: undefined })
    }
  }, [graph, key, isElsewhere, workspace])
}
