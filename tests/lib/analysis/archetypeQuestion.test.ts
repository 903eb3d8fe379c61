import { describe, expect, it } from 'vitest'
import { answerArchetypeQuestion, readArchetypeQuestion } from '../../../lib/analysis/archetypeQuestion'
import { chooseSuggestions } from '../../../lib/analysis/archetypes'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { confirmArchetype } from '../../../lib/commands/confirmArchetype'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { toFigureKey } from '../../../lib/model/loopKey'
import type { MapView } from '../../../lib/model/mapView'
import { after, links, testView } from '../../helpers/testMap'

const view = testView({
  elements: { problem: { mark: 'symptom' }, fix: {}, later: {} },
  links: {
    pf: { from: 'problem', to: 'fix', polarity: '+' },
    fp: { from: 'fix', to: 'problem', polarity: '-' },
    fl: { from: 'fix', to: 'later', polarity: '+' },
    lp: { from: 'later', to: 'problem', polarity: '+' },
    // Said twice: one arc.
    lp2: { from: 'later', to: 'problem', polarity: '+' },
  },
})
const key = toFigureKey(links('pf', 'fp', 'fl', 'lp'))

function ask(map: MapView) {
  const question = readArchetypeQuestion(map)
  if (question === undefined) throw new Error('nothing asked')
  return answerArchetypeQuestion(toCausalGraph(map), question)
}

describe('what a map asks about archetypes', () => {
  it('ARCH-4: a map without marks asks nothing', () => {
    expect(readArchetypeQuestion(testView())).toBeUndefined()
  })

  it('ARCH-8, ARCH-11: what is confirmed is told as it is, and not suggested again', () => {
    expect(chooseSuggestions(ask(view).matches, new Set()).map(({ archetype }) => archetype)).toEqual([
      'fixes-that-fail',
    ])
    const confirmed = after(view, confirmArchetype, { key, archetype: 'fixes-that-fail' })
    const { confirmed: told, matches } = ask(confirmed)
    expect(told).toMatchObject([{ key, archetype: 'fixes-that-fail', match: { archetype: 'fixes-that-fail' } }])
    expect(chooseSuggestions(matches, new Set(told.map(({ match }) => match?.key ?? '')))).toEqual([])
  })

  it('ARCH-11: once a sign or a link has changed, it is told as gone; so is a name nobody knows', () => {
    const confirmed = after(view, confirmArchetype, { key, archetype: 'fixes-that-fail' })
    const flipped = after(confirmed, setPolarity, { links: links('fp'), polarity: '+' })
    expect(ask(flipped).confirmed).toMatchObject([{ key, match: undefined }])
    const gone = after(confirmed, deleteRecords, { elements: [], links: links('fp') })
    expect(ask(gone).confirmed).toMatchObject([{ key, match: undefined }])
    const newer = testView({ elements: { a: {} }, loops: { 'x.y': { archetype: 'of-tomorrow' } } })
    expect(ask(newer).confirmed).toEqual([{ key: 'x.y', archetype: 'of-tomorrow', match: undefined }])
  })
})
