'use client'
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'

interface Props {
  readonly locale: string
  readonly messages: NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>
  readonly children: ReactNode
}

/** Texts of every screen, with times told in the reader's own time zone. */
export function IntlProvider({ locale, messages, children }: Props) {
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={messages}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      {children}
    </NextIntlClientProvider>
  )
}
