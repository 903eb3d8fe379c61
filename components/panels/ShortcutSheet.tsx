'use client'
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ShortcutList } from './ShortcutList'

/** Every key, as the canvas knows them; can be printed. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.shortcuts')
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title={t('title')}
      description={t('note')}
      footer={
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <div data-print-sheet>
        <ShortcutList />
      </div>
    </Dialog>
  )
}
