import { useCallback, useEffect } from 'react'
import { usePhone } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { covers } from '../ui/covers'
import { toast, type ToastOptions } from '../ui/toast'

const isCovering = (list: readonly unknown[]): boolean => list.length > 0

/**
 * On a phone a sheet or a dialog lies over what the meeting says over the map. Says it in front of that, for as long as
 * something lies there; what lies there keeps its place and what was typed in it.
 * @param thing what it is about: told again, it takes the place of what was said before
 * @returns whether anything covers the page, so that it was said
 */
export function useTellBelow(
  thing: string,
): (words: string, options?: Pick<ToastOptions, 'description' | 'action'>) => boolean {
  const phone = usePhone()
  const isCovered = useObservable(covers, isCovering)
  useEffect(() => {
    if (!isCovered) toast.past(thing)
  }, [isCovered, thing])
  return useCallback(
    (words, options) => {
      if (!phone || !isCovering(covers.get())) return false
      toast.anew(thing, words, { ...options, stays: true })
      return true
    },
    [phone, thing],
  )
}
