import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ShortcutList } from '../../components/panels/ShortcutList'
import { Logo } from '../../components/ui/Logo'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return { title: t('title') }
}

const sections = {
  draw: ['add', 'link', 'sign', 'claim', 'move', 'undo'],
  together: ['invite', 'wait', 'see', 'hold', 'comment', 'saved'],
  practices: ['processes', 'challenge', 'pulse', 'results', 'experiment', 'coalition'],
  files: ['in', 'out'],
} as const

const bold = (chunks: ReactNode): ReactNode => <strong className="font-semibold">{chunks}</strong>

/** How to draw, how to work together, and every key, on one page. */
export default async function Page() {
  const t = await getTranslations('help')
  const common = await getTranslations('common')
  return (
    <div className="mx-auto w-full max-w-[52rem] px-4 pb-16 sm:px-8">
      <header className="flex h-16 items-center sm:h-24">
        <Link
          href="/"
          className="flex items-center gap-3 rounded-button text-ink no-underline"
          aria-label={common('home')}
        >
          <Logo size={30} />
          <span className="text-title font-semibold">{common('name')}</span>
        </Link>
      </header>
      <main className="flex flex-col gap-8">
        <header className="flex flex-col gap-2">
          <h1 className="text-title font-semibold">{t('title')}</h1>
          <p className="max-w-[40rem] text-timer text-muted">{t('lead')}</p>
        </header>
        {Object.entries(sections).map(([section, items]) => (
          <section key={section} aria-labelledby={section} className="flex flex-col gap-3">
            <h2 id={section} className="text-heading font-semibold">
              {t(`${section}.title`)}
            </h2>
            <ul className="flex max-w-[40rem] flex-col gap-2.5">
              {items.map((item) => (
                <li key={item} className="text-body leading-6">
                  {t.rich(`${section}.${item}`, { b: bold })}
                </li>
              ))}
            </ul>
            {section === 'practices' ? (
              <Link
                href="/help/practices"
                className="flex min-h-6 self-start rounded-button text-body text-accent no-underline hover:underline pointer-coarse:min-h-11 pointer-coarse:items-center"
              >
                {t('practicesMore')}
              </Link>
            ) : null}
          </section>
        ))}
        <section aria-labelledby="keys" className="flex flex-col gap-3">
          <h2 id="keys" className="text-heading font-semibold">
            {t('keys.title')}
          </h2>
          <p className="text-body leading-6">{t('keys.lead')}</p>
          <div className="rounded-panel border border-hairline bg-panel p-5">
            <ShortcutList />
          </div>
        </section>
      </main>
    </div>
  )
}
