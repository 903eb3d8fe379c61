/**
 * What a step of an agenda may open beside the map: a question to it, the tie inventory, or what a practice keeps; behind a colon the part
 * that it is opened at. A page opens those that it has.
 */
export const stepPanels = [
  'loops',
  'leverage',
  'paths',
  'what-if',
  'network:bridging',
  'network:actors',
  'network:whole',
  'network:holds',
  'inventory',
  'contributions',
  'pulse',
  'results',
  'experiments',
  'coalition',
  'compare',
  'question',
] as const
export type StepPanel = (typeof stepPanels)[number]
