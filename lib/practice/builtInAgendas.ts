import { createId } from '../base/ids'
import type { Random } from '../base/random'
import { roundSetupSchema, type RoundKindName } from './round'
import type { Agenda, Step, StepRound, StepTool, stepAbouts } from './agenda'

/** An agenda that comes with Weft: what is language-free of it. Its words are in the catalogue, by these keys. */
interface BuiltInAgenda<Key extends string> {
  readonly key: Key
  readonly steps: readonly BuiltInStep[]
}

interface BuiltInStep {
  readonly key: string
  readonly minutes: number
  /** All, where this is left out. */
  readonly tools?: readonly StepTool[]
  readonly round?: {
    readonly about: (typeof stepAbouts)[number]
    readonly setup: { readonly kind: RoundKindName; readonly [field: string]: unknown }
  }
}

/** Nothing to draw with: people think, talk or rest. */
const none: readonly StepTool[] = []

export const builtInAgendas = [
  {
    key: 'firstMap',
    steps: [
      { key: 'warmUp', minutes: 5, tools: ['note'] },
      { key: 'focus', minutes: 5, tools: ['note', 'text'] },
      {
        key: 'alone',
        minutes: 7,
        tools: none,
        round: { about: 'none', setup: { kind: 'cards', become: 'variable' } },
      },
      { key: 'merge', minutes: 10, tools: ['variable'] },
      { key: 'pause', minutes: 3, tools: none },
      { key: 'link', minutes: 20, tools: ['link', 'variable'] },
      { key: 'longPause', minutes: 5, tools: none },
      { key: 'loops', minutes: 10, tools: ['link'] },
      {
        key: 'leverage',
        minutes: 5,
        tools: none,
        round: { about: 'variables', setup: { kind: 'dots', budget: 3 } },
      },
      { key: 'close', minutes: 5, tools: none, round: { about: 'none', setup: { kind: 'text' } } },
    ],
  },
  {
    key: 'stakeholders',
    steps: [
      { key: 'issue', minutes: 5, tools: ['note', 'text'] },
      {
        key: 'alone',
        minutes: 7,
        tools: none,
        round: { about: 'none', setup: { kind: 'cards', become: 'stakeholder' } },
      },
      { key: 'merge', minutes: 10, tools: ['stakeholder'] },
      {
        key: 'place',
        minutes: 8,
        tools: none,
        round: { about: 'stakeholders', setup: { kind: 'point', fields: 'power-interest' } },
      },
      { key: 'ties', minutes: 15, tools: ['link', 'stakeholder'] },
      { key: 'bridges', minutes: 10, tools: ['link', 'note'] },
      { key: 'close', minutes: 5, tools: none, round: { about: 'none', setup: { kind: 'text' } } },
    ],
  },
  {
    key: 'review',
    steps: [
      { key: 'read', minutes: 10, tools: none },
      { key: 'doubt', minutes: 10, tools: ['link', 'note'] },
      { key: 'missing', minutes: 10, tools: ['variable', 'link'] },
      { key: 'loops', minutes: 10, tools: ['note'] },
      {
        key: 'closer',
        minutes: 5,
        tools: none,
        round: { about: 'variables', setup: { kind: 'dots', budget: 3 } },
      },
      { key: 'close', minutes: 5, tools: none, round: { about: 'none', setup: { kind: 'text' } } },
    ],
  },
] as const satisfies readonly BuiltInAgenda<string>[]
export type BuiltInAgendaKey = (typeof builtInAgendas)[number]['key']

/** Minutes of all steps of a built-in agenda together. */
export function builtInMinutes(key: BuiltInAgendaKey): number {
  return stepsOf(key).reduce((sum, { minutes }) => sum + minutes, 0)
}

function stepsOf(key: BuiltInAgendaKey): readonly BuiltInStep[] {
  return builtInAgendas.find((one) => one.key === key)?.steps ?? []
}

/**
 * A built-in agenda in the words of one language, with ids of its own.
 * @param say the words at a place of the catalogue: `firstMap.title`, `firstMap.steps.link.instruction`
 */
export function toAgenda(key: BuiltInAgendaKey, say: (place: string) => string, random: Random): Agenda {
  const toRound = (place: string, { about, setup }: NonNullable<BuiltInStep['round']>): StepRound => {
    const axes = setup.kind === 'point' ? { across: { name: say('interest') }, up: { name: say('power') } } : {}
    return { about, setup: roundSetupSchema.parse({ ...setup, ...axes, question: say(`${place}.question`) }) }
  }
  const toStep = ({ key: step, minutes, tools, round }: BuiltInStep): Step => {
    const place = `${key}.steps.${step}`
    return {
      id: createId(random),
      title: say(`${place}.title`),
      instruction: say(`${place}.instruction`),
      minutes,
      ...(tools === undefined ? {} : { tools: [...tools] }),
      ...(round === undefined ? {} : { round: toRound(place, round) }),
    }
  }
  return { title: say(`${key}.title`), steps: stepsOf(key).map(toStep) }
}
