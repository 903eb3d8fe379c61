'use client'
import { useEffect, useState } from 'react'
import { serverTime } from '../../hooks/serverTime'

/** How often what is said of ends is looked at again, milliseconds. */
const interval = 10_000

/** The server's time, good enough to say which links have ended. */
export function useServerNow(): number {
  const [now, setNow] = useState(() => serverTime.now())
  useEffect(() => {
    const look = (): void => setNow(serverTime.now())
    const timer = setInterval(look, interval)
    const end = serverTime.ahead.subscribe(look)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [])
  return now
}
