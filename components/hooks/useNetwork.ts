'use client'
import { useEffect, useState } from 'react'
import type { describeTies } from '../../lib/analysis/network/describeTies'
import { toTieNetwork } from '../../lib/analysis/network/tieNetwork'
import { useView } from './useMap'
import { useFailedWork } from './useFailedWork'

export type NetworkAnswer = ReturnType<typeof describeTies>

/** Changes that follow each other within so many milliseconds are one question. */
const pause = 250

/**
 * What is said of the map's ties, worked out in a worker while a component that uses this is on the screen. The last
 * answer stands until the next. A question that is overtaken is given up with its worker: bridging takes seconds on
 * large networks, and nobody waits for an answer to what the map was.
 */
export function useNetwork(): { readonly answer: NetworkAnswer | undefined; readonly searching: boolean } {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const [answer, setAnswer] = useState<NetworkAnswer>()
  const [answered, setAnswered] = useState<object>()
  const sayFailed = useFailedWork()
  useEffect(() => {
    let worker: Worker | undefined
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./networkWorker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<NetworkAnswer>) => {
        setAnswer(data)
        setAnswered(links)
        worker?.terminate()
      })
      worker.addEventListener('error', () => {
        setAnswered(links)
        sayFailed()
      })
      worker.postMessage(toTieNetwork({ elements, links }))
    }, pause)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [elements, links, sayFailed])
  return { answer, searching: answered !== links }
}
