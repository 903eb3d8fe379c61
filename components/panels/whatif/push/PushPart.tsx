'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ElementId } from '../../../../lib/base/ids'
import { isShareable } from '../../../hooks/pulse/pulseRun'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { useWorkspace } from '../../../hooks/EditorProvider'
import { useElement, useSelection, useView } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'
import { VariablePicker } from '../VariablePicker'
import { RunCard } from './RunCard'
import { RunFoot } from './RunFoot'

/** Pushes a variable, and watches what follows. */
export function PushPart({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('whatif.push')
  const workspace = useWorkspace()
  const runs = usePulseRuns()
  const run = usePulse((screen) => screen.run)
  const isWatching = usePulse((screen) => screen.by !== undefined)
  const hasVariables = useView((view) => [...view.elements.values()].some(({ kind }) => kind === 'variable'))
  const { elements } = useSelection()
  const [picked, setPicked] = useState<ElementId>()
  const [only] = elements
  const selected = useElement(elements.length === 1 ? only : undefined)
  // What is chosen on the map last counts, until another is picked here.
  const [followed, setFollowed] = useState(selected?.id)
  if (followed !== selected?.id) {
    setFollowed(selected?.id)
    if (selected?.kind === 'variable') setPicked(undefined)
  }
  const wanted = picked ?? (selected?.kind === 'variable' ? selected.id : run?.question.variable)
  const chosen = useElement(wanted)

  useEffect(() => {
    workspace.update({ pushing: true })
    return () => workspace.update({ pushing: false })
  }, [workspace])

  if (!hasVariables) return <p className="px-4 pb-4 text-body text-muted">{t('noVariables')}</p>
  const push = (direction: 1 | -1): void => {
    if (chosen === undefined) return
    runs.push({ variable: chosen.id, direction })
    if (onShow !== undefined) onShow()
    workspace.get().camera?.reveal?.([chosen.id])
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col [@media(height<30rem)]:overflow-y-auto">
      {/* On a phone held sideways all of it scrolls: what stays in sight would leave no room for it. */}
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pb-4 [@media(height<30rem)]:flex-none [@media(height<30rem)]:overflow-visible">
        <VariablePicker label={t('variable')} value={chosen?.id} placeholder={t('choose')} onPick={setPicked} />
        <div className="flex gap-2">
          <Button className="flex-1" disabled={chosen === undefined} onClick={() => push(1)}>
            <span aria-hidden className="text-link-positive">
              ▲
            </span>
            {t('up')}
          </Button>
          <Button className="flex-1" disabled={chosen === undefined} onClick={() => push(-1)}>
            <span aria-hidden className="text-link-negative">
              ▼
            </span>
            {t('down')}
          </Button>
        </div>
        {onShow === undefined ? (
          <p className="text-meta text-muted">{t('hint')}</p>
        ) : (
          <Button
            variant="quiet"
            onClick={() => {
              onShow()
              // Leaving the panel ends it; here the map is where it goes on.
              setTimeout(() => workspace.update({ pushing: true }), 0)
            }}
          >
            {t('chooseOnMap')}
          </Button>
        )}
        {run === undefined ? null : <RunCard isWatching={isWatching} />}
      </div>
      {run === undefined ? null : <RunFoot isWatching={isWatching} canShare={isShareable(run.question)} />}
    </div>
  )
}
