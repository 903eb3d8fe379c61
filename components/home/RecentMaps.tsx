'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { recentMapsAnswerSchema } from '../../lib/protocol/recentMaps'
import { ask } from '../hooks/api'
import { Spinner } from '../ui/Spinner'
import { RecentCard } from './RecentCard'
import { recallRecent, rememberRecent, type ListedMap } from './recallRecent'

/** Cards shown before someone asks for all. */
const firstCards = 4

interface Listing {
  readonly maps: readonly ListedMap[]
  readonly from: 'server' | 'device'
}

/** The maps this browser was on lately: from the server, or from this device while it cannot be reached. */
export function RecentMaps({ query }: { readonly query: string }) {
  const t = useTranslations('home.recent')
  const [listing, setListing] = useState<Listing>()
  const [showsAll, setShowsAll] = useState(false)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const answer = await ask('/api/maps', recentMapsAnswerSchema)
      if (!current) return
      if (answer.ok) rememberRecent(answer.value)
      setListing(answer.ok ? { maps: answer.value.maps, from: 'server' } : { maps: recallRecent(), from: 'device' })
    }
    const again = (): void => void load()
    again()
    addEventListener('online', again)
    return () => {
      current = false
      removeEventListener('online', again)
    }
  }, [])

  const wanted = query.trim().toLocaleLowerCase()
  const all = listing?.maps ?? []
  const found = wanted === '' ? all : all.filter((map) => map.title.toLocaleLowerCase().includes(wanted))
  const shown = showsAll || wanted !== '' ? found : found.slice(0, firstCards)

  return (
    <section aria-labelledby="recent" className="flex flex-col gap-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id="recent" className="text-heading font-semibold">
          {t('title')}
        </h2>
        {wanted === '' && all.length > firstCards ? (
          <button
            type="button"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
            className="rounded-button text-body text-accent hover:underline pointer-coarse:h-11"
          >
            {showsAll ? t('fewer') : t('all', { count: all.length })}
          </button>
        ) : null}
      </header>
      {listing?.from === 'device' ? <p className="text-second text-muted">{t('offline')}</p> : null}
      <div role="status" className="text-body text-muted empty:hidden">
        {listing === undefined ? (
          <span className="inline-flex items-center gap-2">
            <Spinner size={16} />
            {t('loading')}
          </span>
        ) : found.length > 0 ? null : wanted === '' ? (
          t('empty')
        ) : (
          t('none', { query: query.trim() })
        )}
      </div>
      {shown.length === 0 ? null : (
        <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          {shown.map((map) => (
            <li key={map.id} className="flex">
              <RecentCard map={map} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
