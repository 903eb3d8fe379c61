import type { TemplatePlan } from './templateMap'

/**
 * A town's buses: one loop that can spiral up or down (with a delay in it), one that holds it back,
 * and one that runs through the traffic.
 */
export const causalLoop: TemplatePlan = {
  name: 'causalLoop',
  variables: {
    riders: [0, 0],
    fares: [-250, 190],
    buses: [-500, 0],
    waiting: [-250, -190],
    crowding: [290, 90],
    cars: [250, -190],
    jams: [0, -360],
  },
  notes: { howToRead: { at: [200, 300, 380, 140], colour: 'yellow' } },
  causal: [
    { ends: ['riders', 'fares'], polarity: '+' },
    { ends: ['fares', 'buses'], polarity: '+', delay: true },
    { ends: ['buses', 'waiting'], polarity: '-' },
    { ends: ['waiting', 'riders'], polarity: '-' },
    { ends: ['riders', 'crowding'], polarity: '+' },
    { ends: ['crowding', 'riders'], polarity: '-' },
    // This loop turns the other way, so its arcs bow the other way to go around it.
    { ends: ['riders', 'cars'], polarity: '-', curvature: -0.2 },
    { ends: ['cars', 'jams'], polarity: '+', curvature: -0.2 },
    { ends: ['jams', 'waiting'], polarity: '+', curvature: -0.2 },
  ],
  loops: {
    loopService: ['riders', 'fares', 'buses', 'waiting'],
    loopCrowding: ['riders', 'crowding'],
    loopTraffic: ['riders', 'cars', 'jams', 'waiting'],
  },
}
