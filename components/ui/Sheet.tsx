'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as RadixDialog } from 'radix-ui'
import { useEffect, type ReactNode } from 'react'
import { scrimClass } from './Dialog'
import { classes } from './classes'
import { useCover } from './covers'
import { countSheet } from './openSheets'
import { toast } from './toast'
import { isOnToast, keepClearOfToasts } from './toastRoom'

export interface SheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  /** A modal sheet dims the page; otherwise the map above it stays in use. */
  readonly modal?: boolean
  /** How much of the screen it may take. */
  readonly height?: 'half' | 'full'
  /** Keeps the focus where it is: for sheets that follow a selection. */
  readonly quiet?: boolean
  /** Gives the focus on when a quiet sheet goes that had it. */
  readonly giveBack?: () => void
  readonly children: ReactNode
}

/** A panel from below, for phones. */
export function Sheet({
  open,
  onOpenChange,
  title,
  modal = false,
  height = 'half',
  quiet = false,
  giveBack,
  children,
}: SheetProps) {
  const t = useTranslations('common')
  const covers = open && modal
  useCover(open && (modal || height === 'full'), () => onOpenChange(false))
  useEffect(() => {
    // What was said of the map is in the way of what is first in the sheet.
    if (covers) toast.giveWay()
  }, [covers])
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <RadixDialog.Portal>
        {modal ? <RadixDialog.Overlay className={scrimClass} /> : null}
        <RadixDialog.Content
          ref={countSheet}
          aria-describedby={undefined}
          {...(quiet
            ? {
                onOpenAutoFocus: (event: Event) => event.preventDefault(),
                onCloseAutoFocus: (event: Event) => {
                  event.preventDefault()
                  // What was pressed in it went with it: the map has the keyboard, as nothing else took it.
                  if (document.activeElement === document.body) giveBack?.()
                },
              }
            : {})}
          // A tap on the map is work on the map, and one on a message is about that: no wish to close the sheet.
          onInteractOutside={(event) => {
            if (!modal || isOnToast(event.target)) event.preventDefault()
          }}
          className={classes(
            'fixed inset-x-0 bottom-0 flex animate-sheet flex-col rounded-t-[14px] border-t border-hairline bg-panel pb-[env(safe-area-inset-bottom)] shadow-[0_-2px_8px_rgb(0_0_0/0.12)] outline-none',
            // Over its own scrim, or under the dialogs that are opened from it.
            modal ? 'z-40' : 'z-30',
            height === 'half' ? 'max-h-[45dvh]' : 'h-[calc(100dvh-3rem)]',
          )}
        >
          <span aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-quiet-border" />
          <div ref={keepClearOfToasts} className="flex items-center gap-3 ps-4 pe-2 pt-1 pb-2">
            <RadixDialog.Title className="min-w-0 flex-1 truncate text-[1.25rem] leading-7 font-semibold">
              {title}
            </RadixDialog.Title>
            <RadixDialog.Close
              aria-label={t('close')}
              className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-hover text-ink active:bg-pressed"
            >
              <X size={20} aria-hidden />
            </RadixDialog.Close>
          </div>
          {/* With room above for the focus ring of what stands there first. */}
          <div className="-mt-1.5 min-h-0 flex-1 overflow-y-auto px-4 pt-1.5 pb-4">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
