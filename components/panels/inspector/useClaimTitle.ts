'use client'
import { useTranslations } from 'next-intl'
import { useSelf } from '../../hooks/useMap'

/** Asks those who may answer; tells those who came to look what is shown. */
export function useClaimTitle(): string {
  const t = useTranslations('claims')
  const { role } = useSelf()
  return t(role === 'viewer' ? 'titleForViewers' : 'title')
}
