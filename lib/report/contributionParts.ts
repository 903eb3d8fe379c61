import { toCausalGraph } from '../analysis/causalGraph'
import { findConflicts } from '../analysis/contributionConflicts'
import { findGaps, readContributions, stateOf } from '../analysis/contributions'
import { isOverdue } from '../analysis/overdue'
import type { ElementId, LinkId } from '../base/ids'
import { compareNames } from '../base/textOrder'
import type { MapView } from '../model/mapView'
import { sectorsOf } from '../model/sector'
import type { ReportPart } from './report'

type Told = Pick<ReportPart<'leverage'>, 'actions' | 'conflicts' | 'unserved' | 'idle' | 'missingSectors'>

/**
 * What people do and mean to do, by whom, what for, how far and by when; where it works against itself, and who and what
 * is left out of it. Without an action, nothing is left out. Cost: linear in the graph for each action.
 * @param today `2026-03-01`: what was to be done before is overdue
 */
export function listContributions(view: MapView, today: string): Told {
  const all = readContributions(view)
  if (all.length === 0) return { actions: [], conflicts: [], unserved: [], idle: [], missingSectors: [] }
  const nameOf = (id: ElementId): string => (view.elements.get(id)?.label ?? '').trim()
  const namesOf = (ids: readonly ElementId[]): string[] => ids.map(nameOf).toSorted(compareNames)
  const reasonOf = (id: LinkId): string => (view.links.get(id)?.description ?? '').trim()
  const sectors = sectorsOf(view.meta)
  const gaps = findGaps(view, all)
  return {
    actions: all
      .map((one) => {
        const { id, label, description, tags, act, due } = one.action
        return {
          ...{ id, label: label.trim(), description: description.trim(), tags: [...(tags ?? [])] },
          ...(act === undefined ? {} : { act }),
          ...(due === undefined ? {} : { due, overdue: isOverdue(one.action, today) }),
          ...{ state: stateOf(one), by: namesOf(one.by) },
          towards: one.aims
            .map(({ link, target, effect }) => ({
              ...{ label: nameOf(target), reason: reasonOf(link) },
              ...(effect === undefined ? {} : { effect }),
            }))
            .toSorted((a, b) => compareNames(a.label, b.label)),
        }
      })
      .toSorted((a, b) => compareNames(a.label, b.label)),
    conflicts: findConflicts(toCausalGraph(view), all).map(({ variable, rise, fall, hold, isDirect, after }) => ({
      ...{
        variable: nameOf(variable),
        rise: namesOf(rise),
        fall: namesOf(fall),
        hold: namesOf(hold),
        direct: isDirect,
      },
      // In the order in which it follows.
      after: after.map(nameOf),
    })),
    unserved: namesOf(gaps.unserved),
    idle: namesOf(gaps.idle),
    missingSectors: gaps.missingSectors.map((key) => sectors.of(key).name ?? key),
  }
}
