'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { KindsTab } from './KindsTab'
import { MovesTab } from './MovesTab'

const tabs = ['moves', 'kinds'] as const
type Tab = (typeof tabs)[number]

/** The whole map now against last time, and what kind of challenge its elements are. */
export function PulsePanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('going.panel')
  const workspace = useWorkspace()
  // Whoever looks at the map by the kind of challenge asks about that.
  const [tab, setTab] = useState<Tab>(() => (workspace.get().look?.colourBy === 'challenge' ? 'kinds' : 'moves'))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-4 pb-3">
        <SegmentedControl
          label={t('tabs')}
          value={tab}
          onChange={setTab}
          segments={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pb-4">
        {tab === 'moves' ? <MovesTab onShow={onShow} /> : <KindsTab onShow={onShow} />}
      </div>
    </div>
  )
}
