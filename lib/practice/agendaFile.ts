import * as z from 'zod/mini'
import { createId, type ElementId } from '../base/ids'
import type { Random } from '../base/random'
import { fail, succeed, type Result } from '../base/result'
import { labelKey, toLabel } from '../model/label'
import type { MapView } from '../model/mapView'
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

/** A frame of a map, by which a step says where it takes place. */
export interface NamedFrame {
  readonly id: ElementId
  readonly label: string
}

/** The frames of a map, in its order. */
export function framesOf({ elements }: Pick<MapView, 'elements'>): readonly NamedFrame[] {
  return [...elements.values()].filter(({ kind }) => kind === 'frame')
}

/** What was read of a file. */
export interface ReadAgenda {
  readonly agenda: Agenda
  /** Names of the frames that steps take place in and this map does not have, each once: their steps have none. */
  readonly missing: readonly string[]
}

/**
 * An agenda as a file, to be used on other maps: steps without ids, and with the name of their frame in the place of its id. A frame
 * that is not among these, or has no name, is left out.
 */
export function writeAgendaFile({ title, steps }: Agenda, frames: readonly NamedFrame[]): string {
  const names = new Map(frames.map(({ id, label }) => [id, toLabel(label)]))
  const bare = steps.map(({ id: _id, frame, ...step }) => {
    const name = frame === undefined ? '' : (names.get(frame) ?? '')
    return name === '' ? step : { ...step, frame: name }
  })
  return `${JSON.stringify({ weftAgenda: 1, title, steps: bare }, undefined, 2)}\n`
}

const headSchema = z.object({ weftAgenda: z.number(), steps: z.array(z.looseObject({})) })

/**
 * Reads a file that `writeAgendaFile` wrote, or somebody by hand, for a map with these frames: of several that are called
 * the same it is the first. Steps get ids of their own.
 */
export function readAgendaFile(
  text: string,
  frames: readonly NamedFrame[],
  random: Random,
): Result<ReadAgenda, AgendaFileProblem> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail({ code: 'not-json' })
  }
  const head = z.safeParse(headSchema, json)
  if (!head.success) return fail({ code: 'not-agenda' })
  if (head.data.weftAgenda !== 1) return fail({ code: 'newer' })
  const byName = new Map([...frames].reverse().map(({ id, label }) => [labelKey(label), id]))
  const missing = new Map<string, string>()
  const steps = head.data.steps.map(({ id: _id, frame, ...step }) => {
    const fresh = { ...step, id: createId<string>(random) }
    if (typeof frame !== 'string') return { ...fresh, ...(frame !== undefined && { frame }) }
    const name = labelKey(frame)
    if (name === '') return fresh
    const found = byName.get(name)
    if (found === undefined) missing.set(name, toLabel(frame))
    return { ...fresh, ...(found !== undefined && { frame: found }) }
  })
  const read = z.safeParse(agendaSchema, { ...(json as object), steps })
  if (read.success) return succeed({ agenda: read.data, missing: [...missing.values()] })
  const [root, index, ...field] = read.error.issues[0]?.path ?? []
  if (root === 'steps' && typeof index === 'number') {
    return fail({ code: 'wrong-step', step: index + 1, field: field.map(String).join('.') })
  }
  return fail({ code: 'wrong', field: String(root ?? '') })
}
