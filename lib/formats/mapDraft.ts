import { isId, type ElementId, type LinkId } from '../base/ids'
import { toJson, type Json, type JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import type { ElementKind } from '../model/element'
import type { LinkKind } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import { schemaVersion } from '../model/meta'
import { boardView, toStoredPosition, type Position, type StoredPosition } from '../model/position'
import { readElement, readLink, type RawFields } from '../model/readRecord'
import type { TieDirection } from '../model/tie'
import type { WeftMap } from '../model/weftMap'
import type { BadgeNote } from './badgeFields'
import { dateClaims } from './claimNames'
import type { FormatProblem } from './problem'
import { tellKeptColumns } from './keptColumns'
import { wayOfReading, type TieReading } from './readAs'
import { createRepeats } from './repeatedLinks'
import { clip, type ImportedMap, type ReportBuilder } from './report'

/**
 * A map in the making while a foreign file is read. It gives ids, cuts what is too long, keeps what
 * Weft does not know, drops what no map can hold, and writes all of that into the report.
 *
 * Foreign fields go to `extra` of the record: fields of people's own under their name in the file
 * (`region`, `2010 population`), so that every format with columns can give them out again; what only
 * one format understands under a name with that format's prefix (`kumu:direction`).
 */
export interface MapDraft {
  /** Adds an element and returns its id, or undefined if nothing of it can be used. */
  addElement(fields: RawFields, wantedId: string | undefined, where: string): ElementId | undefined
  addLink(fields: RawFields, wantedId: string | undefined, where: string): LinkId | undefined
  place(element: ElementId, position: Position, where: string): void
  nameLoop(
    key: string,
    note: { readonly name?: string; readonly note?: string; readonly archetype?: string } & BadgeNote,
  ): void
  setMeta(fields: JsonFields): void
  hasElement(id: string): boolean
  /** The way of ties of which nothing says one, and whether somebody said that it is. */
  readonly tieWay: { readonly direction: TieDirection; readonly isSaid: boolean }
  readonly elementCount: number
  readonly linkCount: number
  /** The map and its report; refuses a map beyond the limits. */
  finish(): Result<ImportedMap, FormatProblem>
}

const furthest = 1_000_000
/** Characters of one foreign field, and foreign fields of one record, that are kept. */
const extraLimits = { length: 20_000, fields: 200 } as const

/** @param ties which way ties go of which nothing says one; left out, one way, and it is told as a guess */
export function createMapDraft(report: ReportBuilder, ties?: TieReading): MapDraft {
  const elements = new Map<ElementId, JsonFields>()
  const links = new Map<LinkId, JsonFields>()
  const positions = new Map<ElementId, StoredPosition>()
  const loops = new Map<string, JsonFields>()
  const repeats = createRepeats()
  let meta: JsonFields = {}
  let tooMany: 'too-many-elements' | 'too-many-links' | undefined

  const issueOutcome = (
    root: string,
    issues: readonly { readonly field?: string }[],
    kept: boolean,
    where: string,
  ): void => {
    if (!kept) report.lose('bad-record', root, where)
    else for (const issue of issues) report.lose('bad-field', issue.field ?? root, where)
  }

  return {
    tieWay: { direction: wayOfReading(ties), isSaid: ties !== undefined },
    addElement: (fields, wantedId, where) => {
      if (elements.size >= limits.elements) {
        tooMany ??= 'too-many-elements'
        return undefined
      }
      const id = chooseId('e', wantedId, elements, report, where)
      const { record, issues } = readElement(id, fitFields(fields, report, where))
      issueOutcome('element', issues as readonly { field?: string }[], record !== undefined, where)
      if (record === undefined) return undefined
      elements.set(record.id, toRecordFields(record))
      return record.id
    },
    addLink: (fields, wantedId, where) => {
      if (links.size >= limits.links) {
        tooMany ??= 'too-many-links'
        return undefined
      }
      const id = chooseId('l', wantedId, links, report, where)
      const { record, issues } = readLink(id, fitFields(fields, report, where))
      issueOutcome('link', issues as readonly { field?: string }[], record !== undefined, where)
      if (record === undefined) return undefined
      links.set(record.id, toRecordFields(dateClaims(record)))
      if (record.kind === 'causal') repeats.note(record, where)
      return record.id
    },
    place: (element, position, where) => {
      const { x, y, width, height } = position
      const near = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= furthest
      const sized = width !== undefined && height !== undefined && width > 0 && height > 0
      if (!near(x) || !near(y)) report.lose('off-the-canvas', 'position', where)
      else if (sized && width <= 100_000 && height <= 100_000) positions.set(element, toStoredPosition(position))
      else positions.set(element, toStoredPosition({ x, y }))
    },
    nameLoop: (key, note) => {
      const fields = {
        ...(note.name === undefined || note.name === '' ? {} : { name: clip(note.name, limits.label) }),
        ...(note.note === undefined || note.note === '' ? {} : { note: clip(note.note, limits.description) }),
        ...(note.archetype === undefined || note.archetype === ''
          ? {}
          : { archetype: clip(note.archetype, limits.tag) }),
        ...(note.pinned === undefined ? {} : { pinned: note.pinned }),
        ...(note.number === undefined ? {} : { number: note.number }),
        ...(note.at === undefined ? {} : { at: note.at }),
      }
      if (Object.keys(fields).length > 0) loops.set(key, fields)
    },
    setMeta: (fields) => {
      meta = { ...meta, ...fields }
    },
    hasElement: (id) => elements.has(id as ElementId),
    get elementCount() {
      return elements.size
    },
    get linkCount() {
      return links.size
    },
    finish: () => {
      if (tooMany !== undefined) return fail({ code: tooMany })
      countKinds(report, elements, links)
      repeats.tell(report, (id) => {
        const label = elements.get(id)?.['label']
        return typeof label === 'string' ? label : ''
      })
      tellKeptColumns({ elements: elements.values(), links: links.values() }, report)
      if (loops.size > 0) report.count('loops', loops.size)
      const { title, description, ...rest } = meta
      const map = {
        weft: 1,
        meta: {
          schemaVersion,
          title: clip(typeof title === 'string' ? title : '', limits.title),
          description: clip(typeof description === 'string' ? description : '', limits.description),
          ...rest,
        },
        elements: Object.fromEntries(elements),
        links: Object.fromEntries(links),
        positions: { [boardView]: Object.fromEntries(positions) },
        ...(loops.size > 0 ? { loops: Object.fromEntries(loops) } : {}),
      }
      return succeed({ map: map as unknown as WeftMap, report: report.build() })
    },
  }
}

type Kind = ElementKind | LinkKind

/** Names of the counts in a report. */
const countNames: Readonly<Record<Kind, string>> = {
  variable: 'variables',
  stakeholder: 'stakeholders',
  action: 'actions',
  note: 'notes',
  text: 'texts',
  frame: 'frames',
  image: 'images',
  ink: 'strokes',
  causal: 'causalLinks',
  tie: 'ties',
  contribution: 'contributions',
  relation: 'relations',
}

/** Adds the counts that every report has: elements and links, in all and by kind. */
export function countKinds(
  report: ReportBuilder,
  elements: ReadonlyMap<string, JsonFields>,
  links: ReadonlyMap<string, JsonFields>,
): void {
  report.count('elements', elements.size)
  report.count('links', links.size)
  for (const { kind } of [...elements.values(), ...links.values()]) report.count(countNames[kind as Kind])
}

/** True for an id that may stand in a map: none that every object has as a field of its own kind. */
export function isUsableId(id: string): boolean {
  return isId(id) && !(id in Object.prototype)
}

function chooseId(
  prefix: 'e' | 'l',
  wanted: string | undefined,
  taken: ReadonlyMap<string, unknown>,
  report: ReportBuilder,
  where: string,
): string {
  if (wanted !== undefined && isUsableId(wanted) && !taken.has(wanted)) return wanted
  if (wanted !== undefined) report.lose('changed-id', prefix === 'e' ? 'id of an element' : 'id of a link', where)
  for (let number = taken.size + 1; ; number += 1) {
    if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`
  }
}

/** Cuts texts, tidies tags and takes from `extra` what a map cannot hold. */
function fitFields(fields: RawFields, report: ReportBuilder, where: string): RawFields {
  const { label, description, tags, extra, ...rest } = fields
  const fitted: Record<string, unknown> = { ...rest }
  for (const [name, value, length] of [
    ['label', label, limits.label],
    ['description', description, limits.description],
  ] as const) {
    if (typeof value !== 'string') continue
    if (value.length > length) report.lose('shortened', name, where)
    fitted[name] = clip(value, length)
  }
  if (Array.isArray(tags)) {
    const kept = fitTags(tags, report, where)
    if (kept.length > 0) fitted['tags'] = kept
  }
  const kept = fitExtra((extra ?? {}) as RawFields, report, where)
  if (Object.keys(kept).length > 0) fitted['extra'] = kept
  return fitted
}

function fitTags(tags: readonly unknown[], report: ReportBuilder, where: string): readonly string[] {
  const words = tags
    .filter((tag) => typeof tag === 'string' || typeof tag === 'number')
    .map((tag) => clip(String(tag).trim(), limits.tag))
    .filter((tag) => tag !== '')
  const unique = [...new Set(words)]
  if (unique.length > limits.tagsPerElement) {
    report.lose('too-many-tags', 'tags', where, unique.length - limits.tagsPerElement)
  }
  return unique.slice(0, limits.tagsPerElement)
}

function fitExtra(extra: RawFields, report: ReportBuilder, where: string): JsonFields {
  const kept: [string, Json][] = []
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined || value === null || value === '') continue
    const json = toJson(value)
    const usable = json !== undefined && name !== '__proto__' && name.length <= 200
    const fits = usable && kept.length < extraLimits.fields && JSON.stringify(json).length <= extraLimits.length
    if (fits) kept.push([name, json])
    else report.lose('bad-field', name, where)
  }
  return Object.fromEntries(kept)
}
