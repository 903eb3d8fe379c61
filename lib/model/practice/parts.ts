import * as z from 'zod/mini'
import { isCalendarDate } from '../../base/calendarDate'
import { limits } from '../../base/limits'

/** Field schemas that several kinds of practice share. */

export const dateField = z.string().check(z.refine(isCalendarDate, 'must be a day such as 2026-03-01'))
/** Characters of a few words: a unit, a place, a role. */
export const fewWords = 120
export const wordsField = z.string().check(z.maxLength(fewWords))
/** A note of some sentences. */
export const noteField = z.string().check(z.maxLength(limits.comment))
export const amountField = z.number().check(z.gte(-1e15), z.lte(1e15))
/** Id of another record of a practice, or of a scenario. */
export const recordField = z.string().check(z.minLength(1), z.maxLength(64))
