'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { api } from '../hooks/api'
import { useEditor } from '../hooks/EditorProvider'
import { useSelf, useSync, useView } from '../hooks/useMap'
import { rememberSeat, type Seat } from './seat'

/** Answers of the server that end a seat. */
const ends: readonly string[] = ['no-key', 'key-unknown', 'key-revoked', 'no-such-map']

/**
 * Keeps the seat true while the map is open: its title and role for the next visit and for the tab,
 * and its end, once the server no longer honours it.
 * @param shutOut told why, in the words of the API. Not while there is work that only this page has:
 *   then the map stays, with what it says about saving a copy.
 */
export function useSeatKeeping(seat: Seat, shutOut: (code: string) => void): void {
  const { mapId } = useEditor()
  const t = useTranslations('common')
  const title = useView((view) => view.meta.title)
  const { role } = useSelf()
  const sync = useSync()

  useEffect(() => {
    if (sync.kind === 'loading') return
    document.title = `${title === '' ? t('untitled') : title} · ${t('name')}`
    rememberSeat(mapId, { participant: seat.participant, role, map: { id: mapId, title } })
  }, [mapId, seat, role, title, sync.kind, t])

  const isClosed = sync.kind === 'closed' && (sync.reason === 'key-unknown' || sync.reason === 'no-such-map')
  const isAllSent = sync.kind === 'closed' && (sync.unsent ?? 0) === 0
  useEffect(() => {
    if (!isClosed || !isAllSent) return undefined
    let current = true
    // The socket only says that it is over; the API says why.
    void api.access(mapId, undefined, seat.participant.id).then((access) => {
      if (current && !access.ok && ends.includes(access.reason.code)) shutOut(access.reason.code)
    })
    return () => {
      current = false
    }
  }, [isClosed, isAllSent, mapId, seat, shutOut])
}
