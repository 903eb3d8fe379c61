import { createId, isId } from '../base/ids'
import { textOf } from '../base/json'
import { succeed } from '../base/result'
import { scenarioShape } from '../model/scenario'
import { splitEntries } from '../model/scenarioEntries'
import type { Command } from './command'
import { checkFields, findChanges, presentFields, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/**
 * Saves a scenario: a new one, or with the id of one that is there, changes to it. Fields not
 * mentioned stay, null removes one; a scenario always has a name. Of held variables, wishes and settings
 * only those that differ are written, so that two people may change one scenario at once.
 *
 * @example
 * editor.run(saveScenario, { fields: { name: 'More outreach', clamps: { [id]: 1 }, preferred: { [other]: 'down' } } })
 */
export const saveScenario: Command<{
  /** Chosen by the caller if it has to know it beforehand. */
  readonly id?: string | undefined
  readonly fields: FieldsInput
}> = (view, { id: chosen, fields }, context) => {
  if (chosen !== undefined && !isId(chosen)) return refuse('bad-input', 'id')
  const said = textOf(fields['name']).trim()
  const checked = checkFields(scenarioShape, 'name' in fields ? { ...fields, name: said } : fields)
  if (!checked.ok) return checked
  const id = chosen ?? createId<string>(context.random)
  const existing = view.scenarios.get(id)
  const name = 'name' in fields ? said : (existing?.name ?? '')
  if (name === '') return refuse('bad-input', 'name')
  const label = { step: 'saved-scenario', count: 1, name } as const
  if (existing === undefined) {
    return succeed({
      changes: [{ kind: 'create', root: 'scenarios', id, fields: presentFields(checked.value) }],
      label,
    })
  }
  const different = findChanges(existing, checked.value)
  if (different === undefined) return refuse('nothing-to-do')
  const split = splitEntries(existing, different)
  return succeed({ changes: [{ kind: 'set', root: 'scenarios', id, fields: split }], label })
}
