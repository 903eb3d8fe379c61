'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { IconButton } from './IconButton'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title. */
  readonly description?: string | undefined
  /** Widest it gets on a wide screen, in pixels. On a phone a dialog fills the width at the bottom. */
  readonly width?: 420 | 560 | 720 | 880
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const widths = { 420: 'sm:w-105', 560: 'sm:w-140', 720: 'sm:w-180', 880: 'sm:w-220' } as const

/** A modal dialog: traps focus, closes on Esc, gives the focus back. */
export function Dialog({ open, onClose, title, description, width = 560, footer, children }: DialogProps) {
  const t = useTranslations('common')
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/35 data-[state=open]:animate-fade" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={classes(
            'fixed z-50 flex max-h-[90dvh] flex-col border border-hairline bg-panel text-ink shadow-float outline-none',
            'inset-x-0 bottom-0 rounded-t-panel',
            'sm:inset-x-auto sm:start-1/2 sm:top-1/2 sm:bottom-auto sm:max-w-[calc(100vw-48px)] sm:-translate-1/2 sm:rounded-panel rtl:sm:translate-x-1/2',
            widths[width],
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-panel font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-second text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('close')} size={36} className="-me-2 -mt-1">
                <X size={18} aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-hairline px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
