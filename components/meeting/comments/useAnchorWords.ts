'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { anchorTarget, type CommentAnchor } from '../../../lib/practice/comment'
import { isWithheld, labelTargets } from '../../../lib/practice/targetLabels'
import { useView } from '../../hooks/useMap'
import { useLinkWords } from '../../panels/useLinkSentence'

export interface AnchorWords {
  /** What it is called now, or was when somebody last wrote about it. */
  readonly name: string
  /** “Staff turnover”, or: “Staff turnover”, which is no longer on the map. */
  readonly words: string
  readonly isThere: boolean
}

/** Says what a thread is about, as the map is now. */
export function useAnchorWords(): (about: { readonly anchor: CommentAnchor; readonly label?: string }) => AnchorWords {
  const t = useTranslations('comments')
  const tKinds = useTranslations('panels.kinds')
  const view = useView()
  const linkWords = useLinkWords()
  return useCallback(
    ({ anchor, label = '' }) => {
      const nameNow = (): string | undefined => {
        if (anchor.kind === 'place') return t('place')
        if (anchor.kind === 'element') {
          const element = view.elements.get(anchor.id)
          return element && (element.label === '' ? tKinds(element.kind) : element.label)
        }
        if (anchor.kind === 'link') {
          const link = view.links.get(anchor.id)
          return link && linkWords(link)
        }
        const target = anchorTarget(anchor) ?? ''
        const labels = labelTargets(view, [target])
        return isLoopThere(view.links, anchor.key) && labels.ok
          ? t('loop', { name: labels.value[target] ?? '' })
          : undefined
      }
      if (isWithheld(view, anchorTarget(anchor) ?? '')) return { name: t('hidden'), words: t('hidden'), isThere: false }
      const now = nameNow()
      const name = now ?? (label === '' ? t('unnamed') : label)
      if (now === undefined) return { name, words: t('gone', { name }), isThere: false }
      return { name, words: anchor.kind === 'place' ? name : t('quoted', { name }), isThere: true }
    },
    [t, tKinds, view, linkWords],
  )
}

/** A loop is there while each of its links is. */
function isLoopThere(links: ReadonlyMap<string, unknown>, key: string): boolean {
  return key.split('.').every((id) => links.has(id))
}
