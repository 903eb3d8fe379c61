'use client'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { mayEdit } from '../../lib/protocol/role'
import { useSelf, useSync } from '../hooks/useMap'
import { Popover } from '../ui/Popover'

/** Says that one may look but not change, and why. Nothing for those who may. `compact` shows the sign without its words. */
export function ViewOnlyChip({ compact = false }: { readonly compact?: boolean }) {
  const t = useTranslations('panels.viewOnly')
  const self = useSelf()
  const sync = useSync()
  const reason =
    sync.kind === 'read-only' ? 'newer' : sync.kind === 'closed' ? 'closed' : mayEdit(self.role) ? undefined : self.role
  if (reason === undefined) return null
  const label = t(reason === 'commenter' ? 'labelComment' : 'label')
  return (
    <Popover
      label={label}
      align="start"
      className="w-80 p-4"
      trigger={
        <button
          type="button"
          aria-label={compact ? label : undefined}
          className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-button bg-hover px-2.5 text-second font-medium whitespace-nowrap text-ink pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
        >
          <Eye size={16} aria-hidden />
          {compact ? null : label}
        </button>
      }
    >
      <p className="text-body">{t(`why.${reason}`)}</p>
    </Popover>
  )
}
