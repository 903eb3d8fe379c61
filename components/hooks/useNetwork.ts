'use client'
import { useEffect, useState } from 'react'
import type { describeTies } from '../../lib/analysis/network/describeTies'
import { toTieNetwork } from '../../lib/analysis/network/tieNetwork'
import { useEditor } from './EditorProvider'
import { useView } from './useMap'
import { useTieTypes } from './useTieTypes'
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
  const types = useTieTypes()
  const editor = useEditor()
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
      worker.postMessage(toTieNetwork({ elements, links, meta: editor.view.get().meta }))
    }, pause)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
    // Which way ties go may be said anew of a whole kind.
  }, [editor, elements, links, types, sayFailed])
  return { answer, searching: answered !== links }
}
