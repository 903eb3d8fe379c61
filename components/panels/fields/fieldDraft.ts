import type { FieldsInput } from '../../../lib/commands/fieldChanges'
import { customFieldLimits, type CustomField } from '../../../lib/model/customField'

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
    personal: personal === true ? true : none,
  }
}
