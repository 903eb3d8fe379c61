import type { TemplatePlan } from '../templateMap'

/** One budget, two clubs: the one that did well once gets more. */
export const successToTheSuccessful: TemplatePlan = {
  name: 'successToTheSuccessful',
  variables: {
    share: [0, 0],
    coaches: [-250, 150],
    football: [-250, -150],
    teachers: [250, -150],
    music: [250, 150],
  },
  marks: { football: 'result' },
  notes: { question: { at: [0, 260, 420, 80], colour: 'yellow' } },
  causal: [
    { ends: ['share', 'coaches'], polarity: '+' },
    { ends: ['coaches', 'football'], polarity: '+', delay: true },
    { ends: ['football', 'share'], polarity: '+' },
    { ends: ['share', 'teachers'], polarity: '-' },
    { ends: ['teachers', 'music'], polarity: '+', delay: true },
    { ends: ['music', 'share'], polarity: '-' },
  ],
  loops: {
    loopFootball: ['share', 'coaches', 'football'],
    loopMusic: ['share', 'teachers', 'music'],
  },
}
