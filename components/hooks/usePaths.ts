'use client'
import type { PathQuestion, PathReply } from '../../lib/analysis/pathQuestion'
import { useGraphAnswer } from './useGraphAnswer'

/**
 * The answer to a question about ways through the map, worked out in a worker and anew when the map
 * changes. Undefined while nothing is asked and until the first answer; while a new one is worked out,
 * the last one to the same question stands.
 */
export function usePaths(question: PathQuestion | undefined): PathReply | undefined {
  const answer = useGraphAnswer<PathQuestion, PathReply>(openPathWorker, question)
  return answer !== undefined && answer.asked === JSON.stringify(question) ? answer.reply : undefined
}

function openPathWorker(): Worker {
  return new Worker(new URL('./pathWorker.ts', import.meta.url), { type: 'module' })
}
