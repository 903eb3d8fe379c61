import type { FieldsInput } from '../../../lib/commands/fieldChanges'
import { labelKey } from '../../../lib/model/label'
import { customFieldLimits, type CustomField } from '../../../lib/model/customField'
import type { MapView } from '../../../lib/model/mapView'
import { isPersonalField } from '../../../lib/model/personalField'

/** Words to choose from as they are written, one a line; each once, cut where they are too long or too many. */
export function readChoices(text: string): readonly string[] {
  const words = text.split('\n').map((word) => word.trim().slice(0, customFieldLimits.choice))
  return [...new Set(words)].filter((word) => word !== '').slice(0, customFieldLimits.choices)
}

/**
 * A field as a command takes it. For no kind at all is for all kinds.
 * @param isThere null takes away what one that is there may have
 */
export function toFieldInput(draft: Omit<CustomField, 'id'>, isThere: boolean): FieldsInput {
  const none = isThere ? null : undefined
  const { name, type, choices = [], of = [], personal } = draft
  return {
    name,
    type,
    choices: choices.length > 0 ? choices : none,
    of: of.length > 0 ? of : none,
    // That it is not is said: a command that is not told judges by the name.
    personal: personal === true ? true : null,
  }
}

/** Why a field cannot be called so: it has no name, another is called so, or every element has one that is. */
export type NameProblem = 'none' | 'taken' | 'builtIn'

/** @param before the name that it has already, and may keep */
export function findNameProblem(
  name: string,
  {
    others,
    builtIn,
    before,
  }: { readonly others: readonly string[]; readonly builtIn: readonly string[]; readonly before: string | undefined },
): NameProblem | undefined {
  const wanted = labelKey(name)
  if (wanted === '') return 'none'
  const isIn = (names: readonly string[]): boolean => names.some((other) => labelKey(other) === wanted)
  if (isIn(others)) return 'taken'
  return isIn(builtIn) && wanted !== labelKey(before ?? '') ? 'builtIn' : undefined
}

/** What is written on the line of a word that was there, where that is new: the word under another name, most likely. */
export function suggestWord(before: readonly string[], after: readonly string[], word: string): string | undefined {
  const there = after[before.indexOf(word)]
  return there === undefined || before.includes(there) ? undefined : there
}

/** The same of every word that is no longer there: saved looks may ask for one that nobody says. */
export function suggestWords(before: readonly string[], after: readonly string[]): Readonly<Record<string, string>> {
  const gone = before.filter((word) => !after.includes(word))
  return Object.fromEntries(
    gone.flatMap((word) => {
      const next = suggestWord(before, after, word)
      return next === undefined ? [] : [[word, next]]
    }),
  )
}

/**
 * Whether a field is to be personal: as somebody switched it, else as it was, or as its new name says.
 * @param switched undefined as long as nobody did
 */
export function suggestPersonal(
  view: Pick<MapView, 'elements'>,
  draft: Pick<CustomField, 'name' | 'of'>,
  {
    before,
    switched,
  }: {
    readonly before: Pick<CustomField, 'name' | 'of' | 'personal'> | undefined
    readonly switched: boolean | undefined
  },
): boolean {
  if (switched !== undefined) return switched
  if (before?.personal === true) return true
  // Somebody looked at the one that it is called by already.
  return isPersonalField(view, draft) && (before === undefined || !isPersonalField(view, before))
}
