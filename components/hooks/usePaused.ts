'use client'
import { mayEdit } from '../../lib/protocol/role'
import { useEditor } from './EditorProvider'
import { useSelf } from './useMap'
import { useObservable } from './useObservable'

/** True while somebody holds the map and this person could change it otherwise. */
export function usePaused(): boolean {
  const isHeld = useObservable(useEditor().hold) !== undefined
  const { role, mayEdit: mayNow } = useSelf()
  return isHeld && !mayNow && mayEdit(role)
}
