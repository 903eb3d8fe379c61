'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { readArchetypeQuestion, type ArchetypeReply } from '../../lib/analysis/archetypeQuestion'
import { toCausalGraph } from '../../lib/analysis/causalGraph'
import type { ArchetypeRequest } from './archetypeWorker'
import { useView } from './useMap'

/** What is known of archetypes on the map. */
export interface ArchetypeState {
  /** False if nothing is marked and nothing confirmed: then there is nothing to look for. */
  readonly isAsked: boolean
  /** Undefined until the first answer; while a new one is worked out, the last one stands. */
  readonly reply: ArchetypeReply | undefined
}

/**
 * Archetypes on the map, looked for in a worker of their own while a component that uses this is on
 * the screen: not behind the search for loops, which may take seconds on a large map. A map without
 * marks costs nothing.
 */
export function useArchetypes(): ArchetypeState {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const loops = useView((view) => view.loops)
  const worker = useRef<Worker>(undefined)
  const request = useRef(0)
  const [reply, setReply] = useState<ArchetypeReply>()
  const question = useMemo(() => readArchetypeQuestion({ elements, loops }), [elements, loops])

  useEffect(() => {
    if (question === undefined) return undefined
    // Several changes of one moment are one question.
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL('./archetypeWorker.ts', import.meta.url), { type: 'module' })
      request.current += 1
      const own = request.current
      worker.current.onmessage = (
        event: MessageEvent<{ readonly request: number; readonly reply: ArchetypeReply }>,
      ) => {
        if (event.data.request === own) setReply(event.data.reply)
      }
      const asked: ArchetypeRequest = { request: own, graph: toCausalGraph({ elements, links }), question }
      worker.current.postMessage(asked)
    }, 16)
    return () => clearTimeout(timer)
  }, [question, elements, links])

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = undefined
    },
    [],
  )
  return { isAsked: question !== undefined, reply: question === undefined ? undefined : reply }
}
