'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { islandLook } from './Island'

/** A panel beside the tools, with a title and a way to close it. */
export function FloatingPanel({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const t = useTranslations('common')
  const workspace = useWorkspace()
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      data-region="panel"
      className={classes(islandLook, 'pointer-events-auto flex max-h-full w-75 flex-col animate-appear')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        workspace.update({ panel: undefined, spotlight: undefined })
        workspace.get().camera?.focus?.()
      }}
    >
      <header className="flex h-12 shrink-0 items-center gap-1 ps-4 pe-1.5">
        <h2 id={id} className="min-w-0 flex-1 truncate text-heading font-semibold">
          {title}
        </h2>
        {aside}
        <IconButton
          label={t('close')}
          size="small"
          onClick={() => workspace.update({ panel: undefined, spotlight: undefined })}
        >
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      {children}
    </section>
  )
}
