'use client'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { defaultLocale, locales, type Locale } from '../../../messages'

/** Catalogues by language: a new language is one line here. */
const catalogues: Readonly<Record<Locale, () => Promise<{ readonly default: object }>>> = {
  en: () => import('../../../messages/en/templates.json'),
}

/**
 * The texts of templates, which pages do not bring along: loaded when first wanted. Undefined until
 * they are there; a text that is missing shows as its key.
 */
export function useTemplateTexts(): ((key: string) => string) | undefined {
  const region = useLocale()
  const locale = locales.find((one) => region.split('-')[0] === one) ?? defaultLocale
  const [texts, setTexts] = useState<object>()
  useEffect(() => {
    let isWanted = true
    void catalogues[locale]().then(
      (loaded) => {
        if (isWanted) setTexts(loaded.default)
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [locale])
  if (texts === undefined) return undefined
  return (key) => {
    let part: unknown = texts
    for (const name of key.split('.')) part = (part as Readonly<Record<string, unknown>> | undefined)?.[name]
    return typeof part === 'string' ? part : key
  }
}
