'use client'
import { useTranslations } from 'next-intl'
import { focusHere } from '../components/join/focusHere'
import { JoinCard } from '../components/join/JoinCard'
import { Button } from '../components/ui/Button'
import { buttonClass } from '../components/ui/buttonClass'

/** A fault of the program on a page. What was drawn is safe, and that is what people must hear first. */
export default function ErrorPage() {
  const t = useTranslations('errors.pages')
  return (
    <JoinCard title={t('broken.title')} titleRef={focusHere}>
      <p role="alert" className="mt-2 text-body text-muted">
        {t('broken.text')}
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => location.reload()}>
          {t('broken.again')}
        </Button>
        <a href="/" className={buttonClass()}>
          {t('start')}
        </a>
      </div>
    </JoinCard>
  )
}
