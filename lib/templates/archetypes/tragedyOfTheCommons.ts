import type { TemplatePlan } from '../templateMap'

/** Two farms and the groundwater under both. */
export const tragedyOfTheCommons: TemplatePlan = {
  name: 'tragedyOfTheCommons',
  variables: {
    harvestA: [-260, -170],
    pumpingA: [260, -170],
    total: [260, 20],
    groundwater: [-260, 20],
    pumpingB: [260, 210],
    harvestB: [-260, 210],
  },
  marks: { groundwater: 'result' },
  notes: { question: { at: [0, 350, 440, 80], colour: 'yellow' } },
  causal: [
    { ends: ['harvestA', 'pumpingA'], polarity: '+' },
    { ends: ['pumpingA', 'harvestA'], polarity: '+' },
    { ends: ['harvestB', 'pumpingB'], polarity: '+', curvature: -0.2 },
    { ends: ['pumpingB', 'harvestB'], polarity: '+', curvature: -0.2 },
    { ends: ['pumpingA', 'total'], polarity: '+' },
    { ends: ['pumpingB', 'total'], polarity: '+', curvature: -0.2 },
    { ends: ['total', 'groundwater'], polarity: '-', delay: true, curvature: 0 },
    { ends: ['groundwater', 'harvestA'], polarity: '+' },
    { ends: ['groundwater', 'harvestB'], polarity: '+', curvature: -0.2 },
  ],
  loops: {
    loopGainA: ['harvestA', 'pumpingA'],
    loopGainB: ['harvestB', 'pumpingB'],
    loopWaterA: ['pumpingA', 'total', 'groundwater', 'harvestA'],
    loopWaterB: ['pumpingB', 'total', 'groundwater', 'harvestB'],
  },
}
