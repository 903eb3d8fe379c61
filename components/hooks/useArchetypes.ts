'use client'
import { useMemo } from 'react'
import {
  readArchetypeQuestion,
  type ArchetypeQuestion,
  type ArchetypeReply,
} from '../../lib/analysis/archetypeQuestion'
import { useGraphAnswer } from './useGraphAnswer'
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
  const loops = useView((view) => view.loops)
  const question = useMemo(() => readArchetypeQuestion({ elements, loops }), [elements, loops])
  const answer = useGraphAnswer<ArchetypeQuestion, ArchetypeReply>(openArchetypeWorker, question)
  return { isAsked: question !== undefined, reply: answer?.reply }
}

function openArchetypeWorker(): Worker {
  return new Worker(new URL('./archetypeWorker.ts', import.meta.url), { type: 'module' })
}
