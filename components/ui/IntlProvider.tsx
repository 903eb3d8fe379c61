'use client'
import { NextIntlClientProvider } from 'next-intl'
import { useSyncExternalStore, type ComponentProps, type ReactNode } from 'react'

interface Props {
  readonly locale: string
  readonly messages: NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>
  readonly children: ReactNode
}

const never = () => () => {}

/** Texts of every screen, with times and numbers as the reader's own region and time zone write them. */
export function IntlProvider({ locale, messages, children }: Props) {
  // The server cannot know the region; the page takes it over once it is alive in the browser.
  const region = useSyncExternalStore(
    never,
    () => navigator.languages.find((language) => language.split('-')[0] === locale) ?? locale,
    () => locale,
  )
  return (
    <NextIntlClientProvider
      locale={region}
      messages={messages}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      {children}
    </NextIntlClientProvider>
  )
}
