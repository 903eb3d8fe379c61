import type { Translate } from '../../lib/templates/templateMap'
import english from '../../messages/en/templates.json'

/** Catalogues by language: a new language is one line here. */
const catalogues: Readonly<Record<string, object>> = { en: english }

/**
 * The texts of templates in the first of the browser's languages that there is, else English.
 * @param accepted an `Accept-Language` header
 */
export function findTemplateTexts(accepted: string | undefined): Translate {
  const wished = (accepted ?? '').split(',').map((part) => (part.split(/[-;]/)[0] ?? '').trim().toLowerCase())
  const language = wished.find((name) => Object.hasOwn(catalogues, name)) ?? 'en'
  const catalogue = catalogues[language] ?? english
  return (key) => {
    let part: unknown = catalogue
    for (const name of key.split('.')) part = (part as Readonly<Record<string, unknown>> | undefined)?.[name]
    return typeof part === 'string' ? part : key
  }
}
