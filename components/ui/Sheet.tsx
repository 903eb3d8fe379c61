'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'

export interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly subtitle?: ReactNode
  readonly children: ReactNode
}

/** A panel that rises from the bottom of a phone and leaves the map above it usable. */
export function Sheet({ open, onClose, title, subtitle, children }: SheetProps) {
  const t = useTranslations('common')
  return (
    <Radix.Root open={open} modal={false} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[45dvh] flex-col rounded-t-[14px] border-t border-hairline bg-panel pb-[env(safe-area-inset-bottom)] text-ink shadow-float outline-none"
        >
          <span aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-quiet-border" />
          <header className="flex items-start gap-3 px-4 pt-2 pb-2">
            <div className="min-w-0 flex-1 pt-1.5">
              <Radix.Title className="text-[20px] leading-6 font-semibold break-words" dir="auto">
                {title}
              </Radix.Title>
              {subtitle !== undefined && <div className="mt-1 text-second text-muted">{subtitle}</div>}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('close')} size={44} className="rounded-full bg-hover">
                <X size={20} aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
