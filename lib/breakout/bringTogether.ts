import type { ElementId, LinkId } from '../base/ids'
import { textOf, type Json, type JsonFields } from '../base/json'
import { succeed, type Result } from '../base/result'
import { keepAuthor } from '../commands/changeLinks'
import type { Command, CommandContext, CommandProblem } from '../commands/command'
import { presentFields } from '../commands/fieldChanges'
import { refuse } from '../commands/findRecords'
import { findOverLimit } from '../commands/newRecords'
import { claimantOf } from '../model/claim'
import { statementOf } from '../model/claimSpread'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import type { MapPatch, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView, isPlaceable } from '../model/position'
import { bringDefinitions } from './bringDefinitions'
import { contestFields, type GroupWord } from './contest'
import { placeNewcomers, type Comer } from './placeNewcomers'
import { linkKey, missingFields } from './recordFields'
import { findStanding } from './reviewElements'
import { reviewBreakouts } from './reviewBreakouts'
import {
  decisionOf,
  type BreakoutMaps,
  type Decisions,
  type DeletedRow,
  type ElementRow,
  type FieldRow,
  type LinkRow,
  type SignRow,
  type SignValue,
  type Source,
  type TurnRow,
} from './reviewRow'

export interface BringTogetherInput extends BreakoutMaps {
  readonly decisions: Decisions
}

/** What bringing together would do, for people to see before they do it. */
export interface TogetherCounts {
  readonly elements: number
  /** Elements of groups that are one with others. */
  readonly joined: number
  readonly links: number
  readonly fields: number
  readonly signs: number
  readonly contested: number
  readonly deleted: number
  /** Links that go with an element that goes. */
  readonly deletedLinks: number
  /** Decided to be one with something that is left out, so neither comes. */
  readonly lost: number
  /** Decided to come, and cannot: an end of theirs does not come. */
  readonly cut: number
  readonly undecided: number
}

/**
 * Does what was decided of the rows of `reviewBreakouts`, in one step, and nothing else: a row without a decision changes nothing.
 * New records keep the ids that they had in their group, so that what has come is known the next time. New elements are
 * placed beside what they belong to. Refused with `nothing-to-do` if nothing decided is left to do.
 *
 * @example
 * editor.run(bringTogether, { before, groups, decisions: { 'element:g1:x': 'take' } })
 */
export const bringTogether: Command<BringTogetherInput> = (view, input, context) => {
  const { changes, comers } = plan(view, input, context)
  const count = (root: 'elements' | 'links'): number =>
    changes.filter((change) => change.kind === 'create' && change.root === root).length
  const over = findOverLimit(view, { elements: count('elements'), links: count('links') })
  if (over !== undefined) return over
  if (changes.length === 0) return refuse('nothing-to-do')
  if (changes.some((change) => change.kind === 'place' && change.position !== null && !isPlaceable(change.position))) {
    return refuse('bad-input', 'at')
  }
  return succeed<MapPatch>({
    changes,
    whole: true,
    label: { step: 'brought-together', count: input.groups.length },
    select: { elements: comers.map(({ id }) => id), links: [] },
  }) satisfies Result<MapPatch, CommandProblem>
}

/** What `bringTogether` would do. Cost: as much as doing it. */
export function countTogether(view: MapView, input: BringTogetherInput, context: CommandContext): TogetherCounts {
  return plan(view, input, context).counts
}

interface Plan {
  readonly changes: readonly RecordChange[]
  readonly comers: readonly Comer[]
  readonly counts: TogetherCounts
}

/** Fields that are to be set, by record: two rows about one record are one change. */
type Sets = Map<string, { readonly root: 'elements' | 'links'; fields: Readonly<Record<string, Json | undefined>> }>

function plan(view: MapView, input: BringTogetherInput, context: CommandContext): Plan {
  const { decisions, groups } = input
  const { rows } = reviewBreakouts(view, input, decisions)
  const counts = {
    elements: 0,
    joined: 0,
    links: 0,
    fields: 0,
    signs: 0,
    contested: 0,
    deleted: 0,
    deletedLinks: 0,
    lost: 0,
    cut: 0,
    undecided: 0,
  }
  const mapOf = new Map(groups.map((group) => [group.id, group.map]))
  const nameOf = (id: string): string => groups.find((group) => group.id === id)?.name ?? id
  const elementRows = rows.filter((row): row is ElementRow => 'isGone' in row)
  const standing = findStanding(elementRows, decisions, view, false)
  const sets: Sets = new Map()
  const set = (root: 'elements' | 'links', id: string, fields: Readonly<Record<string, Json | undefined>>): void => {
    if (Object.keys(fields).length > 0) sets.set(id, { root, fields: { ...sets.get(id)?.fields, ...fields } })
  }
  const deleted = new Set<string>()
  /** Links among them that have a row of their own. */
  let named = 0
  const comers = new Map<ElementId, Comer>()
  /** What elements that are one with a new one add to it. */
  const additions = new Map<string, JsonFields>()
  const newLinks: {
    readonly id: LinkId
    readonly link: MapLink
    readonly source: Source
    readonly more: JsonFields
  }[] = []

  const takeElements = (row: ElementRow): void => {
    let isLost = false
    for (const { group, id } of row.sources) {
      const map = mapOf.get(group)
      const element = map?.elements.get(id as ElementId)
      const target = standing(group, id as ElementId)
      if (map === undefined || element === undefined) continue
      if (target === undefined) {
        isLost = true
        continue
      }
      if (target === id) {
        comers.set(target, { id: target, group, map, element })
        continue
      }
      counts.joined += 1
      const ours = view.elements.get(target)
      if (ours !== undefined) {
        if (ours.locked !== true)
          set('elements', target, missingFields({ ...ours, ...sets.get(target)?.fields }, element))
      } else {
        const comer = comers.get(target)?.element
        additions.set(target, { ...(comer && missingFields(comer, element)), ...additions.get(target) })
      }
    }
    if (isLost) counts.lost += 1
  }
  const changeField = ({ record, field, values }: FieldRow, word: string): void => {
    const value = values.find((one) => one.word === word)?.value
    counts.fields += 1
    if (!('from' in record))
      return set('elements', record.id, {
        [field]: value ?? (field === 'label' || field === 'description' ? '' : undefined),
      })
    const before: MapLink = record
    if (field === 'ends') return set('links', record.id, keepAuthor(before, value as JsonFields, { author: undefined }))
    set(
      'links',
      record.id,
      keepAuthor(before, { [field]: value ?? (field === 'description' ? '' : undefined) }, { author: undefined }),
    )
  }
  const changeSign = (row: SignRow, word: string): void => {
    const { link, ours, values } = row
    if (word === 'contested') {
      const [kept, rest] = ours === undefined ? [values[0], values.slice(1)] : [ours, values]
      const words: GroupWord[] = rest.flatMap((value) =>
        value.groups.map((group) => ({
          name: nameOf(group),
          says: value.polarity === kept?.polarity ? 'agree' : 'disagree',
        })),
      )
      if (ours === undefined)
        for (const group of values[0]?.groups ?? []) words.unshift({ name: nameOf(group), says: 'agree' })
      const target =
        ours === undefined ? comingLink(row, values[0]) : ({ ...link, ...sets.get(link.id)?.fields } as MapLink)
      if (target === undefined) return void (counts.cut += 1)
      const fields = contestFields(target, words, view.meta.title === '' ? 'Map' : view.meta.title, context.now)
      if (ours !== undefined) set('links', link.id, fields)
      else newLinks.push({ id: target.id, link: target, source: sourceOf(row, target), more: fields })
      if (ours === undefined || Object.keys(fields).length > 0) counts.contested += 1
      return
    }
    const value = values.find((one) => one.word === word)
    if (value === undefined) return
    if (ours !== undefined) {
      counts.signs += 1
      return set('links', link.id, keepAuthor(link, signFields(value), { author: undefined }))
    }
    const coming = comingLink(row, value)
    if (coming === undefined) counts.cut += 1
    else newLinks.push({ id: coming.id, link: coming, source: sourceOf(row, coming), more: {} })
  }
  /** The first group's link that says so. */
  const comingLink = (row: SignRow, value: SignValue | undefined): MapLink | undefined => {
    const source = row.sources.find(({ group, id }) => {
      const link = mapOf.get(group)?.links.get(id as LinkId)
      return (
        link?.kind === 'causal' && (link.polarity ?? '?') === value?.polarity && (link.delay === true) === value.delay
      )
    })
    const link = source && mapOf.get(source.group)?.links.get(source.id as LinkId)
    const [from, to] = source && link ? [standing(source.group, link.from), standing(source.group, link.to)] : []
    return link && from !== undefined && to !== undefined && from !== to ? { ...link, from, to } : undefined
  }
  const sourceOf = (row: SignRow, link: MapLink): Source =>
    row.sources.find(({ id }) => id === link.id) ?? { group: '', id: link.id }
  const takeLink = (row: LinkRow | TurnRow): void => {
    const [source] = row.sources
    if (source === undefined) return
    const others = row.sources.slice(1).flatMap(({ group, id }) => mapOf.get(group)?.links.get(id as LinkId) ?? [])
    const more = Object.assign({}, ...others.map((other) => missingFields(row.link, other)).reverse()) as JsonFields
    newLinks.push({ id: row.link.id, link: row.link, source, more })
  }
  const turnLink = (row: TurnRow, word: string): void => {
    if (word === 'both') return takeLink(row)
    const { ours, link } = row
    const fields = { from: ours.to, to: ours.from, ...(link.id === ours.id ? {} : signFields(link)) }
    const isTaken = [...view.links.values()].some(
      (one) => linkKey(one, one.from, one.to) === linkKey(ours, ours.to, ours.from),
    )
    if (isTaken) return void (counts.cut += 1)
    counts.fields += 1
    set('links', ours.id, keepAuthor(ours, fields, { author: undefined }))
  }
  const deleteRecord = ({ record }: DeletedRow): void => {
    deleted.add(record.id)
    if ('from' in record) named += 1
    else
      for (const link of view.links.values()) if (link.from === record.id || link.to === record.id) deleted.add(link.id)
    counts.deleted += 1
  }

  // What a link says in the end is what groups agree or disagree with: whatever else becomes of it comes first.
  const isContest = (row: (typeof rows)[number]): boolean => decisionOf(row, decisions) === 'contested'
  for (const row of [...rows].sort((one, other) => Number(isContest(one)) - Number(isContest(other)))) {
    const word = decisionOf(row, decisions)
    if (word === undefined) counts.undecided += 1
    else if (word === 'leave' || word === 'ours') continue
    else if ('isGone' in row) takeElements(row)
    else if (row.kind === 'changed') changeField(row, word)
    else if (row.kind === 'sign') changeSign(row, word)
    else if (row.kind === 'turned') turnLink(row, word)
    else if (row.kind === 'deleted') deleteRecord(row)
    else if (row.kind === 'new-link') takeLink(row)
    else {
      const ours = row.ours && view.links.get(row.ours)
      if (ours !== undefined) {
        set('links', ours.id, missingFields({ ...ours, ...sets.get(ours.id)?.fields }, row.link))
        counts.fields += 1
      }
    }
  }

  const changes: RecordChange[] = []
  const places = placeNewcomers(view, [...comers.values()], standing)
  const definitions = bringDefinitions(view, [...comers.values()], context)
  for (const { id, element } of comers.values()) {
    const fields = presentFields({ ...toRecordFields(element), ...additions.get(id), locked: undefined })
    changes.push({ kind: 'create', root: 'elements', id, fields })
    const position = places.get(id)
    if (position !== undefined) changes.push({ kind: 'place', view: boardView, id, position })
  }
  counts.elements = comers.size
  const isThere = (id: ElementId | undefined): id is ElementId =>
    id !== undefined && !deleted.has(id) && (view.elements.has(id) || comers.has(id))
  const made = new Set(
    [...view.links.values()].map((link) => {
      const { from = link.from, to = link.to } = sets.get(link.id)?.fields ?? {}
      return linkKey(link, textOf(from), textOf(to))
    }),
  )
  for (const { id, link, source, more } of newLinks) {
    const [from, to] = [standing(source.group, link.from) ?? link.from, standing(source.group, link.to) ?? link.to]
    const key = linkKey(link, from, to)
    if (!isThere(from) || !isThere(to) || made.has(key) || view.links.has(id)) {
      counts.cut += 1
      continue
    }
    made.add(key)
    counts.links += 1
    changes.push({
      kind: 'create',
      root: 'links',
      id,
      fields: presentFields({ ...ownFields(link), ...more, from, to }),
    })
  }
  for (const [id, { root, fields }] of sets) {
    const isLost =
      deleted.has(id) || ['from', 'to'].some((end) => end in fields && !isThere(textOf(fields[end]) as ElementId))
    if (isLost) counts.cut += 1
    else changes.push({ kind: 'set', root, id, fields })
  }
  // Links first, as an undo brings them back last: a link without its ends is none.
  const goingLinks = [...deleted].filter((id) => view.links.has(id as LinkId))
  counts.deletedLinks = goingLinks.length - named
  for (const id of goingLinks) changes.push({ kind: 'delete', root: 'links', id })
  for (const id of deleted) {
    if (goingLinks.includes(id)) continue
    for (const [viewId, all] of view.positions) {
      if (all.has(id as ElementId)) changes.push({ kind: 'place', view: viewId, id: id as ElementId, position: null })
    }
    changes.push({ kind: 'delete', root: 'elements', id })
  }
  const followed = changes.map(definitions.follow)
  return { changes: [...definitions.changes, ...followed], comers: [...comers.values()], counts }
}

function signFields(
  sign: { readonly polarity?: string | undefined; readonly delay?: boolean | undefined } | MapLink,
): Readonly<Record<string, Json | undefined>> {
  const { polarity, delay } = sign as { readonly polarity?: string; readonly delay?: boolean }
  return { polarity: polarity === '?' ? undefined : polarity, delay: delay === true ? true : undefined }
}

/** A link's fields as they come: without what people there said of it. */
function ownFields(link: MapLink): JsonFields {
  const { createdAs } = link
  const isAsAdded = createdAs === undefined || createdAs === statementOf(link)
  const fields = Object.entries(toRecordFields(link)).filter(
    ([field]) => claimantOf(field) === undefined && !(field === 'createdAs' && isAsAdded),
  )
  return Object.fromEntries(fields)
}
