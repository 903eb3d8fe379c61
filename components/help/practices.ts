import type { RoundKindName } from '../../lib/practice/round'
import { isSurveySet, type SurveySetKey } from '../../lib/practice/surveySets'
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

const practiceOfKind: Readonly<Partial<Record<RoundKindName, HelpedPractice>>> = {
  challenge: 'challenge',
  pulse: 'pulse',
}

const practiceOfSet: Readonly<Record<SurveySetKey, HelpedPractice>> = {
  collectiveImpact: 'collective-impact',
  direction: 'direction',
}

/**
 * Which practice a question to the group belongs to; most belong to none, and no set that people wrote themselves does.
 * @param set of a set of questions, the key of one that comes with Weft; of other kinds it says nothing
 */
export function practiceOfQuestion(kind: RoundKindName, set: string): HelpedPractice | undefined {
  if (kind !== 'survey') return practiceOfKind[kind]
  return isSurveySet(set) ? practiceOfSet[set] : undefined
}

/** Where all of them are explained. */
export const practicesHelp = '/help/practices'

/** Where a practice is explained. */
export function practiceHelp(practice: HelpedPractice): string {
  return `${practicesHelp}#${practice}`
}
