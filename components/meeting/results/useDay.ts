'use client'
import { useFormatter } from 'next-intl'

/** Says the day and hour of something that is to be told apart from the same at another time. */
export function useDay(): (at: number) => string {
  const format = useFormatter()
  return (at) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
}
