'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../lib/model/element'
import { Button } from '../ui/Button'
import { Menu } from '../ui/Menu'
import { useAskEntries } from './useAskEntries'

/** Asks the group about these elements, for those who run the meeting; nothing for others. */
export function AskButton({ elements }: { readonly elements: readonly MapElement[] }) {
  const t = useTranslations('rounds.ask')
  const [ask] = useAskEntries(elements)
  if (ask?.kind !== 'submenu') return null
  return <Menu align="start" entries={ask.entries} trigger={<Button size="small">{t('aboutThese')}</Button>} />
}
