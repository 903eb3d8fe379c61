import type { TemplatePlan } from './templateMap'

/** Loneliness in later life: how it keeps itself going, and who can move what. */
export const both: TemplatePlan = {
  name: 'both',
  variables: {
    loneliness: [0, 0],
    confidence: [-260, -170],
    company: [0, -330],
    calls: [290, -20],
    visits: [290, -280],
    places: [-330, -420],
  },
  stakeholders: {
    doctors: { at: [560, 60], sector: 'health', form: 'group', stance: 'supports', power: 0.6, interest: 0.6 },
    volunteers: { at: [600, -280], sector: 'community', form: 'group', stance: 'supports', power: 0.3, interest: 1 },
    council: {
      at: [-620, -300],
      sector: 'government',
      form: 'organisation',
      stance: 'neutral',
      power: 0.9,
      interest: 0.4,
    },
    cafe: { at: [-620, -520], sector: 'business', form: 'organisation', stance: 'supports', power: 0.3, interest: 0.5 },
  },
  notes: { question: { at: [-420, 20, 320, 80], colour: 'yellow' } },
  causal: [
    { ends: ['loneliness', 'confidence'], polarity: '-' },
    { ends: ['confidence', 'company'], polarity: '+' },
    { ends: ['company', 'loneliness'], polarity: '-', curvature: 0 },
    { ends: ['loneliness', 'calls'], polarity: '+', curvature: -0.2 },
    { ends: ['calls', 'visits'], polarity: '+', delay: true, curvature: -0.2 },
    { ends: ['visits', 'company'], polarity: '+', curvature: -0.2 },
    { ends: ['places', 'company'], polarity: '+' },
  ],
  ties: [
    { ends: ['doctors', 'volunteers'], type: 'information', direction: 'mutual' },
    { ends: ['council', 'cafe'], type: 'authority' },
  ],
  levers: [
    ['doctors', 'calls'],
    ['volunteers', 'visits'],
    ['council', 'places'],
    ['cafe', 'places'],
  ],
  loops: {
    loopWithdrawal: ['loneliness', 'confidence', 'company'],
    loopVisits: ['loneliness', 'calls', 'visits', 'company'],
  },
}
