import * as z from 'zod/mini'
import { loopNoteSchema, type LoopNote } from '../model/loopNote'

/** What people decided of a loop's badge. */
export type BadgeNote = Pick<LoopNote, 'pinned' | 'number' | 'at'>

/** The decisions about a loop's badge as words for a table or for attributes; nothing for what nobody decided. */
export function writeBadgeFields({ pinned, number, at }: BadgeNote): Readonly<Record<string, string>> {
  return {
    ...(pinned === undefined ? {} : { pinned: pinned ? 'yes' : 'no' }),
    ...(number === undefined ? {} : { number: String(number) }),
    ...(at === undefined ? {} : { badge: at.join(' ') }),
  }
}

/** The same read back. What makes no sense is as good as not there. */
export function readBadgeFields(textOf: (field: 'pinned' | 'number' | 'badge') => string): BadgeNote {
  const { pinned, number, at } = loopNoteSchema.shape
  const said = textOf('pinned').trim().toLowerCase()
  const place = textOf('badge').trim().split(/\s+/).map(Number)
  const fields = {
    pinned: z.safeParse(pinned, said === 'yes' ? true : said === 'no' ? false : undefined),
    number: z.safeParse(number, textOf('number').trim() === '' ? undefined : Number(textOf('number'))),
    at: z.safeParse(at, place.length === 2 ? place : undefined),
  }
  return {
    ...(fields.pinned.data === undefined ? {} : { pinned: fields.pinned.data }),
    ...(fields.number.data === undefined ? {} : { number: fields.number.data }),
    ...(fields.at.data === undefined ? {} : { at: fields.at.data }),
  }
}
