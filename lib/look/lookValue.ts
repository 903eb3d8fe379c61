import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import { findSalience } from '../model/salience'

/** What analyses say of elements, by the name of the measure. Absent until it was worked out. */
export interface LookMeasures {
  readonly numbers: Readonly<Record<string, ReadonlyMap<ElementId, number>>>
  /** Number of the group that ties make of its own accord; 0 is the largest. */
  readonly community?: ReadonlyMap<ElementId, number>
  readonly said?: SaidOfElements
}

/** What people said of elements in check-ins and rounds: how each is going, and what kind of challenge it is. */
export interface SaidOfElements {
  readonly pulse: ReadonlyMap<ElementId, SaidOfElement>
  readonly challenge: ReadonlyMap<ElementId, SaidOfElement>
}
interface SaidOfElement {
  readonly value: string
  /** One to three characters instead of those of the value. */
  readonly sign?: string
}

/** True for what people say of any element in check-ins and rounds. */
export function isSaid(by: string): by is keyof SaidOfElements {
  return by === 'pulse' || by === 'challenge'
}

export const noMeasures: LookMeasures = { numbers: {} }

/** Shares and counts that people give a stakeholder, with their largest value. */
export const givenNumbers = { influence: 5, power: 1, interest: 1, legitimacy: 1, urgency: 1 } as const
export type GivenNumber = keyof typeof givenNumbers

/** True for what is said in percent. */
export function isShare(name: string | undefined): boolean {
  return name !== undefined && isGivenNumber(name) && givenNumbers[name] === 1
}

export function isGivenNumber(name: string): name is GivenNumber {
  return Object.hasOwn(givenNumbers, name)
}

/** Begins the names of fields that are the map's own. */
const ownField = 'field:'
/** Begins the names of measures. */
const measure = 'measure:'

function isOwnField(name: string): boolean {
  return name.startsWith(ownField)
}

/** The measure that a name stands for, if it stands for one. */
export function measureOf(name: string | undefined): string | undefined {
  return name?.startsWith(measure) === true ? name.slice(measure.length) : undefined
}

export function nameOfMeasure(key: string): string {
  return measure + key
}

/**
 * Which of a few an element is: its sector, stance, form, salience, community, kind or choice. Undefined where that
 * was not said or does not apply.
 */
export function valueOf(element: MapElement, by: string, measures: LookMeasures = noMeasures): string | undefined {
  if (by === 'kind') return element.kind
  if (by === 'community') return measures.community?.get(element.id)?.toString()
  if (by === 'tag') return element.tags?.[0]
  if (isSaid(by)) return measures.said?.[by].get(element.id)?.value
  if (isOwnField(by)) return textOfField(element, by)
  if (element.kind !== 'stakeholder') return undefined
  switch (by) {
    case 'sector':
      return element.sector
    case 'stance':
      return element.stance
    case 'form':
      return element.form
    case 'salience':
      return findSalience(element)
    case 'leader':
      return element.leader === true ? 'yes' : undefined
    case 'role':
      return element.role === '' ? undefined : element.role
    default:
      return undefined
  }
}

/** How much an element has of something that is counted or measured; undefined where nobody said it or it is not defined. */
export function numberOf(element: MapElement, by: string, measures: LookMeasures = noMeasures): number | undefined {
  const key = measureOf(by)
  if (key !== undefined)
    return Object.hasOwn(measures.numbers, key) ? measures.numbers[key]?.get(element.id) : undefined
  if (isOwnField(by)) {
    const value = element.unknown?.[by]
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
  return element.kind === 'stakeholder' && isGivenNumber(by) ? element[by] : undefined
}

/** Whole days from 1970 to a date as fields hold it, `2026-03-01`; undefined for any other text. */
export function dayOf(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const day = Date.parse(text) / 86_400_000
  return Number.isNaN(day) ? undefined : day
}

function textOfField(element: MapElement, field: string): string | undefined {
  const value = element.unknown?.[field]
  if (typeof value === 'number') return value.toString()
  return typeof value === 'string' && value !== '' ? value : undefined
}
