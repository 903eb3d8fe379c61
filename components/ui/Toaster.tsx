'use client'
import { useTranslations } from 'next-intl'
import { Toaster as SonnerToaster } from 'sonner'
import { usePhone } from '../hooks/useMedia'
import { useTheme } from '../hooks/useTheme'

/** Where toasts appear: one per page. Six seconds, longer under the pointer; F8 brings the focus there. */
export function Toaster() {
  const t = useTranslations('common')
  const { dark } = useTheme()
  const phone = usePhone()
  return (
    <SonnerToaster
      theme={dark ? 'dark' : 'light'}
      // On a phone the bottom belongs to the thumb: bar, sheets, keyboard.
      position={phone ? 'top-center' : 'bottom-center'}
      duration={6000}
      hotkey={['F8']}
      containerAriaLabel={t('notifications')}
      offset={{ bottom: 76 }}
      mobileOffset={{ top: 'calc(60px + env(safe-area-inset-top))' }}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-card border border-hairline bg-panel px-4 py-3 text-body text-ink shadow-float font-sans',
          content: 'min-w-0 flex-1',
          description: 'text-muted',
          icon: 'shrink-0',
          error: 'border-s-4 border-s-danger',
          actionButton: 'shrink-0 rounded-button px-2 py-1 font-medium text-accent hover:bg-hover',
          cancelButton: 'shrink-0 rounded-button px-2 py-1 text-muted hover:bg-hover',
        },
      }}
    />
  )
}
