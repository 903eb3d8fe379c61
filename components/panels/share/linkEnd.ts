import type { ListedLink } from '../../../lib/protocol/links'

const hour = 60 * 60 * 1000

/** What a link's end may be set to at one press, as the API takes it. */
export const quickEnds = {
  hour: () => ({ after: hour }),
  // "Today, 23:59" is of today for everybody; 00:00 would be of tomorrow.
  today: (now: number) => ({ at: new Date(now).setHours(23, 59, 59, 0) }),
  week: () => ({ after: 7 * 24 * hour }),
} as const satisfies Record<string, (now: number) => { readonly after: number } | { readonly at: number }>

/** True if a link lets nobody new in any more: what the server said, or what has come to pass since. */
export function hasEnded({ endedAt, expiresAt }: ListedLink, now: number): boolean {
  return endedAt !== null || (expiresAt !== null && expiresAt <= now)
}

/** A moment as a field of date and time has it: `2026-11-03T14:12`, by this device's time zone. */
export function toFieldValue(time: number): string {
  const moment = new Date(time)
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-')
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The moment that a field of date and time says; undefined if it says none. */
export function fromFieldValue(value: string): number | undefined {
  const time = new Date(value).getTime()
  return Number.isNaN(time) ? undefined : time
}
