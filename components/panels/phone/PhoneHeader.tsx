'use client'
import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useView } from '../../hooks/useMap'
import { IconButton } from '../../ui/IconButton'
import { keepClearOfToasts } from '../../ui/toastRoom'
import { PeopleButton } from '../PeopleIsland'
import { SyncChip } from '../SyncChip'
import { ViewOnlyChip } from '../ViewOnlyChip'

/** Back, title, where the edits are, who is here. What is said below it, so many pixels high, is not covered by the list of people. */
export function PhoneHeader({ below }: { readonly below: number }) {
  const t = useTranslations('panels.top')
  const router = useRouter()
  const title = useView((view) => view.meta.title)
  return (
    <header
      ref={keepClearOfToasts}
      data-region="top"
      className="pointer-events-auto border-b border-hairline bg-panel pt-[env(safe-area-inset-top)]"
    >
      <div className="flex h-13 items-center gap-0.5 px-1">
        <IconButton label={t('back')} className="size-11" onClick={() => router.push('/')}>
          <ChevronLeft size={24} aria-hidden className="rtl:-scale-x-100" />
        </IconButton>
        <h1 className="min-w-0 flex-1 truncate text-timer font-semibold" dir="auto">
          {title === '' ? t('untitled') : title}
        </h1>
        <ViewOnlyChip compact />
        <SyncChip compact />
        <PeopleButton max={1} below={below} />
      </div>
    </header>
  )
}
