import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { elementIdField } from '../model/fields'
import { roundSetupSchema } from './round'
import { targetSets } from './targets'
import { mostTimerMinutes } from './timer'

/** The most steps of one agenda. */
export const mostSteps = 40

/** What those who edit are given to draw with. */
export const stepTools = ['variable', 'stakeholder', 'link', 'note', 'text', 'frame'] as const
export type StepTool = (typeof stepTools)[number]

/** What a prepared round is about, found when it is opened: all of a kind that is on the map by then. */
export const stepAbouts = [...targetSets, 'none'] as const

const stepRoundSchema = z.object({ about: z.enum(stepAbouts), setup: roundSetupSchema })
export type StepRound = z.output<typeof stepRoundSchema>

/** One thing that a meeting does: what people are asked to do, for how long, where, and with what. */
export const stepSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  instruction: z._default(z.string().check(z.maxLength(1_000)), ''),
  /** 0: as long as it takes. */
  minutes: z._default(z.int().check(z.gte(0), z.lte(mostTimerMinutes)), 0),
  /** Everyone's view goes there. One that is no longer on the map is as none. */
  frame: z.optional(elementIdField),
  /** What those who edit see; all of it where this is left out. A help, not a lock. */
  tools: z.optional(z.array(z.enum(stepTools)).check(z.maxLength(stepTools.length))),
  round: z.optional(stepRoundSchema),
  /** What is opened beside the map (`stepPanels`). One of another version is kept, and not opened. */
  panel: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
})
export type Step = z.output<typeof stepSchema>

/** What a meeting does, in order. */
export const agendaSchema = z.object({
  title: z._default(z.string().check(z.maxLength(limits.title)), ''),
  steps: z.array(stepSchema).check(
    z.maxLength(mostSteps),
    z.refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'must have ids of their own'),
  ),
})
export type Agenda = z.output<typeof agendaSchema>

export const emptyAgenda: Agenda = { title: '', steps: [] }

/** Minutes of all steps together. */
export function agendaMinutes({ steps }: Agenda): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The agenda with a step put where another is. Where there is no such step, as it was. */
export function moveStep(agenda: Agenda, id: string, to: number): Agenda {
  const step = agenda.steps.find((one) => one.id === id)
  if (step === undefined) return agenda
  const others = agenda.steps.filter((one) => one.id !== id)
  const at = Math.max(0, Math.min(to, others.length))
  return { ...agenda, steps: [...others.slice(0, at), step, ...others.slice(at)] }
}

/** The agenda with some fields of a step changed; a step that is gone stays gone. */
export function changeStep(agenda: Agenda, id: string, changes: Partial<Omit<Step, 'id'>>): Agenda {
  return { ...agenda, steps: agenda.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) }
}
