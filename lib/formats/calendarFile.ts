import ical, { ICalAlarmType } from 'ical-generator'

/** Something to be done by a day. */
export interface DueDay {
  /** The same each time it is written, so that a calendar that took it before changes it and does not have it twice. */
  readonly id: string
  /** `2026-03-01` */
  readonly day: string
  readonly summary: string
  readonly description: string
}

/** Seconds before the day begins at which one is reminded: the morning before, at nine. */
const reminder = 15 * 3600

/**
 * A calendar (iCalendar, RFC 5545) of what is to be done by which day, an event a day long each, with a reminder the
 * morning before. What has no day that there is is left out.
 * @param madeAt milliseconds since the Unix epoch
 */
export function writeCalendar(name: string, entries: readonly DueDay[], madeAt: number): string {
  const calendar = ical({ name, prodId: { company: 'Weft', product: 'Contributions' } })
  for (const { id, day, summary, description } of entries) {
    // Read as the day it says wherever one is: the file has no time zone.
    const start = new Date(`${day}T00:00:00`)
    if (Number.isNaN(start.getTime())) continue
    calendar
      .createEvent({ id, start, allDay: true, summary, description, stamp: new Date(madeAt) })
      .createAlarm({ type: ICalAlarmType.display, trigger: reminder })
  }
  return calendar.toString()
}
