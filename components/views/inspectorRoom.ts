import { useSelection } from '../hooks/useMap'
import { useMedia } from '../hooks/useMedia'

/** Pixels that the inspector takes at the end of a wide window while it is open; 0 in a narrow one. */
export function useInspectorRoom(): number {
  const isWide = useMedia('(min-width: 1200px)')
  const { elements, links } = useSelection()
  return isWide && elements.length + links.length > 0 ? 324 : 0
}
