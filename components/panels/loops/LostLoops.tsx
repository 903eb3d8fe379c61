'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import type { Spotlight } from '../../hooks/workspace'
import { LostLoopRow } from './LostLoopRow'
import type { LostLoop } from './loopList'

/** What people named as a loop and that is none, or none any more: kept until somebody lets it go. */
export function LostLoops({
  lost,
  chosen,
  onLight,
  onShow,
}: {
  readonly lost: readonly LostLoop[]
  /** The loop that was chosen in the list. */
  readonly chosen: string | undefined
  /** What of it the map is to show alone, as long as one looks at it. */
  readonly onLight: (light: Spotlight | undefined) => void
  readonly onShow: ((light: Spotlight) => void) | undefined
}) {
  const t = useTranslations('panels.loops')
  const workspace = useWorkspace()
  const [byHand, setByHand] = useState<string>()
  // What was read when it lost a link is read on.
  const open = byHand ?? lost.find(({ key }) => key === chosen)?.key
  const toggle = (key: string): void => {
    setByHand(open === key ? undefined : key)
    if (chosen !== undefined) workspace.update({ loop: undefined })
  }
  if (lost.length === 0) return null
  return (
    <section
      aria-label={t('lost')}
      className="max-h-[34vh] min-h-24 shrink-0 overflow-y-auto border-t border-hairline px-1.5 py-2 max-sm:max-h-none"
    >
      <h3 className="px-2.5 pb-1 text-meta font-semibold text-muted">{t('lost')}</h3>
      <ul className="flex flex-col">
        {lost.map((one) => (
          <LostLoopRow
            key={one.key}
            lost={one}
            open={open === one.key}
            onToggle={() => toggle(one.key)}
            onLight={onLight}
            onShow={onShow}
          />
        ))}
      </ul>
    </section>
  )
}
