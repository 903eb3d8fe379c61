import { createTranslator } from 'next-intl'
import { everyPlace } from '../../lib/analysis/resultFigures'
import type { ReportWords } from '../../lib/report/reportPage'
import { directionOf, locales, type Locale } from '../../messages'
import coalition from '../../messages/en/coalition.json'
import panels from '../../messages/en/panels.json'
import english from '../../messages/en/reportDocument.json'
import versions from '../../messages/en/versions.json'

/** Catalogues by language: a new language is one line here. */
const catalogues: Readonly<Record<Locale, object>> = {
  // What changed, and what coalitions say, is told in the words that the page has for it.
  en: { ...english, changes: versions.changes, kinds: panels.kinds, coalition },
}

/**
 * The words of a report.
 * @param wanted the language of the page, perhaps with its region (`en-GB`); English where there is none of it
 * @param zone an IANA time zone; UTC where it is none
 */
export function findReportWords(wanted: string | undefined, zone: string | undefined): ReportWords {
  const [language = ''] = (wanted ?? '').split('-')
  const locale = locales.find((one) => one === language) ?? 'en'
  const region = wanted !== undefined && locale === language && isLocale(wanted) ? wanted : locale
  const translate = createTranslator({
    locale: region,
    messages: catalogues[locale],
  }) as unknown as ReportWords['say'] & Pick<ReportWords, 'has'>
  const format = new Intl.DateTimeFormat(region, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone !== undefined && isZone(zone) ? zone : 'UTC',
  })
  const figureFormat = new Intl.NumberFormat(region, everyPlace)
  const listFormat = new Intl.ListFormat(region)
  // A day is the same wherever one is: it has no time zone.
  const dayFormat = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    lang: locale,
    dir: directionOf(locale),
    say: translate,
    has: (key) => translate.has(key),
    moment: (at) => format.format(at),
    list: (names) => listFormat.format(names),
    figure: (value) => figureFormat.format(value).replace(/^-/, '−'),
    day: (day) => {
      const at = new Date(`${day}T00:00:00Z`)
      return Number.isNaN(at.getTime()) ? day : dayFormat.format(at)
    },
  }
}

function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name).length > 0
  } catch {
    return false
  }
}

/** True for a time zone that this server knows. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
