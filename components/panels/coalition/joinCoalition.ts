import type { ElementId } from '../../../lib/base/ids'
import type { Result } from '../../../lib/base/result'
import type { CommandProblem } from '../../../lib/commands/command'
import { savePractice } from '../../../lib/commands/savePractice'
import type { MapPatch } from '../../../lib/model/mapPatch'
import type { MapView } from '../../../lib/model/mapView'
import type { Run } from '../../hooks/useRun'

interface Joined {
  readonly done: Result<MapPatch, CommandProblem>
  /** Who was no member before. */
  readonly joined: readonly ElementId[]
}

/**
 * Makes these members of a coalition who are to be asked, as one step; who is one already stays as they are.
 * @param view the map at this moment, and not as it was drawn: others change it at the same time
 */
export function joinCoalition(
  view: Pick<MapView, 'practices'>,
  run: Run,
  id: string,
  members: readonly ElementId[],
  askedBy?: ElementId,
): Joined {
  const record = view.practices.get(id) ?? {}
  const joined = members.filter((member) => !Object.hasOwn(record, `member:${member}`))
  const entry = { state: 'to-ask', ...(askedBy === undefined ? {} : { askedBy }) }
  const fields = Object.fromEntries(joined.map((member) => [`member:${member}`, entry]))
  return { done: run(savePractice, { kind: 'coalition', id, fields }), joined }
}
