import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../../../lib/base/result'
import { errorAnswerSchema } from '../../../lib/protocol/api'
import type { ApiProblem } from '../../hooks/api'

/** A report as the server made it, or why there is none. Never throws. */
export async function fetchReport(address: string): Promise<Result<Blob, ApiProblem>> {
  try {
    const response = await fetch(address)
    if (response.ok) return succeed(await response.blob())
    const problem = z.safeParse(errorAnswerSchema, await response.json().catch(() => undefined))
    return fail(
      problem.success
        ? { ...problem.data.error, status: response.status }
        : { code: 'failed', message: '', status: response.status },
    )
  } catch {
    return fail({ code: 'offline', message: '', status: 0 })
  }
}
