import type { LoopSet } from '../analysis/loopSet'
import { readArcs } from '../analysis/arcSaying'
import { tellLoop } from '../analysis/loopStory'
import type { MapView } from '../model/mapView'
import type { ReportPart } from './report'

/** Loops without a name that a report tells; those with a name are all told. */
export const mostUnnamedLoops = 20

/** The loops as they are told: those that people named first, then the pinned, then the shortest. */
export function tellLoops(view: MapView, { loops, counted, countComplete }: LoopSet): ReportPart<'loops'> {
  const noted = loops.map((loop) => ({ loop, note: view.loops.get(loop.key) }))
  const named = noted.filter(({ note }) => (note?.name ?? '').trim() !== '')
  const pinned = noted.filter(({ note }) => (note?.name ?? '').trim() === '' && note?.pinned === true)
  const others = noted.filter(({ note }) => (note?.name ?? '').trim() === '' && note?.pinned !== true)
  const told = [...named, ...[...pinned, ...others].slice(0, mostUnnamedLoops)]
  return {
    total: Math.max(counted.total, loops.length),
    countComplete,
    list: told.map(({ loop, note }) => ({
      key: loop.key,
      tag: loop.tag,
      name: (note?.name ?? '').trim(),
      note: (note?.note ?? '').trim(),
      kind: loop.kind,
      delayed: loop.delayed,
      steps: tellLoop(
        { variables: loop.variables, links: readArcs(view, loop.links) },
        ({ sign }) => sign,
        ({ late }) => late,
      ).map(({ variable, goes, late }) => ({ label: view.elements.get(variable)?.label ?? '', goes, late })),
    })),
  }
}
