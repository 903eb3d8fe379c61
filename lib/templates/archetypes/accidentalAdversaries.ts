import type { TemplatePlan } from '../templateMap'

/** A hospital and a home-care service that mean well and get in each other's way. */
export const accidentalAdversaries: TemplatePlan = {
  name: 'accidentalAdversaries',
  variables: {
    beds: [-340, 0],
    calm: [340, 0],
    notes: [0, -200],
    visits: [0, -50],
    discharges: [-340, 230],
    ambulances: [340, 230],
  },
  marks: { beds: 'result' },
  notes: { question: { at: [0, 340, 460, 80], colour: 'yellow' } },
  causal: [
    { ends: ['beds', 'notes'], polarity: '+' },
    { ends: ['notes', 'calm'], polarity: '+' },
    { ends: ['calm', 'visits'], polarity: '+', curvature: 0 },
    { ends: ['visits', 'beds'], polarity: '+', curvature: 0 },
    { ends: ['beds', 'discharges'], polarity: '-' },
    { ends: ['discharges', 'beds'], polarity: '+' },
    { ends: ['discharges', 'calm'], polarity: '-', curvature: 0 },
    { ends: ['calm', 'ambulances'], polarity: '-' },
    { ends: ['ambulances', 'calm'], polarity: '+' },
    { ends: ['ambulances', 'beds'], polarity: '-', curvature: 0 },
  ],
  loops: {
    loopHelp: ['beds', 'notes', 'calm', 'visits'],
    loopBeds: ['beds', 'discharges'],
    loopCalm: ['calm', 'ambulances'],
    loopHarm: ['discharges', 'calm', 'ambulances', 'beds'],
  },
}
