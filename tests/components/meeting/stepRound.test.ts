import { describe, expect, it } from 'vitest'
import { prepareRound, preparedKinds } from '../../../components/meeting/prepareRound'
import { toRoundSetup } from '../../../components/meeting/openStepRound'
import { listBest } from '../../../components/meeting/askDraft'
import { createWorkspace, isOffered } from '../../../components/hooks/workspace'
import { stepSchema, type Step, type StepRound } from '../../../lib/practice/agenda'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { testView } from '../../helpers/testMap'

const stepOf = (round: StepRound): Step => stepSchema.parse({ id: 's1', title: 'A', round })

describe('the round of a step', () => {
  it('AGENDA-70: is about what is on the map when it is opened; about nothing it is not opened', () => {
    const empty = testView({})
    const dots = stepOf(prepareRound('dots', 'Where?'))
    expect(toRoundSetup(dots, empty)).toBeUndefined()
    const map = testView({ elements: { rain: {}, note: { kind: 'note' } } })
    expect(toRoundSetup(dots, map)).toMatchObject({
      kind: 'dots',
      question: 'Where?',
      targets: ['rain'],
      step: 's1',
    })
    expect(toRoundSetup(stepOf(prepareRound('text', 'What?')), empty)).toMatchObject({ kind: 'text', targets: [] })
  })

  it('AGENDA-74: every round that can be prepared is one that the server takes', () => {
    for (const kind of preparedKinds) {
      const round = prepareRound(kind, 'What?')
      expect(roundSetupSchema.parse(round.setup)).toEqual(round.setup)
      expect(stepSchema.parse({ id: 'a', title: 'A', round }).round).toEqual(round)
    }
  })
})

describe('asking again', () => {
  it('ROUND-58: is about those that share the first place, and about nothing where nothing has a dot', () => {
    const setup = roundSetupSchema.parse({ kind: 'dots', question: 'Q', targets: ['a', 'b', 'c'] })
    const answers = [{ answer: { dots: { a: 1, c: 1 } } }]
    expect(listBest(summariseRound(setup, answers))).toEqual(['a', 'c'])
    expect(listBest(summariseRound(setup, []))).toEqual([])
    expect(listBest(summariseRound(roundSetupSchema.parse({ kind: 'text', question: 'Q' }), []))).toEqual([])
    expect(listBest(undefined)).toEqual([])
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
