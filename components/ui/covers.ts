import { useEffect, useEffectEvent } from 'react'
import { createObservable, type Observable } from '../../lib/base/observable'

const standing = createObservable<readonly (() => void)[]>([])

/** How to close what stands over the whole page on a phone, sheets and dialogs, the last one at the end. */
export const covers: Observable<readonly (() => void)[]> = standing

/** Counts a sheet or dialog among what covers the page, for as long as it does. */
export function useCover(isCovering: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (!isCovering) return undefined
    const entry = (): void => close()
    standing.set([...standing.get(), entry])
    return () => standing.set(standing.get().filter((other) => other !== entry))
  }, [isCovering])
}

/** Closes all that covers the page, what is on top first. */
export function uncover(): void {
  for (const close of standing.get().toReversed()) close()
}
