import { useMedia } from '../hooks/useMedia'

/** Pixels that the inspector takes at the end of a wide window, whether it is open or not; 0 in a narrow one. */
export function useInspectorRoom(): number {
  return useMedia('(min-width: 1200px)') ? 324 : 0
}
