'use client'
import { ArrowLeft, MapPin, MapPinOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CommentAnchor } from '../../../lib/practice/comment'
import { useWorkspace } from '../../hooks/EditorProvider'
import { usePhone } from '../../hooks/useMedia'
import { IconButton } from '../../ui/IconButton'
import { useAnchorWords } from './useAnchorWords'
import { usePointAnchor } from './useShowAnchor'

/** The way back to the list. */
export function BackButton() {
  const t = useTranslations('comments')
  const workspace = useWorkspace()
  return (
    <IconButton size="small" label={t('all')} onClick={() => workspace.openComments()}>
      <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
    </IconButton>
  )
}

/** What is written about, and the way there; or that it is no longer on the map. */
export function PanelHead({
  about,
  children,
}: {
  readonly about: { readonly anchor: CommentAnchor; readonly label?: string }
  readonly children?: ReactNode
}) {
  const t = useTranslations('comments')
  const { name, words, isThere } = useAnchorWords()(about)
  const point = usePointAnchor()
  const workspace = useWorkspace()
  const phone = usePhone()
  return (
    <div className="flex items-start gap-1 border-b border-hairline pe-2 pb-2 ps-2">
      <BackButton />
      <div className="min-w-0 flex-1 pt-1">
        <h3 className="line-clamp-3 text-body font-medium break-words" dir="auto">
          {isThere ? name : t('on', { words })}
        </h3>
        {isThere ? (
          <button
            type="button"
            onClick={() => {
              // On a phone the panel covers the map.
              if (phone) workspace.closePanel()
              point(about.anchor)
            }}
            className="inline-flex min-h-6 items-center gap-1 text-meta text-accent hover:underline pointer-coarse:min-h-11"
          >
            <MapPin size={13} aria-hidden />
            {t('show')}
          </button>
        ) : (
          <p className="flex items-center gap-1 text-meta text-muted">
            <MapPinOff size={13} aria-hidden className="shrink-0" />
            {t('comesBack')}
          </p>
        )}
      </div>
      {children}
    </div>
  )
}
