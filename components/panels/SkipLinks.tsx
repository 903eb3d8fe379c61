'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace } from '../hooks/EditorProvider'
import { focusRegion } from './regions'

const look =
  'sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-60 focus:inline-flex focus:h-11 focus:items-center focus:rounded-button focus:bg-panel focus:px-4 focus:font-medium focus:text-ink focus:shadow-float'

/** First stops of the Tab key: straight to the map, or to the map as text. */
export function SkipLinks() {
  const t = useTranslations('panels.skip')
  const workspace = useWorkspace()
  return (
    <nav aria-label={t('label')} className="contents">
      <button type="button" className={look} onClick={() => focusRegion('canvas')}>
        {t('map')}
      </button>
      <button
        type="button"
        className={look}
        onClick={() => {
          workspace.update({ panel: 'outline' })
          // The panel has to be drawn before it can take the focus.
          requestAnimationFrame(() => requestAnimationFrame(() => focusRegion('panel')))
        }}
      >
        {t('outline')}
      </button>
    </nav>
  )
}
