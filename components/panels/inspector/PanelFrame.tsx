'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, use, type ReactNode } from 'react'
import { IconButton } from '../../ui/IconButton'

export interface PanelFrameProps {
  /** The small line at the top: what kind of thing this is. */
  readonly kind: string
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** True inside a phone's sheet, which has a title and a way to close of its own. */
export const PanelInSheet = createContext(false)

/** Head and body of the inspector. Children are its sections. */
export function PanelFrame({ kind, actions, onClose, children }: PanelFrameProps) {
  const t = useTranslations('panels.inspector')
  const inSheet = use(PanelInSheet)
  if (inSheet) {
    return (
      <div className="-mx-4">
        <div className="flex h-11 items-center ps-4 pe-2">
          <h3 className="min-w-0 flex-1 truncate text-second text-muted">{kind}</h3>
          {actions}
        </div>
        {children}
      </div>
    )
  }
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-0.5 ps-4 pe-1.5">
        <h2 className="min-w-0 flex-1 truncate text-second text-muted">{kind}</h2>
        {actions}
        <IconButton label={t('close')} size="small" onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-1">{children}</div>
    </>
  )
}

/** A part of the inspector, parted from the one above by a hairline. */
export function Section({
  title,
  aside,
  first = false,
  children,
}: {
  readonly title?: string
  readonly aside?: ReactNode
  readonly first?: boolean
  readonly children: ReactNode
}) {
  return (
    <section
      className={first ? 'flex flex-col gap-3 px-4 pb-4' : 'flex flex-col gap-3 border-t border-hairline px-4 py-4'}
    >
      {title === undefined ? null : (
        <div className="flex items-baseline justify-between gap-2">
          <h3 className="text-second font-medium text-muted">{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
