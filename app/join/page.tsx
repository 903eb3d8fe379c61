import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodePage } from '../../components/join/CodePage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('join.by-code')
  return { title: t('title') }
}

/** `/join`: short enough to be read aloud. */
export default function Page() {
  return <CodePage />
}
