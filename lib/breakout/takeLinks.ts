import type { JsonFields } from '../base/json'
import { keepAuthor } from '../commands/changeLinks'
import { linkKey, missingFields, signFields } from './recordFields'
import type { LinkRow, TurnRow } from './reviewRow'
import { linkOf, setFields, type TogetherDraft } from './togetherDraft'

/** A link that only groups have comes, with what each of them says of it. */
export function takeLink(draft: TogetherDraft, row: LinkRow | TurnRow): void {
  const [source, ...rest] = row.sources
  if (source === undefined) return
  const others = rest.flatMap((one) => linkOf(draft, one) ?? [])
  const more = Object.assign({}, ...others.map((other) => missingFields(row.link, other)).reverse()) as JsonFields
  draft.links.push({ link: row.link, source, more })
}

/** A link that leads the other way round there is turned, or theirs comes beside it. */
export function turnLink(draft: TogetherDraft, row: TurnRow, word: string): void {
  if (word === 'both') return takeLink(draft, row)
  const { ours, link } = row
  const fields = { from: ours.to, to: ours.from, ...(link.id === ours.id ? {} : signFields(link)) }
  const isTaken = [...draft.view.links.values()].some(
    (one) => linkKey(one, one.from, one.to) === linkKey(ours, ours.to, ours.from),
  )
  if (isTaken) return void (draft.counts.cut += 1)
  draft.counts.fields += 1
  setFields(draft, 'links', ours.id, keepAuthor(ours, fields, { author: undefined }))
}

/** Of a link that is here already what groups say of it is added where this map says nothing. */
export function addToLink(draft: TogetherDraft, row: LinkRow): void {
  const ours = row.ours && draft.view.links.get(row.ours)
  if (ours === undefined) return
  setFields(draft, 'links', ours.id, missingFields({ ...ours, ...draft.sets.get(ours.id)?.fields }, row.link))
  draft.counts.fields += 1
}
