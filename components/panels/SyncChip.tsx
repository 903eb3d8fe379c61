'use client'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SyncStatus } from '../hooks/editor'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useSync } from '../hooks/useMap'
import { usePreload } from '../hooks/usePreload'
import { classes } from '../ui/classes'
import { latePart } from '../ui/latePart'
import { Popover } from '../ui/Popover'

const SyncExplanation = latePart(async () => (await import('./SyncExplanation')).SyncExplanation)
const early = [SyncExplanation]

const icons = {
  loading: <LoaderCircle size={16} className="animate-spin" aria-hidden />,
  saved: <Check size={16} aria-hidden />,
  saving: <LoaderCircle size={16} className="animate-spin" aria-hidden />,
  offline: <CloudOff size={16} aria-hidden />,
  withheld: <TriangleAlert size={16} aria-hidden />,
  closed: <TriangleAlert size={16} aria-hidden />,
  'read-only': <TriangleAlert size={16} aria-hidden />,
} as const

const colours: Readonly<Record<SyncStatus['kind'], string>> = {
  loading: 'text-muted',
  saved: 'text-ok',
  saving: 'text-muted',
  offline: 'text-warn',
  withheld: 'text-warn',
  closed: 'text-danger',
  'read-only': 'text-warn',
}

/** Where one's edits are, in a word; pressed, it explains. Never claims more than the server has confirmed. */
export function SyncChip({ compact = false }: { readonly compact?: boolean }) {
  const t = useTranslations('panels.sync')
  const sync = useSync()
  const isWaiting = useWorkspaceState(({ wordsWait }) => wordsWait) && sync.kind === 'saved'
  const kind = isWaiting ? 'withheld' : sync.kind
  usePreload(early)
  const word = isWaiting
    ? t('word.words')
    : sync.kind === 'offline' && !sync.kept
      ? t('word.offline-not-kept')
      : t(`word.${sync.kind === 'withheld' && sync.held ? 'held' : sync.kind}`)
  return (
    <Popover
      label={t('label')}
      align="start"
      className="w-80 p-4"
      trigger={
        <button
          type="button"
          aria-label={t('chip', { word })}
          className={classes(
            'inline-flex h-9 shrink-0 items-center justify-center gap-1.5 rounded-button px-2 text-second font-medium whitespace-nowrap hover:bg-hover pointer-coarse:h-11',
            compact && 'min-w-11',
            colours[kind],
          )}
        >
          {icons[kind]}
          {!(compact && (kind === 'saved' || kind === 'saving')) && (
            <span className={classes(compact && 'sr-only')}>{word}</span>
          )}
        </button>
      }
    >
      <SyncExplanation sync={sync} isWaiting={isWaiting} />
    </Popover>
  )
}
