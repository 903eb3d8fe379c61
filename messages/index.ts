/** The languages that have a catalogue. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** Parts of the catalogue: one file each under messages/<locale>/. */
export const messageAreas = [
  'common',
  'home',
  'join',
  'help',
  'editor',
  'canvas',
  'panels',
  'analysis',
  'actors',
  'archetypes',
  'hints',
  'arrange',
  'whatif',
  'loops',
  'leverage',
  'claims',
  'paths',
  'network',
  'holds',
  'practices',
  'practiceHelp',
  'contributions',
  'experiments',
  'coalition',
  'results',
  'going',
  'losses',
  'views',
  'sectors',
  'inventory',
  'rounds',
  'surveys',
  'agenda',
  'breakouts',
  'comments',
  'versions',
  'compare',
  'people',
  'door',
  'table',
  'fields',
  'looks',
  'steps',
  'problems',
  'errors',
  'templates',
  'formats',
  'report',
  'reportDocument',
] as const

/** Reads every text of one language, by area. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const areas = await Promise.all(
    messageAreas.map(async (area) => {
      const module: { default: Record<string, unknown> } = await import(`./${locale}/${area}.json`)
      return [area, module.default] as const
    }),
  )
  return Object.fromEntries(areas)
}

/** Writing direction of a language. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr'
}
