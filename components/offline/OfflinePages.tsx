'use client'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Has the service worker keep this page and what it loaded, so that it opens without a network next
 * time. In production only: a kept page would hide what one has just changed. The document's
 * `data-kept` tells which page is kept.
 */
export function OfflinePages(): undefined {
  const path = usePathname()

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return undefined
    const workers = navigator.serviceWorker
    const onMessage = (event: MessageEvent<{ readonly kept?: unknown }>): void => {
      const { kept } = event.data
      if (typeof kept === 'string') document.documentElement.dataset['kept'] = kept
    }
    const keep = async (): Promise<void> => {
      await workers.register(`/sw.js?v=${process.env.WEFT_BUILD}`, { scope: '/' })
      const { active } = await workers.ready
      const loaded = performance.getEntriesByType('resource').map((entry) => entry.name)
      active?.postMessage({ keep: path, loaded: loaded.filter((name) => name.includes('/_next/static/')) })
    }
    workers.addEventListener('message', onMessage)
    workers.startMessages()
    // The page itself comes first; keeping it can wait until it is there.
    const start = (): void => {
      keep().catch(() => {
        // Private windows and strict browsers refuse workers; everything else works without.
      })
    }
    if (document.readyState === 'complete') start()
    else addEventListener('load', start, { once: true })
    return () => {
      removeEventListener('load', start)
      workers.removeEventListener('message', onMessage)
    }
  }, [path])

  return undefined
}
