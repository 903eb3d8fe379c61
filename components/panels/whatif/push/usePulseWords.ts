'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { PulseFilm } from '../../../../lib/analysis/pulseFilm'
import { tellFrame } from '../../../../lib/analysis/pulseStory'
import type { ElementId } from '../../../../lib/base/ids'
import { toLoopKey } from '../../../../lib/model/loopKey'
import { usePulse } from '../../../hooks/pulse/usePulse'
import { directionOf } from '../../../../messages'
import { useView } from '../../../hooks/useMap'
import { isolate } from '../../analysis/isolate'

export interface PulseWords {
  /** "Workload pushed up". */
  readonly title: string
  /** "Only in the loop Burnout spiral". */
  readonly loop: string | undefined
  /** "Step 3 of 14"; undefined while the run is worked out. */
  readonly step: string | undefined
  /** What happens at this step, the most telling first. */
  readonly lines: readonly string[]
  /** The variables that the sentences name, in their order. */
  readonly named: readonly ElementId[]
  /** Which run it is; undefined while that is worked out. */
  readonly turn: number | undefined
  /** The map has changed where the signal goes, and the run has begun again. */
  readonly restarted: boolean
  /** How many sentences were left out. */
  readonly more: number
  readonly isOver: boolean
}

/** The run that is on, in words. @param most sentences */
export function usePulseWords(most: number): PulseWords | undefined {
  const t = useTranslations('whatif.push')
  const format = useFormatter()
  const reads = directionOf(useLocale())
  const { run, film, otherMap, restarted } = usePulse()
  const elements = useView((view) => view.elements)
  const notes = useView((view) => view.loops)
  if (run === undefined) return undefined
  const { variable, direction, loop } = run.question
  const nameOf = (id: ElementId | undefined): string =>
    id === undefined ? '' : isolate(elements.get(id)?.label ?? '', reads)
  const loopName = (): string => {
    const named = loop === undefined ? undefined : notes.get(toLoopKey(loop))?.name
    if (named !== undefined && named !== '') return isolate(named, reads)
    return film === undefined ? '' : format.list(film.graph.variables.map(nameOf), { type: 'unit' })
  }
  const way = direction > 0 ? 'up' : 'down'
  const common = {
    title: t('pushed', { direction: way, name: nameOf(variable) }),
    loop: loop === undefined ? undefined : t('inLoop', { name: loopName() }),
    restarted,
  }
  if (film === undefined) {
    const line = t(otherMap ? 'otherMap' : 'working')
    const waiting = { step: undefined, turn: undefined, lines: [line], more: 0, isOver: false }
    return { ...common, ...waiting, named: [variable] }
  }
  const last = film.frames.length - 1
  const step = Math.min(run.step, last)
  const frame = film.frames[step] ?? film.frames[0]
  const told = tellFrame(film.graph, frame)
  const label = (at: number): string => nameOf(film.graph.variables[at])
  const sentences = [
    ...(step === 0 ? [t('begins', { direction: way, name: nameOf(variable) })] : []),
    ...told.map(({ from, to, fromGoes, toGoes, size, late }) =>
      t('sentence', {
        from: label(from),
        fromGoes: t(`ways.${fromGoes}`),
        late: late ? 'yes' : 'no',
        to: label(to),
        toGoes: t(`ways.${toGoes}`),
        size,
      }),
    ),
  ]
  const isOver = step === last
  const shown = sentences.slice(0, most)
  return {
    ...common,
    step: t('step', { step, last }),
    lines: [
      ...shown,
      ...(sentences.length === 0 ? [t('onTheWay')] : []),
      ...(most > 1 ? meetings(told, label).map((name) => t('opposed', { name })) : []),
      ...stops(film, step, label, (values) => t('stopsAt', values)),
      ...(isOver && last === 0 && frame.stopped.length === 0 ? [t('nothing', { name: nameOf(variable) })] : []),
      ...(isOver && last > 0 ? [t(film.isCut ? 'cut' : 'over')] : []),
    ],
    named: [
      ...(step === 0 ? [variable] : []),
      ...told
        .slice(0, Math.max(0, most - (step === 0 ? 1 : 0)))
        .flatMap(({ from, to }) => [film.graph.variables[from], film.graph.variables[to]])
        .filter((id) => id !== undefined),
    ],
    turn: run.turn,
    more: sentences.length - shown.length,
    isOver,
  }
}

/** Names of the variables at which signals that differ meet; a few. */
function meetings(told: ReturnType<typeof tellFrame>, label: (at: number) => string): readonly string[] {
  const met = new Set(told.filter(({ opposed }) => opposed).map(({ to }) => to))
  return [...met].slice(0, 2).map(label)
}

function stops(
  { graph, frames }: PulseFilm,
  step: number,
  label: (at: number) => string,
  say: (values: { readonly from: string; readonly to: string; readonly count: number }) => string,
): readonly string[] {
  const stopped = frames[step]?.stopped ?? []
  const [arc] = stopped
  if (arc === undefined) return []
  return [say({ from: label(graph.from[arc] ?? -1), to: label(graph.to[arc] ?? -1), count: stopped.length })]
}
