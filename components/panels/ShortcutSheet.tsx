'use client'
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { printPart } from './printPart'
import { ShortcutList } from './ShortcutList'

/** Every key, as the canvas knows them; can be printed. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.shortcuts')
  const sheet = useRef<HTMLDivElement>(null)
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title={t('title')}
      description={t('note')}
      footer={
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => printPart(sheet.current, t('title'))}>
          {t('print')}
        </Button>
      }
    >
      {/* Long enough to scroll, and without a stop of its own: the keyboard needs one. */}
      <div ref={sheet} role="group" aria-label={t('title')} tabIndex={0} className="rounded-card">
        <ShortcutList />
      </div>
    </Dialog>
  )
}
