/** "14:12" today, "3 Nov, 14:12" before. In the time zone of whoever reads. */
export function formatMoment(time: number, locale: string, now: number): string {
  const moment = new Date(time)
  const isToday = moment.toDateString() === new Date(now).toDateString()
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment)
}
