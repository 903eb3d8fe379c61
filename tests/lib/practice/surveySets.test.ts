import { describe, expect, it } from 'vitest'
import { roundSetupSchema } from '../../../lib/practice/round'
import { isSurveySet, surveySetKeys, toSurvey } from '../../../lib/practice/surveySets'
import { loadMessages } from '../../../messages'

const { sets } = (await loadMessages('en'))['surveys'] as { sets: Record<string, unknown> }
const say = (place: string): string => {
  let at: unknown = sets
  for (const key of place.split('.')) at = (at as Record<string, unknown> | undefined)?.[key]
  if (typeof at !== 'string') throw new Error(`no words at ${place}`)
  return at
}

describe('sets that come with Weft', () => {
  it('ROUND-75: each has words for all that it asks, and is a round that the server takes', () => {
    expect(Object.keys(sets)).toEqual(surveySetKeys)
    for (const key of surveySetKeys) {
      const survey = toSurvey(key, (place) => say(`${key}.${place}`), [{ id: 'health', name: 'Health' }])
      const setup = { kind: 'survey', question: say(`${key}.question`), ...survey }
      expect(roundSetupSchema.parse(setup)).toMatchObject({ ...setup, anonymous: true })
    }
  })

  it('ROUND-75: collective impact has three questions for each of five conditions, direction one for each of three', () => {
    const counts = surveySetKeys.map((key) => toSurvey(key, String, []).groups.map(({ questions }) => questions.length))
    expect(counts).toEqual([
      [3, 3, 3, 3, 3],
      [1, 1, 1],
    ])
    expect([isSurveySet('direction'), isSurveySet('other'), isSurveySet(undefined)]).toEqual([true, false, false])
  })
})
