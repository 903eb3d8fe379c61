import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { tidyCode } from '../../../components/home/roomAddress'
import { CodePage } from '../../../components/join/CodePage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('join.by-code')
  return { title: t('title') }
}

/** `/j/<code>`: what a picture code in the room leads to; only the name is left to type. */
export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params
  return <CodePage code={tidyCode(code)} />
}
