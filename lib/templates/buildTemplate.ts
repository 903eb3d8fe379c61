import type { WeftMap } from '../model/weftMap'
import { blank } from './blank'
import { both } from './both'
import { causalLoop } from './causalLoop'
import { stakeholder } from './stakeholder'
import { createTemplateMap, type TemplatePlan, type Translate } from './templateMap'

/** The maps to start from, by the name under which the API and the start page know them. */
export const templatePlans = {
  blank,
  'causal-loop': causalLoop,
  stakeholder,
  both,
} as const satisfies Readonly<Record<string, TemplatePlan>>

/**
 * A fresh map made after a template, with its texts in the language that `translate` speaks. Keys
 * are those of the `templates` area of the catalogue.
 *
 * @example
 * buildTemplate('causal-loop', (key) => texts[key])
 */
export function buildTemplate(name: keyof typeof templatePlans, translate: Translate): WeftMap {
  return createTemplateMap(templatePlans[name], translate)
}
