'use client'
import { useCallback, useSyncExternalStore } from 'react'

const no = (): boolean => false

/** Follows a media query. False while rendering on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => {
        list.removeEventListener('change', listener)
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches, no)
}

/** True where the phone layout is used: windows narrower than 768 px, or too low for tools at the side. */
export function usePhone(): boolean {
  return useMedia('(max-width: 767.98px), (max-height: 479.98px)')
}
