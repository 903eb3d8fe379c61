'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '../ui/Dialog'
import { Logo } from '../ui/Logo'

/** What Weft is, and whose work it stands on. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.about')
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} size="small" title={t('title')}>
      <div className="flex flex-col gap-3 text-body">
        <Logo size={40} />
        <p>{t('what')}</p>
        <p>{t('data')}</p>
        <p className="text-second text-muted">{t('credits')}</p>
        <p className="text-second text-muted">{t('licence')}</p>
      </div>
    </Dialog>
  )
}
