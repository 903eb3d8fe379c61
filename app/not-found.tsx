import { getTranslations } from 'next-intl/server'
import { JoinCard } from '../components/join/JoinCard'
import { buttonClass } from '../components/ui/buttonClass'

export default async function NotFound() {
  const t = await getTranslations('errors.pages')
  return (
    <JoinCard title={t('missing.title')}>
      <p className="mt-2 text-body text-muted">{t('missing.text')}</p>
      <a href="/" className={`mt-5 ${buttonClass({ variant: 'primary' })}`}>
        {t('start')}
      </a>
    </JoinCard>
  )
}
