import { describe, expect, it } from 'vitest'
import { toDraft, toSetup, toStepRound } from '../../../components/meeting/draftSetup'
import { toRoundSetup } from '../../../components/meeting/openStepRound'
import type { KindWords } from '../../../components/meeting/askKinds'
import { emptyDraft, type AskDraft } from '../../../components/meeting/askDraft'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import { isOffered } from '../../../components/hooks/workspace'
import { stepSchema, type Step, type StepRound } from '../../../lib/practice/agenda'
import { roundKindNames, roundKinds, roundSetupSchema } from '../../../lib/practice/round'
import { testView } from '../../helpers/testMap'

const sectors = [{ id: 'health', name: 'Health' }]
const words: KindWords = { power: 'Power', interest: 'Interest', saySet: (_, place) => place, sectors }
const filled: AskDraft = {
  ...emptyDraft,
  ...{ question: 'Where?', anonymous: false, everyone: true, budget: 5, mostOnOne: 2, options: 'Yes\nNo', most: 2 },
  ...{ low: 'bad', high: 'good', field: 'own', across: 'Cost', up: 'Use', become: 'note' },
}

function prepare(draft: Partial<AskDraft>): StepRound {
  const made = toStepRound({ ...filled, ...draft }, words)
  if ('missing' in made) throw new Error(`missing: ${made.missing}`)
  return made.round
}

const stepOf = (round: StepRound): Step => stepSchema.parse({ id: 's1', title: 'A', round })

describe('the round of a step', () => {
  it('AGENDA-70: is about what is on the map when it is opened; about nothing it is not opened', () => {
    const empty = testView({})
    const dots = stepOf(prepare({ kind: 'dots' }))
    expect(toRoundSetup(dots, empty, [])).toBeUndefined()
    const map = testView({ elements: { rain: {}, note: { kind: 'note' } } })
    expect(toRoundSetup(dots, map, [])).toMatchObject({
      kind: 'dots',
      question: 'Where?',
      targets: ['rain'],
      step: 's1',
    })
    expect(toRoundSetup(stepOf(prepare({ kind: 'text', about: 'none' })), empty, [])).toMatchObject({
      kind: 'text',
      targets: [],
    })
  })

  it('AGENDA-74: a round of every kind can be prepared, is one that the server takes, and comes back as it was', () => {
    for (const kind of roundKindNames) {
      const round = prepare({ kind })
      expect(roundSetupSchema.parse(round.setup)).toEqual(round.setup)
      expect(stepSchema.parse({ id: 'a', title: 'A', round }).round).toEqual(round)
      expect(toStepRound(toDraft(round.setup, round.about), words)).toEqual({ round })
    }
  })

  it('ROUND-75: a set of questions asks for the sectors of the map that it is opened on, where it asks for any', () => {
    const here = [{ id: 'parks', name: 'Parks' }]
    const asking = stepOf(prepare({ kind: 'survey' }))
    expect(toRoundSetup(asking, testView({}), here)).toMatchObject({ sectors: here, anonymous: true })
    const silent = stepOf(prepare({ kind: 'survey', bySector: false }))
    expect(toRoundSetup(silent, testView({}), here)).toMatchObject({ sectors: [] })
  })

  it('ROUND-75: questions that are in no set of Weft are kept as they are', () => {
    const groups = [{ id: 'g', name: 'Ours', questions: [{ id: 'q', text: 'We are on time.' }] }]
    const setup = roundSetupSchema.parse({ kind: 'survey', question: 'Q', groups, set: 'ours', low: 'no' })
    const draft = toDraft(setup, 'none')
    expect(toStepRound(draft, words)).toEqual({ round: { about: 'none', setup } })
    expect(toStepRound({ ...draft, ownText: '' }, words)).toEqual({ missing: 'questions' })
    const changed = toStepRound({ ...draft, ownText: '# Ours\nWe are late.' }, words)
    expect(changed).toMatchObject({ round: { setup: { groups: [{ questions: [{ text: 'We are late.' }] }] } } })
  })

  it('AGENDA-74: says what is missing', () => {
    expect(toStepRound({ ...filled, question: ' ' }, words)).toEqual({ missing: 'question' })
    expect(toStepRound({ ...filled, kind: 'choice', options: 'One' }, words)).toEqual({ missing: 'options' })
    expect(toStepRound({ ...filled, kind: 'point', up: '' }, words)).toEqual({ missing: 'axes' })
  })
})

describe('asking now', () => {
  it('ROUND-50: what it is about must be on the map', () => {
    expect(toSetup({ ...filled, kind: 'point', about: 'stakeholders' }, [], words)).toEqual({ missing: 'targets' })
    expect(toSetup({ ...filled, kind: 'scale', about: 'variables' }, [], words)).toEqual({ missing: 'targets' })
    expect(toSetup({ ...filled, kind: 'scale', about: 'none' }, [], words)).toMatchObject({ setup: { targets: [] } })
  })
})

describe('asking again', () => {
  it('ROUND-58: keeps how it was asked', () => {
    for (const kind of roundKindNames) {
      const { setup } = prepare({ kind })
      const again = toSetup(toDraft(setup, 'variables'), ['a'], words)
      expect(again).toMatchObject({ setup: { ...setup, targets: roundKinds[kind].targets === 'never' ? [] : ['a'] } })
    }
  })
})

describe('the tools of a step', () => {
  it('AGENDA-71: select and move are always offered; without a step, all', () => {
    const workspace = createWorkspace()
    expect(isOffered(workspace.get(), 'frame')).toBe(true)
    workspace.update({ stepTools: ['link'] })
    const offered = (['select', 'hand', 'link', 'variable'] as const).filter((tool) => isOffered(workspace.get(), tool))
    expect(offered).toEqual(['select', 'hand', 'link'])
  })
})
