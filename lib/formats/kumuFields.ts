import type { Polarity } from '../model/causalLink'
import { isRecord, ownField } from './parseJson'
import { readSign } from './sign'

/** One entry of a Kumu file, whichever dialect it is written in: its attributes by lower-case name. */
export interface KumuItem {
  readonly id: string | undefined
  readonly attributes: ReadonlyMap<string, unknown>
  /** Fields beside the attributes, such as `from` and `direction`. */
  readonly own: Readonly<Record<string, unknown>>
}

/** An entry of a list with its place in the file, in words. */
export interface KumuEntry {
  readonly item: KumuItem
  readonly where: string
}

/**
 * Reads one entry of `elements`, `connections` or `loops`. A full export keeps people's fields under
 * `attributes`, a blueprint beside the others; both are read, in either spelling of upper and lower case.
 */
export function readKumuItem(raw: unknown): KumuItem | undefined {
  if (!isRecord(raw)) return undefined
  const own = lowerNames(raw)
  const nested = ownField(own, 'attributes')
  const attributes = new Map<string, unknown>()
  for (const [name, value] of Object.entries(raw)) {
    if (!structuralNames.has(name.toLowerCase())) attributes.set(name.trim().toLowerCase(), value)
  }
  for (const [name, value] of Object.entries(isRecord(nested) ? nested : {})) {
    attributes.set(name.trim().toLowerCase(), value)
  }
  const id = ownField(own, '_id') ?? ownField(own, 'id')
  return { id: readReference(id), attributes, own }
}

/** An object of a Kumu file with its names in lower case, in which both are looked for. */
export function lowerNames(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]))
}

const structuralNames = new Set([
  'id',
  '_id',
  'attributes',
  'from',
  'to',
  'direction',
  'delayed',
  'reversed',
  'connections',
  'elements',
  'edges',
])

/** A field's value as text: the first of a list, numbers written out, anything else empty. */
export function readKumuText(item: KumuItem, ...names: readonly string[]): string {
  for (const name of names) {
    const value = item.attributes.get(name)
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string' && first.trim() !== '') return first.trim()
    if (typeof first === 'number' || typeof first === 'boolean') return String(first)
  }
  return ''
}

/** An id or label as a file refers to it: text or a number. */
export function readReference(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** True for a name that Kumu gave: a full export refers to elements by it, never by their labels. */
export function isKumuId(reference: string): boolean {
  return /^elem-\w+$/.test(reference)
}

/**
 * Attributes that Weft has no field for, kept under their own names. A blueprint's `type` gets the name
 * that it has in a full export.
 */
export function otherAttributes(
  item: KumuItem,
  typeName: 'element type' | 'connection type',
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  const renamed = [...item.attributes].map(([name, value]) => [name === 'type' ? typeName : name, value] as const)
  return Object.fromEntries(renamed.filter(([name]) => !known.includes(name)))
}

/**
 * How a file's connection types are to be read. A type such as `+-` tells what happens at both ends
 * (cause up, effect down). A file with such types means `--` as down and down, which is a positive
 * link; in any other file `--` is a strong minus.
 */
export type SignNotation = 'ends' | 'single'

export function chooseSignNotation(types: readonly string[]): SignNotation {
  return types.some((type) => /^(\+[−–-]|[−–-]\+)$/.test(type)) ? 'ends' : 'single'
}

/** The polarity that a connection type stands for in its file. */
export function readKumuSign(type: string, notation: SignNotation): Polarity | undefined {
  const mark = type.trim().replace(/[−–]/g, '-')
  if (notation === 'ends' && /^[+-]{2}$/.test(mark)) return mark.charAt(0) === mark.charAt(1) ? '+' : '-'
  return readSign(type)
}
