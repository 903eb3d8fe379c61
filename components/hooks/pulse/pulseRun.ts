import type { PulseQuestion } from '../../../lib/analysis/pulseFilm'
import { readLoopKey, toLoopKey } from '../../../lib/model/loopKey'
import { pulseSpeeds, type PulseSpeed, type SharedPulse } from '../../../lib/protocol/presence'

/** A push that is being watched: what it is, and how far it has got. */
export interface PulseRun {
  readonly question: PulseQuestion
  /** Rises with every push, so that the same push again is another run. */
  readonly turn: number
  readonly step: number
  readonly playing: boolean
  readonly speed: PulseSpeed
}

export type PulseAction =
  | { readonly kind: 'play' | 'pause' | 'forward' | 'back' | 'restart' }
  | { readonly kind: 'speed'; readonly speed: PulseSpeed }
  /** The time of one step has gone by. */
  | { readonly kind: 'tick' }

/** Milliseconds from one step to the next. */
export const stepTime: Readonly<Record<PulseSpeed, number>> = { slow: 2_600, normal: 1_300, fast: 550 }

/**
 * What the hand, or time, does to a run.
 * @param last number of the last step; undefined while nobody knows how long the run is
 */
export function reducePulse(run: PulseRun, action: PulseAction, last: number | undefined): PulseRun {
  const end = last ?? run.step
  switch (action.kind) {
    case 'play':
      // From the end it begins again.
      return { ...run, playing: true, step: last !== undefined && run.step >= last ? 0 : run.step }
    case 'pause':
      return { ...run, playing: false }
    case 'forward':
      // What was asked for before the length is known is not lost; `clampStep` sees to the rest.
      return { ...run, playing: false, step: Math.min(last ?? Infinity, run.step + 1) }
    case 'back':
      return { ...run, playing: false, step: Math.max(0, run.step - 1) }
    case 'restart':
      return { ...run, step: 0 }
    case 'speed':
      return { ...run, speed: action.speed }
    case 'tick': {
      if (!run.playing) return run
      const step = Math.min(end, run.step + 1)
      return { ...run, step, playing: last === undefined || step < last }
    }
  }
}

/** The same run, at a step that there is. */
export function clampStep(run: PulseRun, last: number): PulseRun {
  return run.step <= last ? run : { ...run, step: last }
}

/** A loop whose name would take up most of what a person may tell the others at once. */
const longestLoopName = 2_400

/** Whether others can be told of this run. */
export function isShareable({ loop }: PulseQuestion): boolean {
  return loop === undefined || toLoopKey(loop).length <= longestLoopName
}

/** What the others need to see the same run: a few words, whatever the size of the map. */
export function shareRun({ question, ...run }: PulseRun, print: string): SharedPulse {
  const { variable, direction, loop } = question
  return {
    variable,
    direction: direction > 0 ? 'up' : 'down',
    ...(loop === undefined ? {} : { loop: toLoopKey(loop) }),
    ...run,
    map: print,
  }
}

/** The run that somebody shows. The inverse of `shareRun`, but for where a loop begins. */
export function readShared({ variable, direction, loop, turn, step, playing, speed }: SharedPulse): PulseRun {
  return {
    question: {
      variable,
      direction: direction === 'up' ? 1 : -1,
      ...(loop === undefined ? {} : { loop: readLoopKey(loop) }),
    },
    turn,
    step,
    playing,
    speed: pulseSpeeds.find((known) => known === speed) ?? 'normal',
  }
}

/** Whether two pushes are of the same variable, the same way, on the same loop. */
export function isSameQuestion(a: PulseQuestion, b: PulseQuestion): boolean {
  return (
    a.variable === b.variable &&
    a.direction === b.direction &&
    (a.loop === undefined ? b.loop === undefined : b.loop !== undefined && toLoopKey(a.loop) === toLoopKey(b.loop))
  )
}
