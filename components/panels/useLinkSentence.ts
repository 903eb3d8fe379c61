'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { weighClaims } from '../../lib/model/claimSpread'
import type { MapLink } from '../../lib/model/link'
import { useView } from '../hooks/useMap'
import { useTieTypes } from '../hooks/useTieTypes'
import { linkEnds, linkVerbKey } from './linkWords'

/** Tells a link as a sentence between the names of its ends. */
export function useLinkWords(): (link: MapLink) => string {
  const t = useTranslations('panels')
  const view = useView()
  const types = useTieTypes()
  return useCallback(
    (link) => {
      const type = 'type' in link ? (types.of(link.type).name ?? '') : ''
      return t(`links.${linkVerbKey(link, types)}`, { ...linkEnds(view, link, t('inspector.unnamed')), type })
    },
    [t, view, types],
  )
}

/** The same, with how many agree and disagree where people differ. */
export function useLinkSentence(): (link: MapLink) => string {
  const tClaims = useTranslations('claims')
  const wordsOf = useLinkWords()
  return useCallback(
    (link) => {
      const text = wordsOf(link)
      const { contested, agree, disagree } = weighClaims(link)
      return contested ? tClaims('speech', { text, agree: agree.length, disagree: disagree.length }) : text
    },
    [tClaims, wordsOf],
  )
}
