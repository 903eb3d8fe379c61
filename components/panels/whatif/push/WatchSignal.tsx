'use client'
import { useTranslations } from 'next-intl'
import type { Loop } from '../../../../lib/analysis/loop'
import { useWorkspace } from '../../../hooks/EditorProvider'
import { usePulseRuns } from '../../../hooks/pulse/usePulse'
import { Button } from '../../../ui/Button'

/** Sends a signal round one loop, from the variable that it is read from. */
export function WatchSignal({ loop, onShow }: { readonly loop: Loop; readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('whatif.push')
  const workspace = useWorkspace()
  const runs = usePulseRuns()
  const [variable] = loop.variables
  if (variable === undefined) return null
  return (
    <Button
      size="small"
      wide
      className="mt-3"
      onClick={() => {
        runs.push({ variable, direction: 1, loop: loop.links })
        if (onShow === undefined) workspace.update({ panel: 'what-if' })
        else onShow()
        workspace.get().camera?.reveal?.(loop.variables)
      }}
    >
      {t('watchSignal')}
    </Button>
  )
}
