'use client'
import { Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SegmentedControl } from '../ui/SegmentedControl'
import { LensesSection } from './LensesSection'
import { useEditor, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { Button } from '../ui/Button'
import { useMapBeside } from './useMapBeside'
import { useShowing } from './useShowing'
import { NowSection } from './NowSection'
import { SavedSection } from './SavedSection'

const tabs = ['now', 'saved', 'lenses'] as const
type Tab = (typeof tabs)[number]

/** How one looks at the map: what is shown now, the looks that were saved, and the lenses. */
export function LooksPanel({ onShow }: { readonly onShow?: () => void }) {
  const t = useTranslations('looks')
  const lens = useWorkspaceState(({ look }) => look?.lens)
  const [tab, setTab] = useState<Tab>(lens === undefined ? 'now' : 'lenses')
  const [known, setKnown] = useState(lens)
  // Whoever begins to look through a lens reads its number and its question beside it.
  if (known !== lens) {
    setKnown(lens)
    if (lens !== undefined) setTab('lenses')
  }
  // On a phone it lies on the map until a look is shown.
  useMapBeside(onShow === undefined)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-4 pb-3">
        <SegmentedControl
          label={t('tabsLabel')}
          value={tab}
          onChange={setTab}
          segments={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pb-4">
        {tab === 'now' ? <NowSection /> : null}
        {tab === 'saved' ? <SavedSection onShow={onShow} /> : null}
        {tab === 'lenses' ? <LensesSection onShow={onShow} /> : null}
      </div>
      <ShowAll />
    </div>
  )
}

/** For those who run the meeting: brings what they see to all. */
function ShowAll() {
  const t = useTranslations('looks.brought')
  const { may, show, stop } = useShowing()
  const isShown = useObservable(useEditor().shown, (shown) => shown !== undefined)
  if (!may) return null
  return (
    <div className="flex flex-col gap-2 border-t border-hairline px-4 py-3">
      <Button size="small" icon={<Presentation size={16} aria-hidden />} onClick={() => void show()}>
        {t('show')}
      </Button>
      {isShown ? (
        <Button size="small" variant="quiet" onClick={() => void stop()}>
          {t('stopAll')}
        </Button>
      ) : (
        <p className="text-meta text-muted">{t('showHint')}</p>
      )}
    </div>
  )
}
