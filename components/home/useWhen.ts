'use client'
import { useFormatter, useNow, useTranslations } from 'next-intl'

const day = 24 * 60 * 60 * 1000

/** Says when something was as people say it: "Today, 15:20", "Tuesday", "12 May", "12 May 2025". */
export function useWhen(): (time: number) => string {
  const t = useTranslations('home.recent')
  const format = useFormatter()
  const now = useNow()
  return (time) => {
    const date = new Date(time)
    const daysAgo = Math.round((startOfDay(now) - startOfDay(date)) / day)
    const clock = format.dateTime(date, { hour: '2-digit', hourCycle: 'h23', minute: '2-digit' })
    if (daysAgo <= 0) return t('today', { time: clock })
    if (daysAgo === 1) return t('yesterday', { time: clock })
    if (daysAgo < 7) return format.dateTime(date, { weekday: 'long' })
    const isThisYear = date.getFullYear() === now.getFullYear()
    return format.dateTime(date, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
  }
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
