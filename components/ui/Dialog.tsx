'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as RadixDialog } from 'radix-ui'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { classes } from './classes'
import { useCover } from './covers'
import { hints } from './hints'
import { onEscape } from './onEscape'
import { keepClearOfToasts } from './toastRoom'

const widths = {
  small: 'sm:max-w-sm',
  medium: 'sm:max-w-lg',
  large: 'sm:max-w-3xl',
  full: 'sm:max-w-[96rem] sm:max-h-[calc(100dvh-3rem)]!',
} as const

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly size?: keyof typeof widths
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode
  /** For dialogs that lead with a field, such as the palette: the title is only read aloud. */
  readonly hideTitle?: boolean
  /** The keyboard begins at the first field, where there is one, instead of at the way out. */
  readonly startsInside?: boolean
  /** What the keyboard begins at instead. */
  readonly startsAt?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** Where one writes, chooses or counts. */
const fields = 'input:not([type=hidden]), textarea, button:not(:disabled), [role=radio], [role=slider]'

export const scrimClass = 'fixed inset-0 z-40 animate-appear bg-scrim'

/** A modal dialog; on a phone it comes from below. Focus goes in, stays in, and returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'medium',
  footer,
  hideTitle = false,
  startsInside = false,
  startsAt,
  children,
}: DialogProps) {
  const t = useTranslations('common')
  const inside = useRef<HTMLDivElement>(null)
  useCover(open, () => onOpenChange(false))
  // What is pointed at is under it now; and Esc is for what opened last.
  useLayoutEffect(() => {
    if (open) hints.close()
  }, [open])
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimClass} />
        <RadixDialog.Content
          onKeyDown={onEscape(() => onOpenChange(false))}
          onOpenAutoFocus={(event) => {
            const first =
              startsAt?.current ?? (startsInside ? inside.current?.querySelector<HTMLElement>(fields) : null)
            if (first === null || first === undefined) return
            event.preventDefault()
            first.focus()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={classes(
            'fixed inset-x-0 bottom-0 z-40 flex max-h-[calc(100dvh-2rem)] animate-sheet flex-col rounded-t-[14px] bg-panel shadow-float outline-none',
            'pb-[env(safe-area-inset-bottom)] sm:inset-auto sm:start-1/2 sm:top-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-rise rtl:sm:translate-x-1/2',
            'sm:max-h-[min(44rem,calc(100dvh-4rem))] sm:overflow-hidden sm:rounded-panel sm:border sm:border-hairline sm:pb-0',
            widths[size],
          )}
        >
          <header
            ref={keepClearOfToasts}
            className={classes('flex items-start gap-3 px-5 pt-4 pb-3', hideTitle && 'sr-only')}
          >
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="text-heading font-semibold text-balance">{title}</RadixDialog.Title>
              {description === undefined ? null : (
                <RadixDialog.Description className="mt-1 text-body text-muted">{description}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close
              aria-label={t('close')}
              className="-me-2 -mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-button text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X size={20} aria-hidden />
            </RadixDialog.Close>
          </header>
          {/*
           * With room above for the focus ring of what stands there first. What is placed freely in it (the fields that
           * stand behind radio buttons) is scrolled with it, and makes the dialog itself no longer.
           */}
          <div
            ref={inside}
            className={classes('relative min-h-0 flex-1 overflow-y-auto', hideTitle ? '' : '-mt-1.5 px-5 pt-1.5 pb-5')}
          >
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-hairline px-5 py-3">
              {footer}
            </footer>
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
