import type { TemplatePlan } from './templateMap'

/**
 * How a leader's work reaches a community, twice: as one line, and as a network in which what comes of it acts back. What
 * would show it stands ready at each of the five levels, with no figures yet.
 */
export const leaderToCommunity: TemplatePlan = {
  name: 'leaderToCommunity',
  variables: {
    leader: [-620, -250],
    organisation: [-620, -40],
    community: [-620, 170],
    learning: [-140, -110],
    trust: [220, -300],
    sharing: [520, -60],
    wellbeing: [350, 240],
    say: [-60, 280],
    rules: [150, 40],
  },
  notes: {
    line: { at: [-620, 320, 320, 120], colour: 'blue' },
    network: { at: [200, 450, 440, 120], colour: 'green' },
  },
  causal: [
    { ends: ['leader', 'organisation'], polarity: '+', curvature: 0 },
    { ends: ['organisation', 'community'], polarity: '+', curvature: 0 },
    { ends: ['learning', 'trust'], polarity: '+', curvature: 0.2 },
    { ends: ['trust', 'sharing'], polarity: '+', curvature: 0.2 },
    { ends: ['sharing', 'learning'], polarity: '+', curvature: 0.2 },
    { ends: ['sharing', 'wellbeing'], polarity: '+', delay: true, curvature: 0.2 },
    { ends: ['wellbeing', 'say'], polarity: '+', curvature: 0.2 },
    { ends: ['say', 'rules'], polarity: '+', delay: true, curvature: 0.2 },
    { ends: ['rules', 'sharing'], polarity: '+', curvature: -0.15 },
  ],
  loops: {
    loopTrust: ['learning', 'trust', 'sharing'],
    loopSay: ['sharing', 'wellbeing', 'say', 'rules'],
  },
  results: {
    resultLearning: { level: 'individual', aim: 'rise', unit: '%', measures: ['learning'] },
    resultSharing: { level: 'organisation', aim: 'rise', measures: ['sharing'] },
    resultTrust: { level: 'network', aim: 'rise', unit: '%', measures: ['trust'] },
    resultWellbeing: { level: 'community', aim: 'rise', unit: '%', measures: ['community', 'wellbeing'] },
    resultRules: { level: 'system', aim: 'rise', measures: ['rules'] },
  },
}
