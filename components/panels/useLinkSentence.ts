'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { weighClaims } from '../../lib/model/claimSpread'
import type { MapLink } from '../../lib/model/link'
import { useView } from '../hooks/useMap'
import { linkEnds, linkVerbKey } from './linkWords'

/** Tells a link as a sentence, with how many agree and disagree where people differ. */
export function useLinkSentence(): (link: MapLink) => string {
  const t = useTranslations('panels')
  const tClaims = useTranslations('claims')
  const view = useView()
  return useCallback(
    (link) => {
      const text = t(`links.${linkVerbKey(link)}`, linkEnds(view, link, t('inspector.unnamed')))
      const { contested, agree, disagree } = weighClaims(link)
      return contested ? tClaims('speech', { text, agree: agree.length, disagree: disagree.length }) : text
    },
    [t, tClaims, view],
  )
}
