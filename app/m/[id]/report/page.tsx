import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReportPage } from './ReportPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report')
  return { title: t('title') }
}

/** The report of a meeting, to read and to print. */
export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <ReportPage mapId={id} />
}
