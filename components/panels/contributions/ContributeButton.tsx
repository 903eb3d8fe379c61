'use client'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import { useWorkspace } from '../../hooks/EditorProvider'
import { Button } from '../../ui/Button'
import { KindIcon } from '../KindIcon'

/** Begins an action for a variable, on the map, where its name is open at once. */
export function ContributeButton({ to, small = false }: { readonly to: ElementId; readonly small?: boolean }) {
  const t = useTranslations('canvas.menu')
  const workspace = useWorkspace()
  return (
    <Button
      {...(small ? { size: 'small' as const, className: 'self-start' } : {})}
      icon={<KindIcon kind="action" size={small ? 16 : 18} />}
      onClick={() => {
        workspace.showView('map')
        workspace.get().camera?.contribute?.(to)
      }}
    >
      {t('contribute')}
    </Button>
  )
}
