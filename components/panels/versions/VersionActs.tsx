'use client'
import { CopyPlus, ExternalLink, MoreHorizontal, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Version } from '../../../lib/protocol/version'
import { isAtLeast } from '../../../lib/protocol/role'
import { announce } from '../../hooks/announcer'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSelf } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { buttonClass } from '../../ui/buttonClass'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import type { MenuEntry } from '../../ui/menuEntry'
import { toast } from '../../ui/toast'
import { RenameForm } from './RenameForm'
import { useRestore } from './useRestore'
import { versionsApi } from './versionsApi'

export interface VersionActsProps {
  readonly version: Version
  readonly onNamed: (version: Version) => void
  /** A version was kept, before this one was put back. */
  readonly onKept: (version: Version) => void
  readonly onDeleted: () => void
}

type Question = 'restore' | 'delete'

/** What can be done with a version, as far as one's role goes. */
export function VersionActs({
  version,
  when,
  onNamed,
  onKept,
  onDeleted,
  onRestored,
}: VersionActsProps & {
  readonly when: string
  /** The map is another now, and wants to be seen. */
  readonly onRestored: () => void
}) {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const seat = useSeat()
  const { role, id: self } = useSelf()
  const mayEdit = useMayEdit()
  const mayRun = isAtLeast(role, 'facilitator')
  const mayName = mayRun || (mayEdit && (version.name === undefined || (self !== undefined && version.by?.id === self)))
  const [question, setQuestion] = useState<Question>()
  const [isNaming, setNaming] = useState(false)
  const [isCopying, setCopying] = useState(false)
  const [copy, setCopy] = useState<string>()
  const { restore, isBusy } = useRestore(onKept)

  const makeCopy = async (): Promise<void> => {
    setCopying(true)
    const made = await versionsApi.copy(seat, version.id)
    setCopying(false)
    if (made.ok) setCopy(made.value.links.owner.url)
    else toast.error(say(made.reason), { id: 'versions' })
  }
  const putBack = async (): Promise<void> => {
    if (await restore(version, when)) onRestored()
  }
  const remove = async (): Promise<void> => {
    const done = await versionsApi.remove(seat, version.id)
    if (!done.ok) {
      toast.error(say(done.reason), { id: 'versions' })
      return
    }
    announce(t('deleted'))
    onDeleted()
  }
  const naming: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'name',
      label: t(version.name === undefined ? 'name' : 'rename'),
      icon: <Pencil size={16} aria-hidden />,
      // Later, so that the menu has given the focus back before the field takes it.
      onSelect: () => setTimeout(() => setNaming(true), 50),
    },
  ]
  const running: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'copy',
      label: t('copy'),
      icon: <CopyPlus size={16} aria-hidden />,
      onSelect: () => void makeCopy(),
    },
    {
      kind: 'action',
      id: 'delete',
      label: t('delete'),
      icon: <Trash2 size={16} aria-hidden />,
      danger: true,
      onSelect: () => setTimeout(() => setQuestion('delete'), 50),
    },
  ]
  const entries = [...(mayName ? naming : []), ...(mayRun ? running : [])]
  if (entries.length === 0) return null
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-hairline px-4 py-3">
      {isNaming ? (
        <RenameForm
          version={version}
          onDone={(named) => {
            setNaming(false)
            if (named !== undefined) onNamed(named)
          }}
        />
      ) : (
        <div className="flex items-center gap-2">
          {mayRun ? (
            <Button
              variant="primary"
              className="min-w-0 flex-1"
              busy={isBusy}
              icon={<RotateCcw size={16} aria-hidden />}
              onClick={() => setQuestion('restore')}
            >
              {t('restore')}
            </Button>
          ) : null}
          <Menu
            align="end"
            side="top"
            entries={entries}
            trigger={
              <IconButton label={t('manage')} aria-busy={isCopying || undefined}>
                <MoreHorizontal size={18} aria-hidden />
              </IconButton>
            }
          />
        </div>
      )}
      {copy === undefined ? null : (
        <div role="status" className="flex flex-col gap-2">
          <p className="text-second">{t('copied')}</p>
          <a href={copy} target="_blank" rel="noreferrer" className={buttonClass({ size: 'small', wide: true })}>
            <ExternalLink size={16} aria-hidden />
            {t('openCopy')}
          </a>
        </div>
      )}
      <ConfirmDialog
        open={question !== undefined}
        onOpenChange={(open) => (open ? undefined : setQuestion(undefined))}
        danger={question === 'delete'}
        title={question === 'delete' ? t('deleteTitle') : t('restoreTitle', { when })}
        description={question === 'delete' ? t('deleteText', { when }) : t('restoreText')}
        confirm={t(question === 'delete' ? 'delete' : 'restoreConfirm')}
        onConfirm={() => void (question === 'delete' ? remove() : putBack())}
      />
    </div>
  )
}
