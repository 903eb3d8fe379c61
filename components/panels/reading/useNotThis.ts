'use client'
import { useEditor } from '../../hooks/EditorProvider'
import { useObservable } from '../../hooks/useObservable'
import { notThisOn, type NotThis } from './notThis'

/** What this person does not want to see suggested on the open map. */
export function useNotThis(): NotThis {
  return useObservable(notThisOn(useEditor().mapId))
}
