'use client'
import { CloudOff, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce, unsay } from '../hooks/announcer'
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
 * copy, when the server has closed the map for good, or did not get what somebody made who may no longer
 * edit: that one goes once the copy is taken. Nothing that must be dismissed.
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
  const withheld = sync.kind === 'withheld' && sync.held !== true ? sync.unsent : undefined
  const [copied, setCopied] = useState<number>()
  const isKept = sync.kind !== 'offline' || sync.kept
  const away = offline || closed !== undefined || withheld !== undefined
  if (!away && shown) setShown(false)

  useEffect(() => {
    if (!away) return undefined
    const words =
      closed !== undefined
        ? t(`closed.${closed}`)
        : withheld === undefined
          ? t(isKept ? 'banner' : 'bannerNotKept')
          : t('withheld', { count: withheld })
    const timer = setTimeout(() => {
      setShown(true)
      announce(words, { urgent: closed !== undefined || withheld !== undefined })
    }, quietFor)
    return () => {
      clearTimeout(timer)
      unsay(words)
    }
  }, [away, closed, withheld, isKept, t])

  const wasShown = useRef(false)
  const putBacks = useRef(0)
  useEffect(() => {
    if (shown && offline) wasShown.current = true
    if (offline) putBacks.current = editor.meetingNews.putBacks()
  }, [shown, offline, editor])
  useEffect(() => {
    const sent = unsent.current
    unsent.current = countUnsent(sent, sync)
    // "Sent" is true only once the server has everything.
    if (sync.kind !== 'saved' || !wasShown.current) return
    wasShown.current = false
    // What was put back is told by itself, with the words: here only that it was not all.
    const isAll = editor.meetingNews.putBacks() === putBacks.current
    const words = isAll ? t('backSent', { count: sent }) : t(sent > 1 ? 'backPartly' : 'back')
    toast.success(sent > 0 ? words : t('back'), { id: 'online' })
  }, [sync, t, editor])

  if (!shown || (sync.kind !== 'offline' && sync.kind !== 'closed' && sync.kind !== 'withheld')) return null
  if (sync.kind === 'withheld' && (withheld === undefined || withheld === copied)) return null
  const unsaved = sync.kind === 'closed' ? (sync.unsent ?? 0) : 0
  const Icon = withheld === undefined ? CloudOff : TriangleAlert
  return (
    <section
      aria-label={t('label')}
      className={classes(
        islandLook,
        'pointer-events-auto flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 bg-warn-tint px-3 py-1.5 text-second text-ink',
      )}
    >
      <Icon size={16} className="shrink-0 text-warn" aria-hidden />
      <span className="min-w-0 flex-1 basis-56">
        {sync.kind === 'offline' ? t(sync.kept ? 'banner' : 'bannerNotKept') : null}
        {sync.kind === 'withheld' ? t('withheld', { count: sync.unsent }) : null}
        {sync.kind === 'closed' ? t(`closed.${sync.reason}`) : null}
        {unsaved > 0 ? ` ${tParting('unsent', { count: unsaved, copy: 'yes' })}` : ''}
      </span>
      {offline ? null : (
        <Button
          size="small"
          onClick={() => {
            saveCopy(editor.view.get())
            setCopied(withheld)
          }}
        >
          {t('download')}
        </Button>
      )}
      {withheld === undefined ? (
        <Button size="small" variant="quiet" onClick={() => editor.reconnect()}>
          {t('tryNow')}
        </Button>
      ) : null}
    </section>
  )
}
