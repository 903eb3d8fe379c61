'use client'
import { useEffect, useRef, useState } from 'react'
import { toCausalGraph } from '../../lib/analysis/causalGraph'
import type { PathQuestion, PathReply } from '../../lib/analysis/pathQuestion'
import { useView } from './useMap'

interface Answer {
  readonly request: number
  readonly reply: PathReply
}

/**
 * The answer to a question about ways through the map, worked out in a worker and anew when the map
 * changes. Undefined while nothing is asked and until the first answer; while a new one is worked out,
 * the last one to the same question stands.
 */
export function usePaths(question: PathQuestion | undefined): PathReply | undefined {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const worker = useRef<Worker>(undefined)
  const request = useRef(0)
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly reply: PathReply }>()
  const asked = question === undefined ? undefined : JSON.stringify(question)

  useEffect(() => {
    if (asked === undefined) return undefined
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL('./pathWorker.ts', import.meta.url), { type: 'module' })
      request.current += 1
      const own = request.current
      worker.current.onmessage = (event: MessageEvent<Answer>) => {
        if (event.data.request === own) setAnswer({ asked, reply: event.data.reply })
      }
      worker.current.postMessage({
        request: own,
        graph: toCausalGraph({ elements, links }),
        question: JSON.parse(asked) as PathQuestion,
      })
    }, 16)
    return () => clearTimeout(timer)
  }, [asked, elements, links])

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = undefined
    },
    [],
  )
  return answer === undefined || answer.asked !== asked ? undefined : answer.reply
}
