import type { TemplatePlan } from '../templateMap'

/** Home repairs that are late, until late is what is promised. */
export const erodingGoals: TemplatePlan = {
  name: 'erodingGoals',
  variables: {
    gap: [0, 0],
    shifts: [-250, 150],
    speed: [-250, -150],
    excuses: [250, -150],
    promise: [250, 150],
  },
  marks: { promise: 'goal' },
  notes: { question: { at: [0, 260, 420, 80], colour: 'yellow' } },
  causal: [
    { ends: ['gap', 'shifts'], polarity: '+' },
    { ends: ['shifts', 'speed'], polarity: '+', delay: true },
    { ends: ['speed', 'gap'], polarity: '-' },
    { ends: ['gap', 'excuses'], polarity: '+' },
    { ends: ['excuses', 'promise'], polarity: '-' },
    { ends: ['promise', 'gap'], polarity: '+' },
  ],
  loops: {
    loopRepair: ['gap', 'shifts', 'speed'],
    loopErosion: ['gap', 'excuses', 'promise'],
  },
}
