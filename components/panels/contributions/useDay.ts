'use client'
import { useFormatter } from 'next-intl'
import { useState } from 'react'
import { dayOf } from '../../../lib/analysis/overdue'

/** Today, and how a day is said in the reader's own way: "1 Mar 2026". */
export function useDay(): { readonly today: string; readonly sayDay: (day: string) => string } {
  const format = useFormatter()
  const [today] = useState(() => dayOf(new Date()))
  return {
    today,
    // A day is the same wherever one is: it has no time zone.
    sayDay: (day) => {
      const moment = new Date(`${day}T00:00:00Z`)
      if (Number.isNaN(moment.getTime())) return day
      return format.dateTime(moment, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    },
  }
}
