import type { RoundKindName } from '../../lib/practice/round'
import type { PracticePanel } from '../hooks/workspace'

/** The practices that the help explains, in the order of its page. Each name is the anchor of its section and the key of its words. */
export const helpedPractices = [
  'challenge',
  'pulse',
  'contributions',
  'collective-impact',
  'coalition',
  'processes',
  'results',
  'direction',
  'learning',
  'experiments',
] as const
export type HelpedPractice = (typeof helpedPractices)[number]

/** Which practice a panel of the map keeps. */
export const practiceOfPanel: Readonly<Record<PracticePanel, HelpedPractice>> = {
  contributions: 'contributions',
  experiments: 'experiments',
  coalition: 'coalition',
  results: 'results',
  pulse: 'pulse',
}

/** Which practice a kind of question to the group belongs to; most belong to none. */
export const practiceOfKind: Readonly<Partial<Record<RoundKindName, HelpedPractice>>> = {
  challenge: 'challenge',
  pulse: 'pulse',
  survey: 'collective-impact',
}

/** Where a practice is explained. */
export function practiceHelp(practice: HelpedPractice): string {
  return `/help/practices#${practice}`
}
