import { isCalendarDate } from '../base/calendarDate'
import type { Json } from '../base/json'
import { completeWebAddress, isWebAddress } from '../base/webAddress'
import { readAmount, type CommaMeaning } from './amount'
import { readSlashDate, type DateOrder } from './dateOrder'
import { customFieldKey, customFieldLimits, type CustomField } from './customField'
import type { MapElement } from './element'

/** How a number or a date is meant that can be read in two ways. */
export type Reading = CommaMeaning | DateOrder

/** What an element says in a field of the map's own: as it is stored, whether it fits the field or not. */
export function customValue(element: MapElement, field: Pick<CustomField, 'id'>): Json | undefined {
  return element.unknown?.[customFieldKey(field.id)]
}

/** A stored value for people to read; what is neither text nor number nor yes or no is shown as JSON. */
export function customText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** True for a value that may be stored: text of bounded length, or a number. */
export function isCustomValue(value: Json | undefined): value is string | number {
  if (typeof value === 'string') return value !== '' && value.length <= customFieldLimits.value
  return typeof value === 'number' && Number.isFinite(value)
}

/** True for what a field of this type can hold. */
export function fitsCustomField(field: Pick<CustomField, 'type' | 'choices'>, value: Json): boolean {
  return isCustomValue(value) && toCustomValue(field, customText(value)) === value
}

/**
 * What a text says in a field: a number as a number, a date as `2026-03-01`, one of the words to choose from as it
 * is written there, an address with its `https://`. Null for a text that says nothing, undefined for one that does
 * not fit the field.
 * @param reading what a comma parts in a number, or whether day or month comes first in a date; without it `12,000` and
 *   `3/4/2026` do not fit (see `readAmount`, `readSlashDate`)
 */
export function toCustomValue(
  { type, choices = [] }: Pick<CustomField, 'type' | 'choices'>,
  typed: string,
  reading?: Reading,
): string | number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (text.length > customFieldLimits.value) return undefined
  switch (type) {
    case 'text':
      return text
    case 'number':
      return readAmount(text, reading === 'thousands' || reading === 'decimals' ? reading : undefined)
    case 'choice':
      return choices.find((choice) => choice === text) ?? choices.find((choice) => isSameWord(choice, text))
    case 'date':
      return readDate(text, reading === 'day-first' || reading === 'month-first' ? reading : undefined)
    case 'url': {
      const address = completeWebAddress(text)
      return isOpenable(address) ? address : undefined
    }
  }
}

/**
 * What a text that is there already becomes in a field of another type; undefined where the field could not hold it, or
 * would lose what was written: a number has no zeros in front, as phone numbers and post codes do.
 */
export function rewriteCustomValue(
  field: Pick<CustomField, 'type' | 'choices'>,
  text: string,
): string | number | null | undefined {
  const isCode = field.type === 'number' && /^[+−-]?0[\d \u00a0\u202f'’]/.test(text.trim())
  return isCode ? undefined : toCustomValue(field, text)
}

function isSameWord(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0
}

/** True for an address that may be opened from the map: a page, or a letter to somebody. */
export function isOpenable(address: string): boolean {
  return isWebAddress(address) || /^mailto:[^\s@<>"]+@[^\s@<>"?]+$/i.test(address)
}

/** `2026-03-01`, `1.3.2026` as it is written where the day comes first with points, or one with slashes; undefined for anything else. */
function readDate(text: string, order: DateOrder | undefined): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const points = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const parts = iso?.slice(1) ?? points?.slice(1).toReversed()
  const date = parts?.map((part) => part.padStart(2, '0')).join('-')
  if (date === undefined) return readSlashDate(text, order)
  return isCalendarDate(date) ? date : undefined
}
