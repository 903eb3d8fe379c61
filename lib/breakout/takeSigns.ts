import { keepAuthor } from '../commands/changeLinks'
import type { MapLink } from '../model/link'
import { contestFields, type GroupWord } from './contest'
import { signFields } from './recordFields'
import type { SignRow, SignValue } from './reviewRow'
import { linkOf, setFields, type TogetherDraft } from './togetherDraft'

/** A link whose sign or delay differs: it takes what some say, or stands contested with the word of each group. */
export function takeSign(draft: TogetherDraft, row: SignRow, word: string): void {
  if (word === 'contested') return contestSign(draft, row)
  const { link, ours, values } = row
  const value = values.find((one) => one.word === word)
  if (value === undefined) return
  if (ours !== undefined) {
    draft.counts.signs += 1
    return setFields(draft, 'links', link.id, keepAuthor(link, signFields(value), { author: undefined }))
  }
  const coming = findComing(draft, row, value)
  if (coming === undefined) draft.counts.cut += 1
  else draft.links.push({ link: coming, source: sourceOf(row, coming), more: {} })
}

/** What this map says stays, or else what the first groups say, and each group's word stands on it as a claim. */
function contestSign(draft: TogetherDraft, row: SignRow): void {
  const { view, sets, counts, now } = draft
  const { link, ours, values } = row
  const [kept, rest] = ours === undefined ? [values[0], values.slice(1)] : [ours, values]
  const nameOf = (group: string): string => draft.groups.get(group)?.name ?? group
  const words: GroupWord[] = rest.flatMap((value) =>
    value.groups.map((group) => ({
      name: nameOf(group),
      says: value.polarity === kept?.polarity ? 'agree' : 'disagree',
    })),
  )
  if (ours === undefined)
    for (const group of values[0]?.groups ?? []) words.unshift({ name: nameOf(group), says: 'agree' })
  const target =
    ours === undefined ? findComing(draft, row, values[0]) : ({ ...link, ...sets.get(link.id)?.fields } as MapLink)
  if (target === undefined) return void (counts.cut += 1)
  const fields = contestFields(target, words, view.meta.title === '' ? 'Map' : view.meta.title, now)
  if (ours !== undefined) setFields(draft, 'links', link.id, fields)
  else draft.links.push({ link: target, source: sourceOf(row, target), more: fields })
  if (ours === undefined || Object.keys(fields).length > 0) counts.contested += 1
}

/** The first group's link that says so, with the ends that it has here; undefined if it has not both of them. */
function findComing(draft: TogetherDraft, { sources }: SignRow, value: SignValue | undefined): MapLink | undefined {
  const source = sources.find((one) => {
    const link = linkOf(draft, one)
    return (
      link?.kind === 'causal' && (link.polarity ?? '?') === value?.polarity && (link.delay === true) === value.delay
    )
  })
  const link = source && linkOf(draft, source)
  const [from, to] = source && link ? [link.from, link.to].map((end) => draft.standing(source.group, end)) : []
  return link && from !== undefined && to !== undefined && from !== to ? { ...link, from, to } : undefined
}

/** Its ends are those of this map already. */
function sourceOf({ sources }: SignRow, link: MapLink): { readonly group: string; readonly id: string } {
  return sources.find(({ id }) => id === link.id) ?? { group: '', id: link.id }
}
