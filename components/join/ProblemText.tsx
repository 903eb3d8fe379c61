'use client'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'

/** What went wrong, with what the server added to it: when a link ended, how long to wait. */
export function ProblemText({ problem }: { readonly problem: ApiProblem }) {
  return useApiProblem()(problem)
}
