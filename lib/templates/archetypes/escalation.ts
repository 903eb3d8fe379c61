import type { TemplatePlan } from '../templateMap'

/** Two tables in one room, each talking over the other. */
export const escalation: TemplatePlan = {
  name: 'escalation',
  variables: {
    lead: [0, 0],
    weStrain: [-250, 150],
    weTalk: [-250, -150],
    theyStrain: [250, -150],
    theyTalk: [250, 150],
  },
  marks: { weTalk: 'result' },
  notes: { question: { at: [0, 260, 420, 80], colour: 'yellow' } },
  causal: [
    { ends: ['lead', 'weStrain'], polarity: '-' },
    { ends: ['weStrain', 'weTalk'], polarity: '+' },
    { ends: ['weTalk', 'lead'], polarity: '+' },
    { ends: ['lead', 'theyStrain'], polarity: '+' },
    { ends: ['theyStrain', 'theyTalk'], polarity: '+' },
    { ends: ['theyTalk', 'lead'], polarity: '-' },
  ],
  loops: {
    loopWe: ['lead', 'weStrain', 'weTalk'],
    loopThey: ['lead', 'theyStrain', 'theyTalk'],
  },
}
