'use client'
import { useEscapeToMap } from './useEscapeToMap'
import { ViewKeeper } from './ViewKeeper'

/** Keeps what is worked on in view, and gives the keyboard back to the map. Draws nothing. */
export function MapKeepers() {
  useEscapeToMap()
  return <ViewKeeper />
}
