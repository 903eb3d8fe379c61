import type { PulseFilm } from '../../lib/analysis/pulseFilm'
import { signalProgress, type Signal } from '../../lib/analysis/pulse'
import { sizeOf, type PulseSize } from '../../lib/analysis/pulseStory'
import { pointAt } from '../../lib/geometry/curve'
import type { LinkShape } from '../../lib/geometry/linkShape'
import type { Point } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'

/** More at once say nothing more, and cost frames: the strongest are drawn. */
const mostDrawn = 300

/** A signal on the link that it is drawn on. */
export interface DrawnSignal {
  readonly key: string
  readonly signal: Signal
  readonly shape: LinkShape
  readonly size: PulseSize
}

/** The signals that are under way after a step, as far as their links are drawn, strongest first. */
export function drawnSignals({ graph, frames }: PulseFilm, step: number, scene: Scene): readonly DrawnSignal[] {
  const signals = frames[step]?.signals ?? []
  const strongest =
    signals.length <= mostDrawn
      ? signals
      : [...signals].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, mostDrawn)
  return strongest.flatMap((signal) => {
    const shape = shapeOf(graph.links[signal.arc] ?? [], scene)
    return shape === undefined
      ? []
      : [{ key: `${signal.arc} ${signal.leftAt}`, signal, shape, size: sizeOf(signal.value) }]
  })
}

/** Where a signal is at a time in steps; never quite at an end, where the element would hide it. */
export function placeOf({ signal, shape }: DrawnSignal, time: number): Point {
  return pointOn(shape, 0.08 + 0.84 * signalProgress(signal, time))
}

/** Where changes stop for want of a sign, at the beginnings of the links. */
export function stopPlaces(
  { graph, frames }: PulseFilm,
  step: number,
  scene: Scene,
): readonly { readonly arc: number; readonly at: Point }[] {
  return (frames[step]?.stopped ?? []).slice(0, mostDrawn).flatMap((arc) => {
    const shape = shapeOf(graph.links[arc] ?? [], scene)
    return shape === undefined ? [] : [{ arc, at: pointOn(shape, 0.16) }]
  })
}

function shapeOf(links: readonly LinkShape['id'][], scene: Scene): LinkShape | undefined {
  for (const link of links) {
    const shape = scene.links.get(link)
    if (shape !== undefined) return shape
  }
  return undefined
}

function pointOn({ curves, start }: LinkShape, share: number): Point {
  const place = Math.min(share * curves.length, curves.length - 1e-6)
  const curve = curves[Math.floor(place)]
  return curve === undefined ? start : pointAt(curve, place % 1)
}
