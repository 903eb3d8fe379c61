import type { LoopPattern } from './loopPattern'

/**
 * The archetypes as patterns of signed loops, after Senge 1990, Kim 1992 and Braun 2002. An archetype
 * that people draw in two ways has two patterns with the same parts.
 */
export const archetypePatterns: readonly LoopPattern[] = [
  {
    archetype: 'limits-to-growth',
    joints: [{ role: 'performance' }],
    chains: [
      { from: 'performance', to: 'performance', sign: 1, via: ['engine'], atLeast: 1 },
      { from: 'performance', to: 'performance', sign: -1, via: ['slowing'], atLeast: 1, late: true },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0] },
      { kind: 'balancing', chains: [1] },
    ],
    beside: { role: 'limit', chain: 1 },
    anchors: { result: ['performance'], goal: ['performance'] },
  },
  {
    // What slows acts on the engine instead of on the result.
    archetype: 'limits-to-growth',
    joints: [{ role: 'performance' }, { role: 'engine', either: true }],
    chains: [
      { from: 'engine', to: 'performance', sign: 1 },
      { from: 'performance', to: 'engine', sign: 1 },
      { from: 'performance', to: 'engine', sign: -1, via: ['slowing'], atLeast: 1, late: true },
    ],
    loops: [
      { kind: 'reinforcing', chains: [1, 0] },
      { kind: 'balancing', chains: [2, 0] },
    ],
    beside: { role: 'limit', chain: 2 },
    anchors: { result: ['performance'], goal: ['performance'] },
  },
  {
    archetype: 'attractiveness-principle',
    joints: [{ role: 'performance' }, { role: 'appeal', either: true }],
    chains: [
      { from: 'performance', to: 'performance', sign: 1, via: ['engine'], atLeast: 1 },
      { from: 'performance', to: 'appeal', sign: -1, via: ['limitA'], atLeast: 1 },
      { from: 'performance', to: 'appeal', sign: -1, via: ['limitB'], atLeast: 1 },
      { from: 'appeal', to: 'performance', sign: 1, late: true },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0] },
      { kind: 'balancing', chains: [1, 3] },
      { kind: 'balancing', chains: [2, 3] },
    ],
    anchors: { result: ['performance'], goal: ['performance'] },
  },
  {
    // Each limit acts on the result by itself.
    archetype: 'attractiveness-principle',
    joints: [{ role: 'performance' }],
    chains: [
      { from: 'performance', to: 'performance', sign: 1, via: ['engine'], atLeast: 1 },
      { from: 'performance', to: 'performance', sign: -1, via: ['limitA'], atLeast: 1, late: true },
      { from: 'performance', to: 'performance', sign: -1, via: ['limitB'], atLeast: 1 },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0] },
      { kind: 'balancing', chains: [1] },
      { kind: 'balancing', chains: [2] },
    ],
    anchors: { result: ['performance'], goal: ['performance'] },
  },
  {
    archetype: 'fixes-that-fail',
    joints: [
      { role: 'problem', either: true },
      { role: 'fix', either: true },
    ],
    chains: [
      { from: 'problem', to: 'fix', sign: 1 },
      { from: 'fix', to: 'problem', sign: -1 },
      { from: 'fix', to: 'problem', sign: 1, via: ['consequence'], atLeast: 1, late: true },
    ],
    loops: [
      { kind: 'balancing', chains: [0, 1] },
      { kind: 'reinforcing', chains: [0, 2] },
    ],
    anchors: { symptom: ['problem'] },
  },
  {
    archetype: 'shifting-the-burden',
    joints: [
      { role: 'symptom', either: true },
      { role: 'quick', either: true },
      { role: 'fundamental', either: true },
    ],
    chains: [
      { from: 'symptom', to: 'quick', sign: 1 },
      { from: 'quick', to: 'symptom', sign: -1 },
      { from: 'symptom', to: 'fundamental', sign: 1 },
      { from: 'fundamental', to: 'symptom', sign: -1, late: true },
      { from: 'quick', to: 'fundamental', sign: -1, via: ['side'] },
    ],
    loops: [
      { kind: 'balancing', chains: [0, 1] },
      { kind: 'balancing', chains: [2, 3] },
      { kind: 'reinforcing', chains: [0, 4, 3] },
    ],
    anchors: { symptom: ['symptom'] },
  },
  {
    archetype: 'eroding-goals',
    joints: [{ role: 'gap', either: true }, { role: 'state' }, { role: 'goal' }],
    chains: [
      { from: 'gap', to: 'state', sign: 1, via: ['action'], atLeast: 1, late: true },
      { from: 'state', to: 'gap', sign: -1, atMost: 0 },
      { from: 'gap', to: 'goal', sign: -1, via: ['pressure'] },
      { from: 'goal', to: 'gap', sign: 1, atMost: 0 },
    ],
    loops: [
      { kind: 'balancing', chains: [0, 1] },
      { kind: 'balancing', chains: [2, 3] },
    ],
    anchors: { goal: ['goal'], symptom: ['gap'], result: ['state'] },
  },
  {
    archetype: 'escalation',
    joints: [{ role: 'comparison' }, { role: 'resultA' }, { role: 'resultB' }],
    chains: [
      { from: 'comparison', to: 'resultA', sign: -1, via: ['threatA', 'actionA'], atLeast: 1 },
      { from: 'resultA', to: 'comparison', sign: 1, atMost: 0 },
      { from: 'comparison', to: 'resultB', sign: 1, via: ['threatB', 'actionB'], atLeast: 1 },
      { from: 'resultB', to: 'comparison', sign: -1, atMost: 0 },
    ],
    loops: [
      { kind: 'balancing', chains: [0, 1] },
      { kind: 'balancing', chains: [2, 3] },
    ],
    alike: [[0, 2]],
    anchors: { result: ['resultA', 'resultB'], symptom: ['comparison'] },
  },
  {
    archetype: 'success-to-the-successful',
    joints: [{ role: 'allocation' }, { role: 'winner' }, { role: 'loser' }],
    chains: [
      { from: 'allocation', to: 'winner', sign: 1, via: ['winnerMeans'], atLeast: 1 },
      { from: 'winner', to: 'allocation', sign: 1, atMost: 0 },
      { from: 'allocation', to: 'loser', sign: -1, via: ['loserMeans'], atLeast: 1 },
      { from: 'loser', to: 'allocation', sign: -1, atMost: 0 },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0, 1] },
      { kind: 'reinforcing', chains: [2, 3] },
    ],
    alike: [[0, 2]],
    anchors: { result: ['winner', 'loser'], goal: ['winner', 'loser'], symptom: ['loser'] },
  },
  {
    archetype: 'tragedy-of-the-commons',
    joints: [
      { role: 'activityA' },
      { role: 'gainA' },
      { role: 'activityB' },
      { role: 'gainB' },
      { role: 'total' },
      { role: 'resource', either: true },
    ],
    chains: [
      { from: 'activityA', to: 'gainA', sign: 1 },
      { from: 'gainA', to: 'activityA', sign: 1 },
      { from: 'activityB', to: 'gainB', sign: 1 },
      { from: 'gainB', to: 'activityB', sign: 1 },
      { from: 'activityA', to: 'total', sign: 1 },
      { from: 'activityB', to: 'total', sign: 1 },
      { from: 'total', to: 'resource', sign: -1, late: true },
      { from: 'resource', to: 'gainA', sign: 1 },
      { from: 'resource', to: 'gainB', sign: 1 },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0, 1] },
      { kind: 'reinforcing', chains: [2, 3] },
      { kind: 'balancing', chains: [4, 6, 7, 1] },
      { kind: 'balancing', chains: [5, 6, 8, 3] },
    ],
    anchors: { result: ['gainA', 'gainB', 'resource'], goal: ['gainA', 'gainB', 'resource'], symptom: ['resource'] },
  },
  {
    // Nobody drew the sum of what all do.
    archetype: 'tragedy-of-the-commons',
    joints: [
      { role: 'activityA' },
      { role: 'gainA' },
      { role: 'activityB' },
      { role: 'gainB' },
      { role: 'resource', either: true },
    ],
    chains: [
      { from: 'activityA', to: 'gainA', sign: 1 },
      { from: 'gainA', to: 'activityA', sign: 1 },
      { from: 'activityB', to: 'gainB', sign: 1 },
      { from: 'gainB', to: 'activityB', sign: 1 },
      { from: 'activityA', to: 'resource', sign: -1, late: true },
      { from: 'activityB', to: 'resource', sign: -1, late: true },
      { from: 'resource', to: 'gainA', sign: 1 },
      { from: 'resource', to: 'gainB', sign: 1 },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0, 1] },
      { kind: 'reinforcing', chains: [2, 3] },
      { kind: 'balancing', chains: [4, 6, 1] },
      { kind: 'balancing', chains: [5, 7, 3] },
    ],
    anchors: { result: ['gainA', 'gainB', 'resource'], goal: ['gainA', 'gainB', 'resource'], symptom: ['resource'] },
  },
  {
    archetype: 'growth-and-underinvestment',
    joints: [{ role: 'demand' }, { role: 'performance', either: true }],
    chains: [
      { from: 'demand', to: 'demand', sign: 1, via: ['growth'], atLeast: 1 },
      { from: 'demand', to: 'performance', sign: -1 },
      { from: 'performance', to: 'demand', sign: 1 },
      {
        from: 'performance',
        to: 'performance',
        sign: -1,
        via: ['need', 'investment', 'capacity'],
        fromLess: true,
        atLeast: 2,
        late: true,
      },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0] },
      { kind: 'balancing', chains: [1, 2] },
      { kind: 'balancing', chains: [3] },
    ],
    beside: { role: 'standard', chain: 3 },
    anchors: { result: ['demand', 'performance'], goal: ['demand', 'performance'], symptom: ['performance'] },
  },
  {
    archetype: 'accidental-adversaries',
    joints: [{ role: 'successA' }, { role: 'successB' }, { role: 'fixA' }, { role: 'fixB' }],
    chains: [
      { from: 'successA', to: 'successB', sign: 1, via: ['helpA'], atLeast: 1 },
      { from: 'successB', to: 'successA', sign: 1, via: ['helpB'], atLeast: 1 },
      { from: 'successA', to: 'fixA', sign: -1 },
      { from: 'fixA', to: 'successA', sign: 1 },
      { from: 'fixA', to: 'successB', sign: -1, via: ['harmA'] },
      { from: 'successB', to: 'fixB', sign: -1 },
      { from: 'fixB', to: 'successB', sign: 1 },
      { from: 'fixB', to: 'successA', sign: -1, via: ['harmB'] },
    ],
    loops: [
      { kind: 'reinforcing', chains: [0, 1] },
      { kind: 'balancing', chains: [2, 3] },
      { kind: 'balancing', chains: [5, 6] },
      { kind: 'reinforcing', chains: [4, 5, 7, 2] },
      { kind: 'reinforcing', chains: [4, 1, 2] },
      { kind: 'reinforcing', chains: [7, 0, 5] },
    ],
    anchors: { result: ['successA', 'successB'], goal: ['successA', 'successB'] },
  },
]
