import * as z from 'zod/mini'
import { createId } from '../base/ids'
import type { Random } from '../base/random'
import { fail, succeed, type Result } from '../base/result'
import { agendaSchema, type Agenda } from './agenda'

/** The most bytes of a file that is read as an agenda. */
export const mostAgendaFileBytes = 1024 * 1024

/** Why a file is no agenda: a stable word, and where it goes wrong. */
export interface AgendaFileProblem {
  readonly code: 'not-json' | 'not-agenda' | 'newer' | 'wrong-step' | 'wrong'
  /** Number of the step, from 1. */
  readonly step?: number
  /** The field at fault. */
  readonly field?: string
}

/** An agenda as a file, to be used on other maps: steps without ids, and without frames, which are this map's own. */
export function writeAgendaFile({ title, steps }: Agenda): string {
  const bare = steps.map(({ id: _id, frame: _frame, ...step }) => step)
  return `${JSON.stringify({ weftAgenda: 1, title, steps: bare }, undefined, 2)}\n`
}

const headSchema = z.object({ weftAgenda: z.number(), steps: z.array(z.looseObject({})) })

/** Reads a file that `writeAgendaFile` wrote, or somebody by hand. Steps get ids of their own. */
export function readAgendaFile(text: string, random: Random): Result<Agenda, AgendaFileProblem> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail({ code: 'not-json' })
  }
  const head = z.safeParse(headSchema, json)
  if (!head.success) return fail({ code: 'not-agenda' })
  if (head.data.weftAgenda !== 1) return fail({ code: 'newer' })
  const steps = head.data.steps.map(({ id: _id, frame: _frame, ...step }) => ({
    ...step,
    id: createId<string>(random),
  }))
  const read = z.safeParse(agendaSchema, { ...(json as object), steps })
  if (read.success) return succeed(read.data)
  const [root, index, ...field] = read.error.issues[0]?.path ?? []
  if (root === 'steps' && typeof index === 'number') {
    return fail({ code: 'wrong-step', step: index + 1, field: field.map(String).join('.') })
  }
  return fail({ code: 'wrong', field: String(root ?? '') })
}
