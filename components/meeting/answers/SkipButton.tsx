'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../../ui/Button'

/** Takes back what was given about one thing. @param name what it is called, for who hears it */
export function SkipButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const t = useTranslations('rounds.answer')
  return (
    <Button size="small" variant="quiet" aria-label={t('skipNamed', { name })} onClick={onClick}>
      {t('skip')}
    </Button>
  )
}
