'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { api } from '../hooks/api'
import type { Editor } from '../hooks/editor'
import type { TypedText } from '../hooks/typedTexts'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useSelf, useSync, useView } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { saveCopy } from '../panels/saveCopy'
import type { Parting } from './parting'
import { rememberSeat, type Seat } from './seat'
import type { ShutOut } from './useMapDoor'

/** Answers of the server that end a seat. */
const ends: readonly string[] = ['no-key', 'key-unknown', 'key-revoked', 'removed', 'no-such-map']

export interface SeatKeeperProps {
  readonly seat: Seat
  /** Told why, in the words of the API, with what would be lost with the map. */
  readonly shutOut: ShutOut
}

/**
 * Keeps the seat true while the map is open: its title and role for the next visit and for the tab,
 * and its end, once the server no longer honours it. Draws nothing, and may come late.
 */
export function SeatKeeper({ seat, shutOut }: SeatKeeperProps): null {
  const editor = useEditor()
  const { mapId } = editor
  const { typed } = useWorkspace()
  const t = useTranslations('common')
  const title = useView((view) => view.meta.title)
  const { role, name, colour } = useSelf()
  const sync = useSync()
  const waits = useObservable(editor.waits) !== 'no'

  useEffect(() => {
    if (sync.kind === 'loading' && !waits) return
    // Whoever waits has not got the map, and knows what it is called from joining.
    const called = waits ? seat.title : title
    document.title = `${called === '' ? t('untitled') : called} · ${t('name')}`
    const participant = { ...seat.participant, name, colour }
    rememberSeat(mapId, { participant, role, map: { id: mapId, title: called }, waits })
  }, [mapId, seat, name, colour, role, title, sync.kind, waits, t])

  const isClosed = sync.kind === 'closed' && (sync.reason === 'key-unknown' || sync.reason === 'no-such-map')
  useEffect(() => {
    if (!isClosed) return undefined
    let current = true
    // The socket only says that it is over; the API says why.
    void api.access(mapId, undefined, seat.participant.id).then((access) => {
      if (!current || access.ok || !ends.includes(access.reason.code)) return
      shutOut(access.reason.code, describeParting(editor, typed.list()))
    })
    return () => {
      current = false
    }
  }, [isClosed, editor, typed, mapId, seat, shutOut])
  return null
}

/** What goes with the map. They saw it until now, so a copy of it is theirs to take, whatever their role. */
function describeParting(editor: Editor, typed: readonly TypedText[]): Parting | undefined {
  const view = editor.view.get()
  const status = editor.sync.get()
  const { unsent = 0, kept = false } = status.kind === 'closed' ? status : {}
  const isEmpty = view.elements.size === 0 && view.meta.title === ''
  if (isEmpty && unsent === 0 && typed.length === 0) return undefined
  return { typed, unsent, kept, ...(isEmpty ? {} : { saveCopy: () => saveCopy(view) }) }
}
