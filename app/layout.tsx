import type { Metadata, Viewport } from 'next'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OfflinePages } from '../components/offline/OfflinePages'
import { IntlProvider } from '../components/ui/IntlProvider'
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
  // Texts of templates go into maps, those of a report into files, those that explain practices into a page as the
  // server makes it; nothing in a browser asks for them.
  const { templates: _templates, reportDocument: _document, practiceHelp: _help, ...messages } = await getMessages()
  return (
    <html lang={locale} dir={dir} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <IntlProvider locale={locale} messages={messages}>
          <UiProvider dir={dir}>{children}</UiProvider>
          <OfflinePages />
        </IntlProvider>
      </body>
    </html>
  )
}
