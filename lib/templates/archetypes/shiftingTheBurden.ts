import type { TemplatePlan } from '../templateMap'

/** Back pain: pills help at once, a strong back takes months. */
export const shiftingTheBurden: TemplatePlan = {
  name: 'shiftingTheBurden',
  variables: {
    pain: [0, 0],
    pills: [0, -220],
    exercise: [0, 220],
    trust: [320, 0],
  },
  marks: { pain: 'symptom' },
  notes: { question: { at: [-380, 0, 300, 110], colour: 'yellow' } },
  causal: [
    { ends: ['pain', 'pills'], polarity: '+' },
    { ends: ['pills', 'pain'], polarity: '-' },
    { ends: ['pain', 'exercise'], polarity: '+' },
    { ends: ['exercise', 'pain'], polarity: '-', delay: true },
    { ends: ['pills', 'trust'], polarity: '+' },
    { ends: ['trust', 'exercise'], polarity: '-' },
  ],
  loops: {
    loopQuick: ['pain', 'pills'],
    loopCure: ['pain', 'exercise'],
    loopHabit: ['pain', 'pills', 'trust', 'exercise'],
  },
}
