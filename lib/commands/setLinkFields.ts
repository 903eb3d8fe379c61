import type { LinkId } from '../base/ids'
import { changeLinks } from './changeLinks'
import type { Command } from './command'
import { linkFieldsApart, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/**
 * Sets fields of one or several links; null removes a field. Links of a kind that lacks one of the
 * fields stay as they are.
 *
 * @example
 * editor.run(setLinkFields, { links: [id], fields: { strength: 0.5, label: 'within a year' } })
 */
export const setLinkFields: Command<{ readonly links: readonly LinkId[]; readonly fields: FieldsInput }> = (
  view,
  { links, fields },
  context,
) => {
  const names = Object.keys(fields)
  const refused = names.find((name) => linkFieldsApart.includes(name))
  if (refused !== undefined) return refuse('bad-input', refused)
  return changeLinks(view, links, fields, 'edited', { code: 'bad-input', subject: names.join(', ') }, context)
}
