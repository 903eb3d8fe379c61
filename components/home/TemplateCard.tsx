'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Spinner } from '../ui/Spinner'
import type { PicturedTemplate } from './types'

export interface TemplateCardProps {
  readonly template: 'blank' | PicturedTemplate
  /** SVG of our own making. Blank has none. */
  readonly picture?: string
  readonly busy: boolean
  readonly onChoose: () => void
}

/** A template with a picture of what it makes. */
export function TemplateCard({ template, picture, busy, onChoose }: TemplateCardProps) {
  const t = useTranslations('home.templates')
  return (
    <button
      type="button"
      onClick={onChoose}
      aria-busy={busy || undefined}
      className="group flex flex-col overflow-hidden rounded-panel border border-hairline bg-panel text-start transition-[border-color,box-shadow] hover:border-node-border hover:shadow-float"
    >
      <span className="relative flex h-24 items-center justify-center border-b border-hairline bg-canvas p-2 sm:h-37 sm:p-3">
        {picture === undefined ? (
          <span className="flex size-full items-center justify-center dots">
            <span className="flex size-11 items-center justify-center rounded-full border border-quiet-border bg-panel text-accent transition-colors group-hover:border-accent">
              <Plus size={22} aria-hidden />
            </span>
          </span>
        ) : (
          // Drawn by lib/render from the template's own data when the page was built.
          <span aria-hidden className="size-full" dangerouslySetInnerHTML={{ __html: picture }} />
        )}
        {busy ? (
          <span className="absolute inset-0 flex items-center justify-center bg-canvas/70 text-accent">
            <Spinner size={28} />
          </span>
        ) : null}
      </span>
      <span className="flex flex-col gap-0.5 px-3.5 py-3">
        <span className="text-body font-semibold">{t(`${template}.title`)}</span>
        <span className="text-second text-muted">{t(`${template}.about`)}</span>
      </span>
    </button>
  )
}
