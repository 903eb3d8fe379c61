import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UiProvider } from '../components/ui/UiProvider'
import { directionOf } from '../messages'
import { themeScript } from './themeScript'
import '@fontsource-variable/inter/wght.css'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('tagline'),
    // Addresses of maps carry keys in their fragment; nothing of an address is told to anyone.
    referrer: 'no-referrer',
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FAFAF7' },
    { media: '(prefers-color-scheme: dark)', color: '#15181E' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale()
  const dir = directionOf(locale)
  return (
    <html lang={locale} dir={dir} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <NextIntlClientProvider>
          <UiProvider dir={dir}>{children}</UiProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
