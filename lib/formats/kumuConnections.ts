import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'
import { polarities } from '../model/causalLink'
import { linkSchemas } from '../model/link'
import type { RawFields } from '../model/readRecord'
import { isKnownTieType } from '../model/tie'
import { readTieType } from './people'
import { readClaimNames } from './claimNames'
import { addConnection, readDirection, type Connection, type LinkStep } from './connection'
import type { KumuElements } from './kumuElements'
import {
  isKumuId,
  otherAttributes,
  readKumuSign,
  readKumuText,
  readReference,
  type KumuEntry,
  type KumuItem,
} from './kumuFields'
import type { StepsByConnection } from './kumuLoops'
import type { MapDraft } from './mapDraft'
import { toLabel } from '../model/label'
import { toMarkup, toPlainText } from './plainText'
import type { ReportBuilder } from './report'
import { createStrengthScale, noteStrength, type StrengthScale } from './sign'

const connectionFields = ['label', 'description', 'strength', 'agreed by', 'disagreed by']
const steepestCurvature = 0.8

interface Context {
  readonly elements: KumuElements
  readonly curvatures: ReadonlyMap<string, number>
  readonly strengths: StrengthScale
  readonly draft: MapDraft
  readonly report: ReportBuilder
}

/**
 * Adds the connections of a Kumu file to the draft: as a causal link where there is a sign or where two
 * variables meet, as a tie between stakeholders, as a relation otherwise. A causal connection that runs
 * both ways becomes two links. Returns what each connection became, for reading the loops.
 */
export function readKumuConnections(
  connections: readonly KumuEntry[],
  elements: KumuElements,
  curvatures: ReadonlyMap<string, number>,
  draft: MapDraft,
  report: ReportBuilder,
): StepsByConnection {
  const strengths = createStrengthScale(connections.map(({ item }) => readKumuText(item, 'strength')))
  const context: Context = { elements, curvatures, strengths, draft, report }
  const steps = new Map<string, readonly LinkStep[]>()
  for (const [index, { item, where }] of connections.entries()) {
    const ends = findEnds(item, where, context)
    if (ends === undefined) continue
    const connection = readConnection(item, ends, where, context)
    const added = addConnection(connection, elements.isStakeholder, draft, report)
    if (added.length > 0) noteSign(connection, context)
    const key = item.id ?? `#${index}`
    if (!steps.has(key)) steps.set(key, added)
  }
  return steps
}

interface Ends {
  readonly from: ElementId
  readonly to: ElementId
}

function findEnds(item: KumuItem, where: string, { elements, report }: Context): Ends | undefined {
  const find = (name: 'from' | 'to'): ElementId | undefined => {
    const reference = readReference(item.own[name])
    if (reference === undefined) return undefined
    const known = elements.find(reference)
    // A full export refers by Kumu's own ids only: such a name is a hole, not a label.
    return known ?? (isKumuId(reference) ? undefined : elements.make(reference, where))
  }
  const first = find('from')
  const second = find('to')
  if (first === undefined || second === undefined) {
    report.lose('missing-end', 'connection', where)
    return undefined
  }
  // `reversed` tells that someone turned the connection in Kumu; `from` and `to` are as it runs now.
  return { from: first, to: second }
}

function readConnection(item: KumuItem, ends: Ends, where: string, context: Context): Connection {
  const type = readKumuText(item, 'connection type', 'type')
  const column = readKumuText(item, 'connection type') === '' ? 'type' : 'connection type'
  const word = readReference(item.own['direction'])
  const direction = readDirection(word ?? '')
  const sign = readKumuSign(type, context.elements.notation)
  const delayed = item.own['delayed'] === true
  const { isStakeholder } = context.elements
  const isTie = sign === undefined && !delayed && (isStakeholder(ends.from) || isStakeholder(ends.to))
  return {
    ...ends,
    id: item.id,
    where,
    sign,
    delayed,
    direction,
    type,
    said: { type: column, ...(word === undefined ? {} : { direction: { column: 'direction', word } }) },
    shared: sharedFields(item, isTie, where, context),
    causalExtra: {},
  }
}

function sharedFields(
  item: KumuItem,
  isTie: boolean,
  where: string,
  { curvatures, strengths, report }: Context,
): RawFields {
  const label = toLabel(readKumuText(item, 'label'))
  const source = readKumuText(item, 'description')
  const description = toPlainText(source)
  const isPlain = toMarkup(description) === source
  if (!isPlain) report.lose('markup', 'description', where)
  const said = readKumuText(item, 'strength')
  const strength = strengths.read(said)
  if (strength !== undefined) noteStrength('strength', said, strength, strengths, where, report)
  const own = ownFields(item)
  const curvature = item.id === undefined ? undefined : curvatures.get(item.id)
  return {
    ...(label === '' ? {} : { label }),
    description,
    ...(strength === undefined ? {} : { strength }),
    ...own,
    ...readClaimNames(listNames(item, 'agreed by'), listNames(item, 'disagreed by')),
    ...(curvature === undefined
      ? {}
      : { curvature: Math.max(-steepestCurvature, Math.min(steepestCurvature, curvature)) }),
    extra: {
      ...otherAttributes(item, 'connection type', [
        ...connectionFields,
        ...ownNames(own),
        ...(isPlainType(item, isTie) ? ['connection type'] : []),
      ]),
      ...(said === '' || said === String(strength) ? {} : { 'kumu:strength': item.attributes.get('strength') }),
      ...(isPlain ? {} : { 'kumu:description': source }),
      ...(item.own['reversed'] === true ? { 'kumu:reversed': true } : {}),
    },
  }
}

/** Fields that Weft writes itself, where they hold what Weft would write; else they are people's own. */
function ownFields(item: KumuItem): RawFields {
  const { confidence, evidenceUrl } = linkSchemas.causal.shape
  const sure = z.safeParse(confidence, item.attributes.get('confidence'))
  const address = z.safeParse(evidenceUrl, item.attributes.get('evidence url'))
  return {
    ...(sure.success && sure.data !== undefined ? { confidence: sure.data } : {}),
    ...(address.success && address.data !== undefined ? { evidenceUrl: address.data } : {}),
  }
}

function ownNames(own: RawFields): readonly string[] {
  return [...('confidence' in own ? ['confidence'] : []), ...('evidenceUrl' in own ? ['evidence url'] : [])]
}

function listNames(item: KumuItem, attribute: string): readonly string[] {
  const value = item.attributes.get(attribute)
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  return names.filter((name) => typeof name === 'string')
}

/** Types that Weft's own fields say whole need not be kept beside them. */
function isPlainType(item: KumuItem, isTie: boolean): boolean {
  const type = readKumuText(item, 'connection type', 'type')
  const isOne = ['connection type', 'type'].every((name) => {
    const value = item.attributes.get(name)
    return !Array.isArray(value) || value.length < 2
  })
  if (isTie && isOne && type !== '' && readTieType(type) === type) return true
  return polarities.some((polarity) => polarity === type) || isKnownTieType(type)
}

/** Says how a type was read where that is not plain: never for ties, whose types are words of their own. */
function noteSign({ from, to, type, sign, where }: Connection, { elements, report }: Context): void {
  const isCausal = sign !== undefined || !(elements.isStakeholder(from) || elements.isStakeholder(to))
  if (isCausal && type !== '' && sign === undefined) report.lose('sign-unclear', 'type', where, 1, `“${type}”`)
  const hasTwoMarks = /^[+−–-]{2}$/.test(type) && type !== '++'
  if (hasTwoMarks && elements.notation === 'ends') {
    report.lose('sign-read', `type “${type}” as ${sign === '+' ? '+' : '−'}`, where)
  }
}
