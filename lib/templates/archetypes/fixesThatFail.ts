import type { TemplatePlan } from '../templateMap'

/** A ward that fills its gaps with agency staff, and loses its own. */
export const fixesThatFail: TemplatePlan = {
  name: 'fixesThatFail',
  variables: {
    vacancies: [0, 0],
    agency: [380, 0],
    payGap: [380, 220],
    leaving: [0, 220],
  },
  marks: { vacancies: 'symptom' },
  notes: { question: { at: [190, 360, 420, 80], colour: 'yellow' } },
  causal: [
    { ends: ['vacancies', 'agency'], polarity: '+' },
    { ends: ['agency', 'vacancies'], polarity: '-' },
    { ends: ['agency', 'payGap'], polarity: '+' },
    { ends: ['payGap', 'leaving'], polarity: '+', delay: true },
    { ends: ['leaving', 'vacancies'], polarity: '+' },
  ],
  loops: {
    loopFix: ['vacancies', 'agency'],
    loopBackfire: ['vacancies', 'agency', 'payGap', 'leaving'],
  },
}
