import { textOf, type Json, type JsonFields } from '../base/json'
import { claimantOf } from '../model/claim'
import { customFieldKey, type CustomField } from '../model/customField'
import { isLinkable, type MapElement } from '../model/element'
import type { LoopNote } from '../model/loopNote'
import { boardView } from '../model/position'
import { wayOfTie } from '../model/tie'
import type { WeftMap } from '../model/weftMap'
import { writeBadgeFields } from './badgeFields'
import { takeClaimNames } from './claimNames'
import { nameFieldColumns } from './csvFields'
import { chooseSignNotation, readKumuSign, type SignNotation } from './kumuFields'
import { readTieType } from './people'
import { toMarkup, toPlainText } from './plainText'
import { withOwnNames } from './ownNames'
import { createStrengthScale } from './sign'
import { leverageAttributes } from './kumuLeverage'

type Records = Readonly<Record<string, JsonFields>>

/**
 * The map as a Kumu project (full export, one map), which Kumu and `readKumu` take. What an earlier
 * import from Kumu kept under `extra` takes its place again: fields, formatting of descriptions,
 * connections that run both ways.
 */
export function writeKumu(whole: WeftMap): string {
  const map = withOwnNames(whole)
  const elements = map.elements as unknown as Records
  const written = Object.keys(elements).filter((id) => isLinkable(elements[id] as unknown as MapElement))
  const links = writtenConnections(map, new Set(written))
  const columns = nameFieldColumns(map)
  const types = createTypeWriter(links.map(([, fields]) => fields))
  // Among people a variable has to say that it is one.
  const hasPeople = written.some((id) => elements[id]?.['kind'] === 'stakeholder')
  const board =
    (map.positions as unknown as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>)[boardView] ?? {}
  const project = {
    version: 1,
    name: map.meta.title,
    description: toMarkup(map.meta.description),
    defaultMap: 'map-board',
    attributes: [],
    elements: written.map((id) => ({
      _id: id,
      attributes: elementAttributes(withFields(elements[id] ?? {}, columns), hasPeople),
    })),
    connections: links.map(([id, fields]) => ({
      _id: id,
      direction: directionOf(fields),
      delayed: fields['delay'] === true,
      reversed: isReversed(fields),
      attributes: connectionAttributes(id, fields, types),
      from: fields['from'],
      to: fields['to'],
    })),
    loops: namedLoops(map).map(([key, { name, note, ...badge }]) => ({
      _id: `loop-${key}`,
      attributes: { label: name ?? '', description: toMarkup(note ?? ''), ...writeBadgeFields(badge) },
      connections: key.split('.').map((id) => backOf(map, id) ?? id),
    })),
    maps: [
      {
        _id: 'map-board',
        name: map.meta.title,
        description: '',
        elements: written.map((id) => ({ _id: `node-${id}`, element: id, ...placeOf(board[id]) })),
        connections: links.map(([id, { curvature }]) => ({
          _id: `edge-${id}`,
          connection: id,
          ...(curvature === undefined ? {} : { curvature }),
        })),
        loops: [],
      },
    ],
    perspectives: [],
  }
  return `${JSON.stringify(project, null, 1)}\n`
}

/** Kumu's loops are single loops: an archetype is several. */
function namedLoops(map: WeftMap): readonly (readonly [string, LoopNote])[] {
  return Object.entries(map.loops ?? {}).filter(([, note]) => note.archetype === undefined)
}

function placeOf(position: readonly number[] | undefined): object {
  return position === undefined ? {} : { position: { x: position[0], y: position[1] }, pinned: true }
}

/** The link that this one is the way back of, if both still say the same. */
function backOf(map: WeftMap, id: string): string | undefined {
  const links = map.links as unknown as Records
  const back = links[id]
  const forthId = (back?.['extra'] as JsonFields | undefined)?.['kumu:back-of']
  if (back === undefined || typeof forthId !== 'string' || !Object.hasOwn(links, forthId)) return undefined
  const forth = links[forthId]
  const isSame =
    forth?.['kind'] === 'causal' &&
    forth['from'] === back['to'] &&
    forth['to'] === back['from'] &&
    forth['polarity'] === back['polarity'] &&
    forth['delay'] === back['delay'] &&
    // What people said of the way back is said of that way alone.
    !Object.keys(back).some((field) => claimantOf(field) !== undefined)
  return isSame ? forthId : undefined
}

function writtenConnections(map: WeftMap, elements: ReadonlySet<string>): readonly (readonly [string, JsonFields])[] {
  const links = Object.entries(map.links as unknown as Records)
  const backs = new Map(
    links.flatMap(([id]) => {
      const forth = backOf(map, id)
      return forth === undefined ? [] : [[id, forth] as const]
    }),
  )
  const twoWay = new Set(backs.values())
  return links
    .filter(([id, { from, to }]) => !backs.has(id) && elements.has(textOf(from)) && elements.has(textOf(to)))
    .map(([id, fields]) => [id, twoWay.has(id) ? fields : withoutDirection(fields)] as const)
}

/** A link whose way back is gone runs one way now. */
function withoutDirection(fields: JsonFields): JsonFields {
  if (fields['kind'] !== 'causal') return fields
  if (fields['from'] === fields['to']) return fields
  return { ...fields, extra: leaveOut((fields['extra'] ?? {}) as JsonFields, 'kumu:direction') }
}

function leaveOut(fields: JsonFields, name: string): JsonFields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name))
}

function directionOf(fields: JsonFields): string {
  const said = (fields['extra'] as JsonFields | undefined)?.['kumu:direction']
  if (fields['kind'] === 'causal') return typeof said === 'string' ? said : 'directed'
  const type = fields['type']
  const usual = fields['kind'] === 'tie' ? wayOfTie({ type: typeof type === 'string' ? type : undefined }) : 'one-way'
  const words: Readonly<Record<string, string>> = { 'one-way': 'directed', mutual: 'mutual', none: 'undirected' }
  return words[textOf(fields['direction'] ?? usual)] ?? 'directed'
}

function isReversed(fields: JsonFields): boolean {
  return (fields['extra'] as JsonFields | undefined)?.['kumu:reversed'] === true
}

/** Descriptions keep the formatting they came with as long as nobody changed their words. */
function describe(fields: JsonFields): string {
  const source = (fields['extra'] as JsonFields | undefined)?.['kumu:description']
  const description = textOf(fields['description'])
  return typeof source === 'string' && toPlainText(source) === description ? source : toMarkup(description)
}

/** An element with what it says in the map's own fields among the attributes of people's own, as Kumu knows them. */
function withFields(fields: JsonFields, columns: ReadonlyMap<string, CustomField>): JsonFields {
  if (columns.size === 0) return fields
  const said = Object.fromEntries(
    [...columns].flatMap(([name, { id }]) => {
      const value = fields[customFieldKey(id)]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return { ...fields, extra: { ...(fields['extra'] as JsonFields | undefined), ...said } }
}

function ownAttributes(fields: JsonFields): JsonFields {
  const extra = Object.entries((fields['extra'] ?? {}) as JsonFields)
  return Object.fromEntries(extra.filter(([name]) => !name.startsWith('kumu:')))
}

/** What is kept of stakeholders, under the names that it has as attributes. */
const stakeholderAttributes = {
  sector: 'sector',
  role: 'role',
  stance: 'stance',
  power: 'power',
  interest: 'interest',
  legitimacy: 'legitimacy',
  urgency: 'urgency',
  influence: 'influence',
  leader: 'formal leader',
  contact: 'contact',
} as const

function standingAttributes(fields: JsonFields): JsonFields {
  if (fields['kind'] !== 'stakeholder') return {}
  return Object.fromEntries(
    Object.entries(stakeholderAttributes).flatMap(([field, name]) => {
      const value = fields[field]
      return value === undefined || value === '' ? [] : [[name, value] as const]
    }),
  )
}

function elementAttributes(fields: JsonFields, hasPeople: boolean): JsonFields {
  const { type, ...own } = ownAttributes(fields)
  const usual = fields['kind'] === 'variable' && !hasPeople ? undefined : (fields['form'] ?? fields['kind'])
  const known = own['element type'] ?? type ?? usual
  return {
    ...own,
    ...standingAttributes(fields),
    label: fields['label'] ?? '',
    ...(known === undefined ? {} : { 'element type': known }),
    description: describe(fields),
    ...(fields['tags'] === undefined ? {} : { tags: fields['tags'] }),
    ...(fields['mark'] === undefined ? {} : { mark: fields['mark'] }),
    ...leverageAttributes(fields),
  }
}

function connectionAttributes(id: string, fields: JsonFields, types: TypeWriter): JsonFields {
  const { agreed, disagreed } = takeClaimNames(id, fields)
  const own = leaveOut(ownAttributes(fields), 'type')
  const type = types.typeOf(fields)
  const strength = types.strengthOf(fields)
  return {
    ...own,
    ...(type === undefined ? {} : { 'connection type': type }),
    ...(fields['label'] === undefined ? {} : { label: fields['label'] }),
    description: describe(fields),
    ...(strength === undefined ? {} : { strength }),
    ...(fields['confidence'] === undefined ? {} : { confidence: fields['confidence'] }),
    ...(fields['evidenceUrl'] === undefined ? {} : { 'evidence url': fields['evidenceUrl'] }),
    ...(agreed.length === 0 ? {} : { 'agreed by': agreed }),
    ...(disagreed.length === 0 ? {} : { 'disagreed by': disagreed }),
  }
}

interface TypeWriter {
  typeOf(fields: JsonFields): Json | undefined
  strengthOf(fields: JsonFields): Json | undefined
}

/**
 * Types and strengths go out as they came, wherever they still mean what the map says. Both are read
 * by the company they keep (`--` beside `+-`, 2 beside 5), so the whole file decides.
 */
function createTypeWriter(links: readonly JsonFields[]): TypeWriter {
  const causal = links.filter((fields) => fields['kind'] === 'causal')
  const isTrue = (fields: JsonFields, notation: SignNotation): boolean =>
    readKumuSign(cameAs(fields), notation) === fields['polarity']
  const first = chooseSignNotation(causal.map(cameAs))
  const notation = chooseSignNotation(causal.filter((fields) => isTrue(fields, first)).map(cameAs))
  const strengths = links.map((fields) => [fields['strength'], cameWith(fields)] as const)
  const scale = createStrengthScale(strengths.map(([, said]) => textOf(said)))
  const areStrengthsTrue = strengths.every(
    ([strength, said]) => Math.abs(Number(strength ?? 0) - (scale.read(textOf(said)) ?? 0)) < 1e-9,
  )
  return {
    typeOf: (fields) => {
      const said = cameAs(fields)
      if (fields['kind'] !== 'causal')
        return said !== '' && readTieType(said) === fields['type'] ? said : fields['type']
      return said !== '' && isTrue(fields, notation) ? said : fields['polarity']
    },
    strengthOf: (fields) => (areStrengthsTrue ? (cameWith(fields) ?? fields['strength']) : fields['strength']),
  }
}

function cameAs(fields: JsonFields): string {
  const extra = (fields['extra'] ?? {}) as JsonFields
  const said = extra['connection type'] ?? extra['type']
  return typeof said === 'string' ? said : ''
}

function cameWith(fields: JsonFields): Json | undefined {
  return (fields['extra'] as JsonFields | undefined)?.['kumu:strength']
}
