'use client'
import { useEffect, useRef, useState } from 'react'
import type { Seat } from '../join/seat'
import type { MapId } from '../../lib/base/ids'
import { createEditor } from '../../lib/editor/createEditor'
import type { Editor } from '../../lib/editor/editor'
import { hasUnsaved } from '../../lib/editor/syncStatus'
import type { RoomEvent } from '../../lib/protocol/events'

const socketUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/sync`

/**
 * Opens the map for a seat and closes it when the page goes. Undefined until it is open. Redrawing
 * the page does not touch it: only another map or another seat opens it anew.
 */
export function useEditorFor(mapId: string, seat: Seat, onEvent: (event: RoomEvent) => void): Editor | undefined {
  const [editor, setEditor] = useState<Editor>()
  const { participant, role, waits } = seat
  const listener = useRef(onEvent)
  useEffect(() => {
    listener.current = onEvent
  }, [onEvent])

  useEffect(() => {
    const opened = createEditor({
      mapId: mapId as MapId,
      participant,
      role,
      waits,
      socketUrl: socketUrl(),
      onEvent: (event) => listener.current(event),
    })
    setEditor(opened)
    // Edits are kept on the device, but someone may be about to wipe or leave it.
    const warn = (event: BeforeUnloadEvent): void => {
      if (hasUnsaved(opened.sync.get())) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
      opened.close()
    }
    // A seat is one object for as long as the door stays open.
  }, [mapId, participant, role, waits])

  return editor
}
