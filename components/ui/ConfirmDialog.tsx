'use client'
import { useTranslations } from 'next-intl'
import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonClass } from './buttonClass'
import { scrimClass } from './Dialog'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  /** What will happen, and whether it can be taken back. */
  readonly description: ReactNode
  /** The verb of the act: "Revoke link", never "OK". */
  readonly confirm: string
  readonly danger?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that cannot be undone. Everything else gets an undo instead. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  danger = false,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations('common')
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrimClass} />
        <AlertDialog.Content className="fixed start-1/2 top-1/2 z-50 w-[calc(100vw-2rem)] max-w-sm -translate-x-1/2 -translate-y-1/2 animate-rise rounded-panel border border-hairline bg-panel p-5 shadow-float rtl:translate-x-1/2">
          <AlertDialog.Title className="text-heading font-semibold text-balance">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-body text-muted">{description}</AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel className={buttonClass()}>{t('cancel')}</AlertDialog.Cancel>
            <AlertDialog.Action onClick={onConfirm} className={buttonClass({ variant: danger ? 'danger' : 'primary' })}>
              {confirm}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
