import type { TemplatePlan } from '../templateMap'

/** A choir that grows until its hall is full. */
export const limitsToGrowth: TemplatePlan = {
  name: 'limitsToGrowth',
  variables: {
    singers: [0, 0],
    concerts: [-250, 150],
    talk: [-250, -150],
    crowding: [250, -150],
    joy: [250, 150],
    hall: [560, -150],
  },
  marks: { singers: 'result' },
  notes: { question: { at: [-120, 250, 420, 80], colour: 'yellow' } },
  causal: [
    { ends: ['singers', 'concerts'], polarity: '+' },
    { ends: ['concerts', 'talk'], polarity: '+' },
    { ends: ['talk', 'singers'], polarity: '+' },
    { ends: ['singers', 'crowding'], polarity: '+', delay: true },
    { ends: ['crowding', 'joy'], polarity: '-' },
    { ends: ['joy', 'singers'], polarity: '+' },
    { ends: ['hall', 'crowding'], polarity: '-' },
  ],
  loops: {
    loopGrowth: ['singers', 'concerts', 'talk'],
    loopLimit: ['singers', 'crowding', 'joy'],
  },
}
