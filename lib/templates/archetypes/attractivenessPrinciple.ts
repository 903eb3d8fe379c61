import type { TemplatePlan } from '../templateMap'

/** A food bank that cannot be everything to everybody: two limits act on how welcoming it is. */
export const attractivenessPrinciple: TemplatePlan = {
  name: 'attractivenessPrinciple',
  variables: {
    families: [0, 0],
    stories: [-250, 150],
    donations: [-250, -150],
    queue: [270, -160],
    tiredness: [270, -10],
    welcome: [560, 0],
  },
  marks: { families: 'result' },
  notes: { question: { at: [60, 240, 460, 80], colour: 'yellow' } },
  causal: [
    { ends: ['families', 'stories'], polarity: '+' },
    { ends: ['stories', 'donations'], polarity: '+' },
    { ends: ['donations', 'families'], polarity: '+' },
    { ends: ['families', 'queue'], polarity: '+' },
    { ends: ['queue', 'welcome'], polarity: '-' },
    { ends: ['families', 'tiredness'], polarity: '+', curvature: 0 },
    { ends: ['tiredness', 'welcome'], polarity: '-', curvature: 0 },
    { ends: ['welcome', 'families'], polarity: '+', delay: true, curvature: 0.42 },
  ],
  loops: {
    loopGrowth: ['families', 'stories', 'donations'],
    loopQueue: ['families', 'queue', 'welcome'],
    loopTiredness: ['families', 'tiredness', 'welcome'],
  },
}
