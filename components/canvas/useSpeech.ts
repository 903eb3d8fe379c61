'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { createSpeech, type Speech } from './speech'

/** The map in words, in the person's language. */
export function useSpeech(): Speech {
  const t = useTranslations('canvas')
  const tClaims = useTranslations('claims')
  return useMemo(() => createSpeech(t, tClaims), [t, tClaims])
}
