import type { TemplatePlan } from './templateMap'

/** An empty board. */
export const blank: TemplatePlan = { name: 'blank' }
