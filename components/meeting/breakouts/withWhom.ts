import type { useTranslations } from 'next-intl'

const mostNames = 5

/** Who else is in one's group, in one line. */
export function withWhom(t: ReturnType<typeof useTranslations<'breakouts.own'>>, names: readonly string[]): string {
  const shown = names.slice(0, mostNames)
  const more = names.length - shown.length
  if (names.length === 0) return t('alone')
  return t('with', { names: shown.join(', '), more })
}
