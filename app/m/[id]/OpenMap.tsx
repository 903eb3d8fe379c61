'use client'
import { useState, type ReactNode } from 'react'
import { MapCanvas } from '../../../components/canvas/MapCanvas'
import { EditorProvider, useEditor } from '../../../components/hooks/EditorProvider'
import { useObservable } from '../../../components/hooks/useObservable'
import { useEditorFor } from '../../../components/hooks/useEditorFor'
import { useIsDrawn } from '../../../components/hooks/usePreload'
import { useServerWords } from '../../../components/hooks/useServerWords'
import type { Seat } from '../../../components/join/seat'
import type { ShutOut } from '../../../components/join/useMapDoor'
import { MapChrome } from '../../../components/panels/MapChrome'
import { useTypingOn } from '../../../components/panels/useTypingOn'
import { latePart } from '../../../components/ui/latePart'

const LossTeller = latePart(async () => (await import('../../../components/panels/LossTeller')).LossTeller)
const SeatKeeper = latePart(async () => (await import('../../../components/join/SeatKeeper')).SeatKeeper)
const WaitingPage = latePart(async () => (await import('../../../components/meeting/door/WaitingPage')).WaitingPage)
const TypingOn = latePart(async () => (await import('../../../components/panels/TypingOn')).TypingOn)

export interface OpenMapProps {
  readonly mapId: string
  readonly seat: Seat
  readonly shutOut: ShutOut
}

/** The map itself, for someone who is in. */
export function OpenMap({ mapId, seat, shutOut }: OpenMapProps): ReactNode {
  const editor = useEditorFor(mapId, seat, useServerWords())
  if (editor === undefined) return undefined
  return (
    <EditorProvider editor={editor}>
      <Inside seat={seat} shutOut={shutOut} />
    </EditorProvider>
  )
}

function Inside(props: Omit<OpenMapProps, 'mapId'>): ReactNode {
  const waits = useObservable(useEditor().waits) !== 'no'
  // Whoever has seen the map waits for it to come back, and for no meeting to begin.
  const [wasIn, setWasIn] = useState(false)
  if (!waits && !wasIn) setWasIn(true)
  return (
    <>
      <Keepers {...props} waits={waits} />
      {waits ? (
        <WaitingPage seat={props.seat} wasIn={wasIn} />
      ) : (
        <MapChrome>{(insets) => <MapCanvas insets={insets} />}</MapChrome>
      )}
    </>
  )
}

/** Apart from the map, so that what it follows redraws nothing. */
function Keepers({ seat, shutOut, waits }: Omit<OpenMapProps, 'mapId'> & { readonly waits: boolean }): ReactNode {
  const isTypingOn = useTypingOn()
  const isDrawn = useIsDrawn()
  return (
    <>
      {isDrawn || waits ? <SeatKeeper seat={seat} shutOut={shutOut} /> : null}
      {isDrawn || isTypingOn ? <LossTeller /> : null}
      {isDrawn || isTypingOn ? <TypingOn /> : null}
    </>
  )
}
