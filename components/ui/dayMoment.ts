/** "today, 14:12", "tomorrow, 09:00", else "3 Nov, 14:12". In the words and the time zone of whoever reads. */
export function formatDayMoment(time: number, locale: string, now: number): string {
  const moment = new Date(time)
  const days = Math.round((startOfDay(time) - startOfDay(now)) / 86_400_000)
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', hourCycle: 'h23', minute: '2-digit' }).format(moment)
  if (Math.abs(days) <= 1) {
    return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')}, ${clock}`
  }
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear()
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment)
  return `${day}, ${clock}`
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}
