import { createId } from '../base/ids'
import type { Random } from '../base/random'
import { roundSetupSchema, type RoundKindName } from './round'
import type { Agenda, Step, StepRound, StepTool, stepAbouts } from './agenda'
import type { StepPanel } from './stepPanels'
import type { SurveySetup } from './survey'
import { isSurveySet, toSurvey, type SurveySetKey } from './surveySets'

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
    /** Of a set of questions the set alone; of a choice the keys of what can be chosen. */
    readonly setup: { readonly kind: RoundKindName; readonly [field: string]: unknown }
  }
  /** What it opens. */
  readonly panel?: StepPanel
}

/** The words of one language that an agenda is made of, and the sectors that a set of questions asks for. */
export interface AgendaWords {
  /** The words at a place of the catalogue: `firstMap.title`, `firstMap.steps.link.instruction` */
  say(place: string): string
  /** Those of a set of questions: `groups.agenda.first` */
  saySet(set: SurveySetKey, place: string): string
  readonly sectors: SurveySetup['sectors']
}

/** Nothing to draw with: people think, talk or rest. */
const none: readonly StepTool[] = []

export const builtInAgendas = [
  {
    key: 'firstMap',
    steps: [
      { key: 'warmUp', minutes: 5, tools: ['note'] },
      { key: 'focus', minutes: 5, tools: ['note', 'text'], panel: 'question' },
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
      { key: 'ties', minutes: 15, tools: ['link', 'stakeholder'], panel: 'inventory' },
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
  {
    key: 'fiveProcesses',
    steps: [
      { key: 'connect', minutes: 10, tools: none, round: { about: 'none', setup: { kind: 'text' } } },
      {
        key: 'organise',
        minutes: 10,
        tools: ['stakeholder', 'note'],
        round: { about: 'none', setup: { kind: 'choice', options: ['consent', 'vote', 'one'], most: 1 } },
        panel: 'coalition',
      },
      {
        key: 'causes',
        minutes: 20,
        tools: ['variable', 'link'],
        round: { about: 'none', setup: { kind: 'cards', become: 'variable' } },
      },
      {
        key: 'loops',
        minutes: 15,
        tools: ['link', 'note'],
        round: { about: 'variables', setup: { kind: 'pulse' } },
        panel: 'loops',
      },
      {
        key: 'bridge',
        minutes: 15,
        tools: ['stakeholder', 'link'],
        round: { about: 'none', setup: { kind: 'text' } },
        panel: 'network:bridging',
      },
      { key: 'try', minutes: 15, tools: ['note'], panel: 'experiments' },
      { key: 'learn', minutes: 10, tools: none, panel: 'compare' },
      {
        key: 'reflect',
        minutes: 10,
        tools: none,
        round: { about: 'none', setup: { kind: 'survey', set: 'direction' } },
        panel: 'results',
      },
    ],
  },
  {
    key: 'challenge',
    steps: [
      { key: 'name', minutes: 5, tools: ['note', 'text'] },
      {
        key: 'parts',
        minutes: 8,
        tools: ['variable'],
        round: { about: 'none', setup: { kind: 'cards', become: 'variable' } },
      },
      { key: 'check', minutes: 10, tools: none, round: { about: 'variables', setup: { kind: 'challenge' } } },
      {
        key: 'going',
        minutes: 7,
        tools: none,
        round: { about: 'variables', setup: { kind: 'pulse' } },
        panel: 'pulse',
      },
      { key: 'act', minutes: 10, tools: ['note'], panel: 'contributions' },
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

/** A built-in agenda in the words of one language, with ids of its own. */
export function toAgenda(key: BuiltInAgendaKey, words: AgendaWords, random: Random): Agenda {
  const toStep = ({ key: step, minutes, tools, round, panel }: BuiltInStep): Step => {
    const place = `${key}.steps.${step}`
    return {
      id: createId(random),
      title: words.say(`${place}.title`),
      instruction: words.say(`${place}.instruction`),
      minutes,
      ...(tools === undefined ? {} : { tools: [...tools] }),
      ...(round === undefined ? {} : { round: toRound(place, round, words) }),
      ...(panel === undefined ? {} : { panel }),
    }
  }
  return { title: words.say(`${key}.title`), steps: stepsOf(key).map(toStep) }
}

function toRound(
  place: string,
  { about, setup }: NonNullable<BuiltInStep['round']>,
  { say, saySet, sectors }: AgendaWords,
): StepRound {
  const own = ((): object => {
    const { kind, set, options } = setup as { kind: RoundKindName; set?: string; options?: readonly string[] }
    if (kind === 'point') return { across: { name: say('interest') }, up: { name: say('power') } }
    if (kind === 'choice') return { options: options?.map((option) => say(`${place}.options.${option}`)) }
    return kind === 'survey' && isSurveySet(set) ? toSurvey(set, (at) => saySet(set, at), sectors) : {}
  })()
  return { about, setup: roundSetupSchema.parse({ ...setup, ...own, question: say(`${place}.question`) }) }
}
