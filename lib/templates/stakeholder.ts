import type { TemplatePlan } from './templateMap'

/** Who has a say in whether children can walk to school, across six sectors. */
export const stakeholder: TemplatePlan = {
  name: 'stakeholder',
  stakeholders: {
    council: { at: [0, -220], sector: 'government', form: 'organisation', stance: 'mixed', power: 0.9, interest: 0.4 },
    parents: { at: [-340, -60], sector: 'community', form: 'group', stance: 'supports', power: 0.3, interest: 1 },
    healthTeam: { at: [-240, 220], sector: 'health', form: 'group', stance: 'supports', power: 0.4, interest: 0.7 },
    university: {
      at: [120, 260],
      sector: 'research',
      form: 'organisation',
      stance: 'neutral',
      power: 0.3,
      interest: 0.5,
    },
    fund: { at: [380, 120], sector: 'funder', form: 'organisation', stance: 'supports', power: 0.7, interest: 0.5 },
    shops: { at: [360, -160], sector: 'business', form: 'group', stance: 'opposes', power: 0.6, interest: 0.6 },
  },
  notes: { question: { at: [20, 10, 320, 80], colour: 'yellow' } },
  ties: [
    { ends: ['council', 'shops'], type: 'authority' },
    { ends: ['fund', 'university'], type: 'money' },
    { ends: ['university', 'healthTeam'], type: 'information', direction: 'mutual' },
    { ends: ['parents', 'healthTeam'], type: 'collaboration' },
    { ends: ['parents', 'council'], type: 'influence' },
    { ends: ['shops', 'parents'], type: 'conflict' },
  ],
}
