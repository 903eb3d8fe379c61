'use client'
import { CloudOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { announce } from '../hooks/announcer'
import { useEditor } from '../hooks/EditorProvider'
import { useSync } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { islandLook } from './Island'

/** A short drop of the network is not worth a word. */
const quietFor = 3_000

/** A quiet line while there is no server, and a word when it is back. Nothing that must be dismissed. */
export function OfflineNotice() {
  const t = useTranslations('panels.sync')
  const editor = useEditor()
  const sync = useSync()
  const [shown, setShown] = useState(false)
  const unsent = useRef(0)
  const offline = sync.kind === 'offline'
  if (!offline && shown) setShown(false)

  useEffect(() => {
    if (!offline) return undefined
    const timer = setTimeout(() => {
      setShown(true)
      announce(t('banner'))
    }, quietFor)
    return () => clearTimeout(timer)
  }, [offline, t])

  const wasShown = useRef(false)
  useEffect(() => {
    if (shown) wasShown.current = true
  }, [shown])
  useEffect(() => {
    if (sync.kind === 'offline') unsent.current = sync.unsent
    // "Sent" is true only once the server has everything.
    else if (sync.kind === 'saved' && wasShown.current) {
      wasShown.current = false
      toast.success(unsent.current > 0 ? t('backSent', { count: unsent.current }) : t('back'), { id: 'online' })
      unsent.current = 0
    }
  }, [sync, t])

  if (!shown || sync.kind !== 'offline') return null
  return (
    <div
      className={classes(
        islandLook,
        'pointer-events-auto flex max-w-full items-center gap-2 bg-warn-tint px-3 py-1.5 text-second text-ink',
      )}
    >
      <CloudOff size={16} className="shrink-0 text-warn" aria-hidden />
      <span className="min-w-0">{t(sync.kept ? 'banner' : 'bannerNotKept')}</span>
      <Button size="small" variant="quiet" onClick={() => editor.reconnect()}>
        {t('tryNow')}
      </Button>
    </div>
  )
}
