'use client'
import { Ellipsis, ListTree, Plus, Search, SquareDashedMousePointer, StickyNote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { usePreload } from '../../hooks/usePreload'
import { isMakingLinks, isOffered, type Tool } from '../../hooks/workspace'
import { classes } from '../../ui/classes'
import { latePart } from '../../ui/latePart'
import { LinkIcon } from '../KindIcon'
import type { TextTask } from './PhoneTextBar'

const MoreSheet = latePart(async () => (await import('./MoreSheet')).MoreSheet)
const early = [MoreSheet]

/** Up to five actions with words under them, above the edge that the thumb reaches. */
export function PhoneBar({
  selecting,
  onSelecting,
  onTask,
}: {
  readonly selecting: boolean
  readonly onSelecting: (on: boolean) => void
  readonly onTask: (task: TextTask) => void
}) {
  const t = useTranslations('panels.phone')
  const workspace = useWorkspace()
  const isLinking = useWorkspaceState(isMakingLinks)
  const mayEdit = useMayEdit()
  const stepTools = useWorkspaceState((state) => state.stepTools)
  const offers = (tool: Tool): boolean => isOffered({ stepTools }, tool)
  const [more, setMore] = useState(false)
  usePreload(early)
  return (
    <nav
      aria-label={t('actions')}
      data-region="tools"
      className="pointer-events-auto border-t border-hairline bg-panel pb-[env(safe-area-inset-bottom)]"
    >
      <div className="flex h-15 items-stretch px-1">
        {mayEdit ? (
          <>
            {offers('variable') || offers('stakeholder') ? (
              <BarAction
                label={t('add')}
                icon={<Plus size={24} aria-hidden />}
                onPress={() => onTask({ kind: 'add' })}
              />
            ) : null}
            {offers('link') ? (
              <BarAction
                label={t('link')}
                icon={<LinkIcon size={24} />}
                pressed={isLinking}
                onPress={() => {
                  onSelecting(false)
                  workspace.chooseTool(isLinking ? 'select' : 'link')
                }}
              />
            ) : null}
            {offers('note') ? (
              <BarAction
                label={t('note')}
                icon={<StickyNote size={24} aria-hidden />}
                onPress={() => onTask({ kind: 'note' })}
              />
            ) : null}
            <BarAction
              label={t('select')}
              icon={<SquareDashedMousePointer size={24} aria-hidden />}
              pressed={selecting}
              onPress={() => {
                workspace.chooseTool('select')
                onSelecting(!selecting)
              }}
            />
          </>
        ) : (
          <>
            <BarAction
              label={t('find')}
              icon={<Search size={24} aria-hidden />}
              onPress={() => workspace.update({ panel: 'find' })}
            />
            <BarAction
              label={t('outline')}
              icon={<ListTree size={24} aria-hidden />}
              onPress={() => workspace.update({ panel: 'outline' })}
            />
          </>
        )}
        <BarAction label={t('more')} icon={<Ellipsis size={24} aria-hidden />} onPress={() => setMore(true)} />
      </div>
      {more ? <MoreSheet onClose={() => setMore(false)} /> : null}
    </nav>
  )
}

function BarAction({
  label,
  icon,
  pressed,
  onPress,
}: {
  readonly label: string
  readonly icon: ReactNode
  readonly pressed?: boolean
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classes(
        'my-1 flex min-w-11 flex-1 flex-col items-center justify-center gap-0.5 rounded-card text-second select-none',
        pressed === true ? 'bg-accent-tint font-medium text-accent' : 'text-ink active:bg-pressed',
      )}
    >
      {icon}
      {label}
    </button>
  )
}
