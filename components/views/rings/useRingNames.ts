import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useView } from '../../hooks/useMap'

/** Names of the rings from within: what people called them, or else what they usually mean. The same list as long as they stay. */
export function useRingNames(): readonly string[] {
  const t = useTranslations('views.rings.names')
  const { ring1, ring2, ring3, ring4 } = useView((view) => view.meta)
  return useMemo(
    () => [ring1 ?? t('core'), ring2 ?? t('involved'), ring3 ?? t('affected'), ring4 ?? t('context')],
    [t, ring1, ring2, ring3, ring4],
  )
}
