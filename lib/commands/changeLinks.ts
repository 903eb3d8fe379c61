import type { LinkId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed, type Result } from '../base/result'
import { statementAfter, statementOf } from '../model/claimSpread'
import { linkSchemas, type MapLink } from '../model/link'
import type { MapPatch, RecordChange, StepName } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { CommandContext, CommandProblem } from './command'
import { checkFields, findChanges, type FieldsInput } from './fieldChanges'
import { findLinks, nameStep, refuse } from './findRecords'

/**
 * The patch that sets the same fields on several links. Links whose kind does not have all of the
 * fields are passed over; `otherwise` says why, if that leaves none.
 */
export function changeLinks(
  view: MapView,
  ids: readonly LinkId[],
  fields: FieldsInput,
  step: StepName,
  otherwise: CommandProblem,
  context: Pick<CommandContext, 'author'>,
): Result<MapPatch, CommandProblem> {
  const found = findLinks(view, ids)
  if (!found.ok) return found
  const fitting = found.value.filter((link) =>
    Object.keys(fields).every((field) => Object.hasOwn(linkSchemas[link.kind].shape, field)),
  )
  if (fitting.length === 0) return { ok: false, reason: otherwise }
  const changes: RecordChange[] = []
  const changed: MapLink[] = []
  for (const link of fitting) {
    const checked = checkFields(linkSchemas[link.kind].shape, fields)
    if (!checked.ok) return checked
    const different = findChanges(link, checked.value)
    if (different === undefined) continue
    changes.push({ kind: 'set', root: 'links', id: link.id, fields: keepAuthor(link, different, context) })
    changed.push(link)
  }
  return changes.length === 0 ? refuse('nothing-to-do') : succeed({ changes, label: nameStep(step, changed) })
}

/**
 * The fields of a link as they are to be changed, and with them what it said until now, where somebody else than
 * its author makes something else of it: who drew a plus has not claimed the minus. What the author makes of it
 * themselves, they claim.
 */
export function keepAuthor(
  link: MapLink,
  fields: FieldsInput,
  { author }: Pick<CommandContext, 'author'>,
): FieldsInput {
  const said = statementOf(link)
  if (link.createdBy === undefined || link.createdBy === '' || statementAfter(link, fields) === said) return fields
  if (author?.slice(0, limits.name) === link.createdBy) {
    return link.createdAs === undefined ? fields : { ...fields, createdAs: undefined }
  }
  return link.createdAs === undefined ? { ...fields, createdAs: said } : fields
}
