'use client'
import { CloudOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../hooks/announcer'
import { useEditor } from '../hooks/EditorProvider'
import { useSync } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { toast } from '../ui/toast'
import { islandLook } from './Island'
import { saveCopy } from './saveCopy'
import { countUnsent } from './sentCount'

/** A short drop of the network is not worth a word. */
const quietFor = 3_000

/**
 * A quiet line while there is no server, and a word when it is back; a plain one, with a way to take a
 * copy, when the server has closed the map for good. Nothing that must be dismissed.
 */
export function OfflineNotice() {
  const t = useTranslations('panels.sync')
  const tParting = useTranslations('losses.parting')
  const editor = useEditor()
  const sync = useSync()
  const [shown, setShown] = useState(false)
  const unsent = useRef(0)
  const offline = sync.kind === 'offline'
  const closed = sync.kind === 'closed' ? sync.reason : undefined
  const away = offline || closed !== undefined
  if (!away && shown) setShown(false)

  useEffect(() => {
    if (!away) return undefined
    const timer = setTimeout(() => {
      setShown(true)
      announce(t(closed === undefined ? 'banner' : `closed.${closed}`), { urgent: closed !== undefined })
    }, quietFor)
    return () => clearTimeout(timer)
  }, [away, closed, t])

  const wasShown = useRef(false)
  useEffect(() => {
    if (shown && offline) wasShown.current = true
  }, [shown, offline])
  useEffect(() => {
    const sent = unsent.current
    unsent.current = countUnsent(sent, sync)
    // "Sent" is true only once the server has everything.
    if (sync.kind !== 'saved' || !wasShown.current) return
    wasShown.current = false
    toast.success(sent > 0 ? t('backSent', { count: sent }) : t('back'), { id: 'online' })
  }, [sync, t])

  if (!shown || (sync.kind !== 'offline' && sync.kind !== 'closed')) return null
  const unsaved = sync.kind === 'closed' ? (sync.unsent ?? 0) : 0
  return (
    <div
      className={classes(
        islandLook,
        'pointer-events-auto flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 bg-warn-tint px-3 py-1.5 text-second text-ink',
      )}
    >
      <CloudOff size={16} className="shrink-0 text-warn" aria-hidden />
      <span className="min-w-0 flex-1 basis-56">
        {sync.kind === 'offline' ? t(sync.kept ? 'banner' : 'bannerNotKept') : t(`closed.${sync.reason}`)}
        {unsaved > 0 ? ` ${tParting('unsent', { count: unsaved, copy: 'yes' })}` : ''}
      </span>
      {sync.kind === 'closed' ? (
        <Button size="small" onClick={() => saveCopy(editor.view.get())}>
          {t('download')}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" onClick={() => editor.reconnect()}>
        {t('tryNow')}
      </Button>
    </div>
  )
}
