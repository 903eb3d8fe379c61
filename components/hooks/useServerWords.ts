'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useRef } from 'react'
import type { RoomEvent } from '../../lib/protocol/events'
import { toast } from '../ui/toast'

/** Says what the server says to this person: that it refused something, or that it is a newer one. */
export function useServerWords(): (event: RoomEvent) => void {
  const t = useTranslations('editor')
  const version = useRef<string>(undefined)
  return useCallback(
    (event) => {
      // That one is shut out, or that the map is gone or held, the page says itself.
      if (event.kind === 'refused' && !['key-unknown', 'no-such-map', 'held'].includes(event.code)) {
        toast.error(t.has(`refused.${event.code}`) ? t(`refused.${event.code}`) : t('refused.other'), { id: 'refused' })
      }
      if (event.kind !== 'welcome') return
      // The first server that this page met is the one it was made by.
      version.current ??= event.version
      if (version.current === event.version) return
      toast(t('newer'), {
        id: 'newer',
        duration: Infinity,
        action: { label: t('reload'), onClick: () => location.reload() },
      })
    },
    [t],
  )
}
