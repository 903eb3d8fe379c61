'use client'
import { useTranslations } from 'next-intl'
import { AlertDialog as Radix } from 'radix-ui'
import { Button } from './Button'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly description: string
  readonly confirmLabel: string
  readonly dangerous?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something that cannot be taken back. Whatever undo can take back is not asked about. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, description, confirmLabel, dangerous = false, onConfirm, onCancel } = props
  const t = useTranslations('common')
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onCancel())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/35" />
        <Radix.Content className="fixed start-1/2 top-1/2 z-50 w-105 max-w-[calc(100vw-32px)] -translate-1/2 rounded-panel border border-hairline bg-panel p-5 text-ink shadow-float rtl:translate-x-1/2">
          <Radix.Title className="text-panel font-semibold">{title}</Radix.Title>
          <Radix.Description className="mt-2 text-body text-muted">{description}</Radix.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{t('cancel')}</Button>
            </Radix.Cancel>
            <Radix.Action asChild onClick={onConfirm}>
              <Button look={dangerous ? 'danger' : 'filled'}>{confirmLabel}</Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
