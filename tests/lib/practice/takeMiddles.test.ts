import { expect, it } from 'vitest'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { takeMiddles } from '../../../lib/practice/takeMiddles'
import { element, testView } from '../../helpers/testMap'

it('ROUND-55: the medians of those that somebody placed and that are still stakeholders of the map', () => {
  const view = testView({
    elements: {
      council: { kind: 'stakeholder', label: 'Council', power: 0.9, interest: 0.9 },
      press: { kind: 'stakeholder', label: 'Press' },
      rent: { kind: 'variable', label: 'Rent' },
    },
  })
  const setup = roundSetupSchema.parse({
    kind: 'point',
    question: 'Where do they stand?',
    targets: ['council', 'press', 'rent', 'gone'],
    across: { name: 'Interest' },
    up: { name: 'Power' },
    fields: 'power-interest',
  })
  const outcome = summariseRound(setup, [
    { answer: { points: { council: [0.2, 0.6], rent: [0.5, 0.5], gone: [0.1, 0.1] } } },
    { answer: { points: { council: [0.4, 0.8] } } },
    { answer: { points: { council: [0.333, 1] } } },
  ])
  if (outcome.kind !== 'point') throw new Error('another kind')
  const rows = takeMiddles(outcome, view.elements)
  expect(rows).toEqual([{ id: element('council'), fields: { interest: 0.33, power: 0.8 } }])
})
