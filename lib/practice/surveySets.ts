import type { SurveySetup } from './survey'

/** A set of questions that comes with Weft: what is language-free of it. Its words are in the catalogue, by these keys. */
interface SurveySet {
  readonly key: string
  /** Its groups, and the keys of the questions of each. */
  readonly groups: readonly { readonly key: string; readonly questions: readonly string[] }[]
}

const three = ['first', 'second', 'third'] as const

/** Adding a set is adding an entry here, and its words under `sets` in messages/en/surveys.json. */
export const surveySets = [
  // The five conditions of Kania and Kramer, "Collective Impact" (2011). The questions are ours.
  {
    key: 'collectiveImpact',
    groups: [
      { key: 'agenda', questions: three },
      { key: 'measures', questions: three },
      { key: 'activities', questions: three },
      { key: 'talk', questions: three },
      { key: 'backbone', questions: three },
    ],
  },
  // What leadership brings about, after Drath and others, "Direction, alignment, commitment" (2008). The questions are ours.
  {
    key: 'direction',
    groups: [
      { key: 'direction', questions: ['only'] },
      { key: 'alignment', questions: ['only'] },
      { key: 'commitment', questions: ['only'] },
    ],
  },
] as const satisfies readonly SurveySet[]
export type SurveySetKey = (typeof surveySets)[number]['key']
export const surveySetKeys = surveySets.map(({ key }) => key)

/** True for a set that comes with Weft. */
export function isSurveySet(key: string | undefined): key is SurveySetKey {
  return surveySetKeys.some((one) => one === key)
}

/**
 * A set as a round asks it, in the words of one language.
 * @param say the words at a place of the catalogue: `agenda.name`, `agenda.first`, `low`
 * @param sectors those that people may say they come from
 */
export function toSurvey(
  key: SurveySetKey,
  say: (place: string) => string,
  sectors: SurveySetup['sectors'],
): SurveySetup {
  const groups = surveySets.find((set) => set.key === key)?.groups ?? []
  return {
    set: key,
    groups: groups.map((group) => ({
      id: group.key,
      name: say(`groups.${group.key}.name`),
      questions: group.questions.map((question) => ({
        id: `${group.key}.${question}`,
        text: say(`groups.${group.key}.${question}`),
      })),
    })),
    low: say('low'),
    high: say('high'),
    sectors: [...sectors],
  }
}
