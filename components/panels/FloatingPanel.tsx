'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { islandLook } from './Island'

/** A panel beside the tools, with a title and a way to close it. */
export function FloatingPanel({
  title,
  aside,
  wide = false,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  /** For tables and charts. */
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const t = useTranslations('common')
  const workspace = useWorkspace()
  const isBroad = useWorkspaceState((state) => state.broad)
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      data-region="panel"
      className={classes(
        islandLook,
        'pointer-events-auto flex max-h-full flex-col animate-appear',
        isBroad ? 'w-160 max-w-[calc(100vw-24rem)]' : wide ? 'w-105' : 'w-75',
      )}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        workspace.closePanel()
        workspace.get().camera?.focus?.()
      }}
    >
      <header className="flex h-12 shrink-0 items-center gap-1 ps-4 pe-1.5">
        <h2 id={id} className="min-w-0 flex-1 truncate text-heading font-semibold">
          {title}
        </h2>
        {aside}
        <IconButton label={t('close')} size="small" onClick={workspace.closePanel}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      {children}
    </section>
  )
}
