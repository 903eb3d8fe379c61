'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { toast } from '../ui/toast'

/** Says that something could not be worked out, once however many workers fail. Stable. */
export function useFailedWork(): () => void {
  const t = useTranslations('analysis')
  const words = useRef(t)
  useEffect(() => {
    words.current = t
  })
  return useCallback(() => {
    toast.error(words.current('failed'), { id: 'failed-work' })
  }, [])
}
