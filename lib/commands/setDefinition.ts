import { succeed } from '../base/result'
import { mostDefinitions } from '../model/definition'
import type { DefinitionFamily } from '../model/definition'
import { splitParts } from '../model/definitionParts'
import type { Command } from './command'
import {
  definitionsOf,
  families,
  findNamesake,
  findTagOwner,
  isFull,
  labelOfStep,
  storedDefinition,
  toDefinitionWord,
} from './definitionFamily'
import { checkFields, findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'
import { countUsers } from './moveUsers'

/**
 * Says of a sector or a kind of tie how this map calls and draws it; null takes back what was said. A key that is new
 * makes one of the map's own: its key is its first name, so that two people who add the same at once make one. A name
 * that another one has, or had first, is refused (`name-taken`), and so are letters that another one that is
 * offered is drawn with (`tag-taken`): it would have to take new ones, and people may know it by these.
 *
 * @example
 * editor.run(setDefinition, { of: 'sector', key: 'Faith groups', fields: { colour: 'indigo', pattern: 'dots' } })
 */
export const setDefinition: Command<{
  readonly of: DefinitionFamily
  readonly key: string
  readonly fields: FieldsInput
}> = (view, { of, key, fields }) => {
  const { isKnown, fieldOf, shape } = families[of]
  const { defined, deleted } = definitionsOf(view, of)
  const isNew = !isKnown(key) && !defined.has(key)
  if (toDefinitionWord(key) !== key) return refuse('bad-input', key)
  const checked = checkFields(shape, fields)
  if (!checked.ok) return checked
  const { name } = checked.value
  if (typeof name === 'string' && toDefinitionWord(name) !== name) return refuse('bad-input', 'name')
  const words = [...(isNew ? [key] : []), ...(typeof name === 'string' ? [name] : [])]
  const taken = words.find((word) => findNamesake(view, of, word, key) !== undefined)
  if (taken !== undefined) return refuse('name-taken', taken)
  if (isNew && isFull(view, of)) return refuse('bad-input', String(mostDefinitions))
  const { tag } = checked.value
  if (typeof tag === 'string' && findTagOwner(view, of, tag, key) !== undefined) return refuse('tag-taken', tag)
  const field = fieldOf(key)
  const stored = storedDefinition(view, field)
  // Whoever still has a deleted one knows it by its name; nobody has it, so it begins anew.
  const isAnew = deleted.has(key) && !countUsers(view, of).has(key)
  const parts = isAnew ? Object.fromEntries(Object.keys(shape).map((part) => [part, undefined])) : {}
  const back = deleted.has(key) ? { deleted: undefined, hidden: undefined } : {}
  // Ties of a word that nobody had defined go no one way, and go on so unless somebody says it.
  const asBefore = isNew && of === 'tie' && !deleted.has(key) && countUsers(view, of).has(key) ? { way: 'none' } : {}
  const changed = findChanges(stored ?? {}, { ...parts, ...back, ...asBefore, ...checked.value })
  if (!isNew && changed === undefined) return refuse('nothing-to-do')
  const step = isNew ? 'added' : 'edited'
  return succeed({
    changes: [
      {
        kind: 'meta',
        // One of the map's own is there by its definition, however little that says.
        fields: { ...(isNew && stored === undefined ? { [field]: {} } : {}), ...splitParts(field, changed ?? {}) },
      },
    ],
    label: typeof name === 'string' ? { step, count: 1, name } : labelOfStep(view, of, key, step),
  })
}
