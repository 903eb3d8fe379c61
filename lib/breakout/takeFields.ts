import type { LinkId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { keepAuthor } from '../commands/changeLinks'
import type { DeletedRow, FieldRow } from './reviewRow'
import { setFields, type TogetherDraft } from './togetherDraft'

/** A field of a record of this map becomes what groups made of it; the ends of a link are one field. */
export function takeField(draft: TogetherDraft, { record, field, values }: FieldRow, word: string): void {
  const value = values.find((one) => one.word === word)?.value
  draft.counts.fields += 1
  if (!('from' in record)) {
    const none = field === 'label' || field === 'description' ? '' : undefined
    return setFields(draft, 'elements', record.id, { [field]: value ?? none })
  }
  const fields =
    field === 'ends' ? (value as JsonFields) : { [field]: value ?? (field === 'description' ? '' : undefined) }
  setFields(draft, 'links', record.id, keepAuthor(record, fields, { author: undefined }))
}

/** What groups deleted goes here too, an element with its links. */
export function deleteHere({ view, deleted, namedLinks, counts }: TogetherDraft, { record }: DeletedRow): void {
  deleted.add(record.id)
  if ('from' in record) namedLinks.add(record.id)
  else
    for (const link of view.links.values()) if (link.from === record.id || link.to === record.id) deleted.add(link.id)
  counts.deleted += 1
}

/** Of links that go, those that go with an element alone. */
export function countCarried({ view, deleted, namedLinks }: TogetherDraft): number {
  return [...deleted].filter((id) => view.links.has(id as LinkId) && !namedLinks.has(id as LinkId)).length
}
