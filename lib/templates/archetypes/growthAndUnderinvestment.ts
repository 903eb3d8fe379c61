import type { TemplatePlan } from '../templateMap'

/** A nursery that fills up, and hires too late. */
export const growthAndUnderinvestment: TemplatePlan = {
  name: 'growthAndUnderinvestment',
  variables: {
    children: [0, 0],
    fees: [-250, 150],
    openDays: [-250, -150],
    time: [330, 0],
    pressure: [580, -160],
    hiring: [840, 0],
    carers: [580, 160],
    standard: [860, -240],
  },
  marks: { time: 'result' },
  notes: { question: { at: [60, 260, 440, 80], colour: 'yellow' } },
  causal: [
    { ends: ['children', 'fees'], polarity: '+' },
    { ends: ['fees', 'openDays'], polarity: '+' },
    { ends: ['openDays', 'children'], polarity: '+' },
    { ends: ['children', 'time'], polarity: '-' },
    { ends: ['time', 'children'], polarity: '+', delay: true },
    { ends: ['time', 'pressure'], polarity: '-' },
    { ends: ['pressure', 'hiring'], polarity: '+' },
    { ends: ['hiring', 'carers'], polarity: '+', delay: true },
    { ends: ['carers', 'time'], polarity: '+' },
    { ends: ['standard', 'pressure'], polarity: '+' },
  ],
  loops: {
    loopGrowth: ['children', 'fees', 'openDays'],
    loopQuality: ['children', 'time'],
    loopStaff: ['time', 'pressure', 'hiring', 'carers'],
  },
}
