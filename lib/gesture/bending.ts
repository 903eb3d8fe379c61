import type { LinkId } from '../base/ids'
import type { GestureContext } from './gestureContext'
import type { Sample } from './gestureEvent'
import { idle, type Bending } from './gestureState'
import { keep, type GestureStep } from './gestureStep'
import { largestCurvature } from './thresholds'

/** Pulls the middle of a link sideways. */
export function startBending(link: LinkId, latest: Sample, context: GestureContext): GestureStep {
  return continueBending({ kind: 'bending', link, curvature: 0 }, latest, context)
}

export function continueBending(state: Bending, latest: Sample, context: GestureContext): GestureStep {
  const wanted = context.curvatureThrough(state.link, latest.point)
  const curvature = Math.max(-largestCurvature, Math.min(largestCurvature, wanted))
  // Hundredths are finer than a pixel on any chord that fits a screen.
  return keep({ ...state, curvature: Math.round(curvature * 100) / 100 })
}

export function endBending(state: Bending): GestureStep {
  return { state: idle, effects: [{ kind: 'bend', link: state.link, curvature: state.curvature }] }
}
