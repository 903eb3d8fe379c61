import { isSameJson, type JsonFields } from '../base/json'
import { succeed } from '../base/result'
import { customFieldKey, findCustomField, type CustomField } from '../model/customField'
import { splitParts } from '../model/definitionParts'
import { customText, customValue, fitsCustomField, rewriteCustomValue } from '../model/customValue'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { isPersonalField } from '../model/personalField'
import type { Command } from './command'
import { findChanges, presentFields, type FieldsInput } from './fieldChanges'
import { checkDefinition } from './fieldDefinition'
import { followLooks } from './followLooks'
import { refuse } from './findRecords'

/**
 * Changes what is said of a field: its name, type, words to choose from, kinds, whether it is personal; null takes a
 * part away. Where the type changes, what elements say is written anew where it fits (`12` as a number), and stays as
 * it is where it does not (`countMisfits`). Of a choice, `words` says what elements say from now on in place of a word
 * that is no longer there. A new name that says that the field is personal marks it so, unless `personal` is given.
 * One step.
 *
 * @example
 * editor.run(changeCustomField, { id, changes: { choices: ['Maybe', 'Sure'] }, words: { Ready: 'Sure' } })
 */
export const changeCustomField: Command<{
  readonly id: string
  readonly changes: FieldsInput
  readonly words?: ChangedWords | undefined
}> = (view, { id, changes, words }) => {
  const before = findCustomField(view.meta, id)
  if (before === undefined) return refuse('not-found', id)
  const checked = checkDefinition(view, { ...changes, ...markRenamed(view, before, changes) }, before)
  if (!checked.ok) return checked
  const key = customFieldKey(id)
  // What a newer version says of the field stays.
  const stored = (view.meta.unknown?.[key] ?? {}) as JsonFields
  const definition = presentFields({ ...stored, ...checked.value })
  const after = { ...before, ...checked.value } as CustomField
  if (isSameJson(definition, stored)) return refuse('nothing-to-do')
  const changed = findChanges(stored, checked.value) ?? {}
  const rewritten = [...view.elements.values()].flatMap((element): readonly RecordChange[] => {
    const value = customValue(element, { id })
    if (value === undefined || fitsCustomField(after, value)) return []
    const fitting = rewriteCustomValue(after, followWord(customText(value), words))
    if (fitting === undefined || fitting === null) return []
    return [{ kind: 'set', root: 'elements', id: element.id, fields: { [key]: fitting } }]
  })
  const next = (word: string): readonly string[] => {
    const value = rewriteCustomValue(after, followWord(word, words))
    return value === undefined || value === null ? [word] : [customText(value)]
  }
  return succeed({
    changes: [
      { kind: 'meta', fields: splitParts(key, changed) },
      ...rewritten,
      ...followLooks(view, { by: key, next }),
    ],
    label: { step: 'changed-field', name: after.name },
  })
}

function markRenamed(view: MapView, before: CustomField, changes: FieldsInput): FieldsInput {
  const { name, personal } = changes
  if (personal !== undefined || typeof name !== 'string' || isPersonalField(view, before)) return {}
  return isPersonalField(view, { ...before, name }) ? { personal: true } : {}
}

/** Words of a choice that are no longer there, with what is said in their place. */
export type ChangedWords = Readonly<Record<string, string>>

function followWord(text: string, words: ChangedWords = {}): string {
  return Object.hasOwn(words, text) ? (words[text] ?? text) : text
}

/** Of how many elements what they say in the field would not fit it, were it like this; and how many say anything. */
export function countMisfits(
  { elements }: Pick<MapView, 'elements'>,
  field: Pick<CustomField, 'id' | 'type' | 'choices'>,
  words?: ChangedWords,
): { readonly said: number; readonly misfits: number } {
  let said = 0
  let misfits = 0
  for (const element of elements.values()) {
    const value = customValue(element, field)
    if (value === undefined) continue
    said += 1
    const text = followWord(customText(value), words)
    if (rewriteCustomValue(field, text) === undefined || typeof value === 'object') misfits += 1
  }
  return { said, misfits }
}

/**
 * The words of a choice that elements say and that would no longer be there, with how many say each; in the order of
 * the choice. Cost: linear in elements.
 */
export function listGoneWords(
  { elements }: Pick<MapView, 'elements'>,
  before: Pick<CustomField, 'id' | 'type' | 'choices'>,
  choices: readonly string[],
): readonly { readonly word: string; readonly count: number }[] {
  if (before.type !== 'choice') return []
  const after = { type: 'choice', choices } as const
  const gone = new Map<string, number>(
    (before.choices ?? []).filter((word) => !fitsAnyCase(after, word)).map((word) => [word, 0] as const),
  )
  for (const element of elements.values()) {
    const word = customText(customValue(element, before))
    const count = gone.get(word)
    if (count !== undefined) gone.set(word, count + 1)
  }
  return [...gone].flatMap(([word, count]) => (count === 0 ? [] : [{ word, count }]))
}

/** A word that is only spelt otherwise now is written anew without being asked about. */
function fitsAnyCase(field: Pick<CustomField, 'type' | 'choices'>, word: string): boolean {
  return typeof rewriteCustomValue(field, word) === 'string'
}
