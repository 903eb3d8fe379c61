import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PracticeSection } from '../../../components/help/PracticeSection'
import { helpedPractices } from '../../../components/help/practices'
import { Logo } from '../../../components/ui/Logo'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practiceHelp')
  return { title: t('title') }
}

const linkLook = 'text-accent no-underline hover:underline'

/** Every practice of systems leadership in plain words, one section each, with a picture and its source. */
export default async function Page() {
  const t = await getTranslations('practiceHelp')
  const common = await getTranslations('common')
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 pb-16 sm:px-8">
      <header className="flex h-16 items-center justify-between gap-4 sm:h-24">
        <Link
          href="/"
          className="flex items-center gap-3 rounded-button text-ink no-underline"
          aria-label={common('home')}
        >
          <Logo size={30} />
          <span className="text-title font-semibold">{common('name')}</span>
        </Link>
        <Link href="/help" className={`flex min-h-11 items-center rounded-button text-body ${linkLook}`}>
          {t('back')}
        </Link>
      </header>
      <main className="flex flex-col gap-8">
        <header className="flex flex-col gap-2">
          <h1 className="text-title font-semibold">{t('title')}</h1>
          <p className="max-w-[40rem] text-timer text-muted">{t('lead')}</p>
        </header>
        <nav aria-label={t('contents')}>
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {helpedPractices.map((practice) => (
              <li key={practice}>
                <a href={`#${practice}`} className={`flex min-h-11 items-center rounded-button text-body ${linkLook}`}>
                  {t(`practices.${practice}.name`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {helpedPractices.map((practice) => (
          <PracticeSection key={practice} practice={practice} />
        ))}
      </main>
    </div>
  )
}
