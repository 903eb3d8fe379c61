'use client'
import { useTranslations } from 'next-intl'
import type { SyncStatus } from '../hooks/editor'
import { useEditor } from '../hooks/EditorProvider'
import { Button } from '../ui/Button'
import { saveCopy } from './saveCopy'

/** What the word of the chip means, and what can be done. */
export function SyncExplanation({
  sync,
  isWaiting,
}: {
  readonly sync: SyncStatus
  /** What is typed waits for the release of the map. */
  readonly isWaiting: boolean
}) {
  const t = useTranslations('panels.sync')
  const editor = useEditor()
  const explanation = isWaiting
    ? t('explain.words')
    : sync.kind === 'closed'
      ? t(`closed.${sync.reason}`)
      : sync.kind === 'offline'
        ? t(sync.kept ? 'explain.offline' : 'explain.offline-not-kept', { unsent: sync.unsent })
        : sync.kind === 'withheld'
          ? t(sync.held === true ? 'explain.held' : 'explain.withheld', {
              unsent: sync.unsent,
              kept: sync.kept ? 'yes' : 'no',
            })
          : t(`explain.${sync.kind}`)
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body">{explanation}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => saveCopy(editor.view.get())}>
          {t('download')}
        </Button>
        {(sync.kind === 'offline' || sync.kind === 'closed') && (
          <Button size="small" variant="quiet" onClick={() => editor.reconnect()}>
            {t('tryNow')}
          </Button>
        )}
      </div>
    </div>
  )
}
