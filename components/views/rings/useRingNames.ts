import { useTranslations } from 'next-intl'
import { useView } from '../../hooks/useMap'

/** Names of the rings from within: what people called them, or else what they usually mean. */
export function useRingNames(): readonly string[] {
  const t = useTranslations('views.rings.names')
  const { ring1, ring2, ring3, ring4 } = useView((view) => view.meta)
  return [ring1 ?? t('core'), ring2 ?? t('involved'), ring3 ?? t('affected'), ring4 ?? t('context')]
}
