'use client'
import { Toaster as Sonner } from 'sonner'
import { useTranslations } from 'next-intl'
import { useTheme } from '../hooks/useTheme'

/** Where short messages appear. Rendered once per page; call sonner's `toast` to show one. */
export function Toaster() {
  const t = useTranslations('common')
  const { dark } = useTheme()
  return (
    <Sonner
      theme={dark ? 'dark' : 'light'}
      position="bottom-center"
      containerAriaLabel={t('notifications')}
      offset={72}
      mobileOffset={{ bottom: 88 }}
      duration={6000}
      toastOptions={{
        style: {
          background: 'var(--color-ink)',
          color: 'var(--color-panel)',
          border: 'none',
          borderRadius: 'var(--radius-card)',
          fontFamily: 'var(--font-sans)',
          fontSize: '14px',
        },
      }}
    />
  )
}
