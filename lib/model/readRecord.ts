import * as z from 'zod/mini'
import { isId, type ElementId, type LinkId } from '../base/ids'
import { limits } from '../base/limits'
import { claimantOf, claimSchema, type Claim } from './claim'
import { joinDefinitionParts } from './definitionParts'
import { elementSchemas, type ElementKind, type MapElement } from './element'
import { linkSchemas, type LinkKind, type MapLink } from './link'
import { loopNoteSchema, type LoopNote } from './loopNote'
import type { MapIssue } from './mapView'
import { metaShape, schemaVersion, type MapMeta } from './meta'
import { leaveMovedOut } from './movedExtra'
import type { OpenRoot } from './openRoots'
import { practiceRecordSchema, type PracticeRecord } from './practiceRecord'
import { storedPositionSchema, toPosition, type Position } from './position'
import { readFields } from './record'
import { savedViewSchema, type SavedView } from './savedView'
import { scenarioSchema, type Scenario } from './scenario'
import { joinEntries } from './scenarioEntries'

/** Fields as they came from outside: a document, a file. */
export type RawFields = Readonly<Record<string, unknown>>

/** A record as far as it could be read. `record` is absent if nothing of it can be used. */
export interface ReadRecord<Kind> {
  readonly record: Kind | undefined
  readonly issues: readonly MapIssue[]
}

type Root = Extract<MapIssue, { kind: 'bad-record' }>['root']

function badRecord(root: Root, id: string, field?: string): MapIssue {
  return field === undefined ? { kind: 'bad-record', root, id } : { kind: 'bad-record', root, id, field }
}

/** Reading cuts a text that outgrew its limit (two people typed at once) rather than dropping it. */
const longestText: Readonly<Record<string, number>> = {
  label: limits.label,
  description: limits.description,
  title: limits.title,
}

/** The same of loop notes, views and scenarios: an element's `name` is nothing that Weft knows. */
const longestOpenText: Readonly<Record<string, number>> = { name: limits.label, note: limits.description }

function cutTexts(raw: RawFields, longest = longestText): { readonly raw: RawFields; readonly cut: readonly string[] } {
  const cut = Object.keys(longest).filter((field) => {
    const value = raw[field]
    return typeof value === 'string' && value.length > (longest[field] ?? 0)
  })
  if (cut.length === 0) return { raw, cut }
  const shortened: Record<string, unknown> = { ...raw }
  for (const field of cut) shortened[field] = String(raw[field]).slice(0, longest[field])
  return { raw: shortened, cut }
}

const requiredByShape = new WeakMap<object, readonly string[]>()

function requiredFields(shape: z.core.$ZodShape): readonly string[] {
  const known = requiredByShape.get(shape)
  if (known !== undefined) return known
  const required = Object.entries(shape)
    .filter(([, schema]) => !z.safeParse(schema, undefined).success)
    .map(([field]) => field)
  requiredByShape.set(shape, required)
  return required
}

function readRecord(
  root: 'elements' | 'links',
  shape: z.core.$ZodShape,
  id: string,
  raw: RawFields,
  defaults: RawFields,
): ReadRecord<Record<string, unknown>> {
  const { raw: fitting, cut } = cutTexts(raw)
  const { known, unknown, issues: fieldIssues } = readFields(shape, fitting)
  const issues = [...cut, ...fieldIssues.map((issue) => issue.field)].map((field) => badRecord(root, id, field))
  const fields: Record<string, unknown> = { ...defaults, ...known }
  const missing = requiredFields(shape).filter((field) => fields[field] === undefined)
  if (missing.length > 0) {
    const unsaid = missing.filter((field) => !fieldIssues.some((issue) => issue.field === field))
    return { record: undefined, issues: [...issues, ...unsaid.map((field) => badRecord(root, id, field))] }
  }
  return { record: { id, ...fields, ...(Object.keys(unknown).length > 0 ? { unknown } : {}) }, issues }
}

/**
 * Reads one element field by field: a bad field costs that field, a bad id or an unknown kind the
 * element. Label and description default to empty.
 */
export function readElement(id: string, raw: RawFields): ReadRecord<MapElement> {
  const kind = raw['kind']
  if (!isId(id)) return { record: undefined, issues: [badRecord('elements', id)] }
  if (typeof kind !== 'string' || !Object.hasOwn(elementSchemas, kind)) {
    return { record: undefined, issues: [badRecord('elements', id, 'kind')] }
  }
  const shape: z.core.$ZodShape = elementSchemas[kind as ElementKind].shape
  const { record, issues } = readRecord('elements', shape, id, leaveMovedOut(raw), { label: '', description: '' })
  return { record: record as MapElement | undefined, issues }
}

/** Reads one link like `readElement`. Whether its ends exist is for the caller to see. */
export function readLink(id: string, raw: RawFields): ReadRecord<MapLink> {
  const kind = raw['kind']
  if (!isId(id)) return { record: undefined, issues: [badRecord('links', id)] }
  if (typeof kind !== 'string' || !Object.hasOwn(linkSchemas, kind)) {
    return { record: undefined, issues: [badRecord('links', id, 'kind')] }
  }
  const shape: z.core.$ZodShape = linkSchemas[kind as LinkKind].shape
  const { rest, claims, issues: claimIssues } = readClaims(id, raw)
  const { record, issues } = readRecord('links', shape, id, rest, { description: '' })
  const link = record === undefined || claims.length === 0 ? record : { ...record, claims }
  return { record: link as MapLink | undefined, issues: [...issues, ...claimIssues] }
}

/** Takes what people said of a link out of its fields. What they said first stands first, on every peer alike. */
function readClaims(
  id: string,
  raw: RawFields,
): { readonly rest: RawFields; readonly claims: readonly Claim[]; readonly issues: readonly MapIssue[] } {
  const fields = Object.keys(raw).filter((field) => claimantOf(field) !== undefined)
  if (fields.length === 0) return { rest: raw, claims: [], issues: [] }
  const rest: Record<string, unknown> = { ...raw }
  const claims: Claim[] = []
  const issues: MapIssue[] = []
  for (const field of fields) {
    delete rest[field]
    const person = claimantOf(field)
    const parsed = z.safeParse(claimSchema, raw[field])
    if (!parsed.success || person === undefined) issues.push(badRecord('links', id, field))
    else claims.push({ ...parsed.data, person })
  }
  claims.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1))
  return { rest, claims, issues }
}

/** What the map says of itself. A map without any of it is a fresh one of this version. */
export function readMeta(raw: RawFields): { readonly meta: MapMeta; readonly issues: readonly MapIssue[] } {
  const { raw: fitting, cut } = cutTexts(raw)
  const { known, unknown, issues } = readFields(metaShape, joinDefinitionParts(fitting))
  const fields = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  const meta = { schemaVersion, title: '', description: '', ...fields } as MapMeta
  return {
    meta: Object.keys(unknown).length > 0 ? { ...meta, unknown } : meta,
    issues: [...cut, ...issues.map((issue) => issue.field)].map((field) => badRecord('meta', 'meta', field)),
  }
}

/** Reads a stored position: `[x, y]` or `[x, y, width, height]`. */
export function readPosition(id: string, raw: unknown): ReadRecord<Position> {
  const parsed = z.safeParse(storedPositionSchema, raw)
  return isId(id) && parsed.success
    ? { record: toPosition(parsed.data), issues: [] }
    : { record: undefined, issues: [badRecord('positions', id)] }
}

const openSchemas = {
  loops: loopNoteSchema,
  views: savedViewSchema,
  scenarios: scenarioSchema,
  practices: practiceRecordSchema,
} as const satisfies Record<OpenRoot, z.ZodMiniType>

/** The records that keep unknown fields among their own, by root. */
export interface OpenRecords {
  readonly loops: LoopNote
  readonly views: SavedView
  readonly scenarios: Scenario
  readonly practices: PracticeRecord
}

/**
 * Reads a loop note, a saved view, a scenario or what a practice keeps: a bad field costs that field, of a scenario's tables a bad entry
 * that entry, and a bad or missing name of a view or a scenario, or kind of a practice's record, the record, as do more links than any loop can have.
 */
export function readOpenRecord<Name extends keyof OpenRecords>(
  root: Name,
  id: string,
  raw: RawFields,
): ReadRecord<OpenRecords[Name]> {
  // Nobody's loop: it would pass a variable twice.
  if (root === 'loops' && isLongerThan(id, limits.elements)) return { record: undefined, issues: [badRecord(root, id)] }
  const schema: z.ZodMiniType = openSchemas[root]
  const { raw: fitting, cut } = cutTexts(raw, longestOpenText)
  const { raw: joined, bad } = root === 'scenarios' ? joinEntries(fitting) : { raw: fitting, bad: [] }
  const { unknown, known, issues } = readFields(openSchemas[root].shape, joined)
  const parsed = z.safeParse(schema, { ...known, ...unknown })
  return parsed.success
    ? {
        record: parsed.data as OpenRecords[Name],
        issues: [...cut, ...bad, ...issues.map(({ field }) => field)].map((field) => badRecord(root, id, field)),
      }
    : { record: undefined, issues: [badRecord(root, id)] }
}

/** Whether a key names more links than this; keys of any length are not read further. */
function isLongerThan(key: string, most: number): boolean {
  let links = 1
  for (let at = key.indexOf('.'); at >= 0 && links <= most; at = key.indexOf('.', at + 1)) links += 1
  return links > most
}

/** The same link seen from both ends. */
export function linkEnds(link: MapLink): readonly [ElementId, ElementId] {
  return [link.from, link.to]
}

/** The issue of a link one of whose ends is not on the map, if so. */
export function findMissingEnd(
  link: MapLink,
  elements: { has(id: ElementId): boolean },
): { readonly kind: 'link-without-end'; readonly link: LinkId; readonly missing: ElementId } | undefined {
  const missing = linkEnds(link).find((end) => !elements.has(end))
  return missing === undefined ? undefined : { kind: 'link-without-end', link: link.id, missing }
}
