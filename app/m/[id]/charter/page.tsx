import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CharterPage } from './CharterPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coalition.charter')
  return { title: t('title') }
}

/** The charter of a coalition, to read and to print. */
export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <CharterPage mapId={id} />
}
