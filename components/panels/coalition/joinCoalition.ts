import type { ElementId } from '../../../lib/base/ids'
import type { Json } from '../../../lib/base/json'
import { savePractice } from '../../../lib/commands/savePractice'
import type { Run } from '../../hooks/useRun'
import { lookedAt } from './lookedAt'

/** Makes these members of a coalition who are to be asked, as one step. @returns whether it was done */
export function joinCoalition(run: Run, id: string, members: readonly ElementId[]): boolean {
  const entry: Json = { state: 'to-ask' }
  const fields = Object.fromEntries(members.map((member) => [`member:${member}`, entry]))
  const { ok } = run(savePractice, { kind: 'coalition', id, fields })
  if (ok) lookedAt.set(id)
  return ok
}
