'use client'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { IconButton } from '../ui/IconButton'
import { Island } from '../panels/Island'

/** Opens and closes the panel of looks. */
export function LooksButton() {
  const t = useTranslations('looks')
  const workspace = useWorkspace()
  const isOpen = useWorkspaceState((state) => state.panel === 'looks')
  return (
    <Island className="flex h-11 items-center px-1">
      <IconButton
        label={t('open')}
        active={isOpen}
        className="xl:w-auto xl:gap-1.5 xl:px-2"
        onClick={() => workspace.togglePanel('looks')}
      >
        <Eye size={18} aria-hidden />
        <span aria-hidden className="text-second max-xl:hidden">
          {t('title')}
        </span>
      </IconButton>
    </Island>
  )
}
