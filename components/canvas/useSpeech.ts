'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useSectors } from '../hooks/useSectors'
import { useTieTypes } from '../hooks/useTieTypes'
import { createSpeech, type Speech } from './speech'

/** The map in words, in the person's language. */
export function useSpeech(): Speech {
  const t = useTranslations('canvas')
  const tClaims = useTranslations('claims')
  const sectors = useSectors()
  const types = useTieTypes()
  return useMemo(() => createSpeech(t, tClaims, { sectors, types }), [t, tClaims, sectors, types])
}
