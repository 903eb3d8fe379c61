import type { WeftMap } from '../model/weftMap'
import { accidentalAdversaries } from './archetypes/accidentalAdversaries'
import { attractivenessPrinciple } from './archetypes/attractivenessPrinciple'
import { erodingGoals } from './archetypes/erodingGoals'
import { escalation } from './archetypes/escalation'
import { fixesThatFail } from './archetypes/fixesThatFail'
import { growthAndUnderinvestment } from './archetypes/growthAndUnderinvestment'
import { limitsToGrowth } from './archetypes/limitsToGrowth'
import { shiftingTheBurden } from './archetypes/shiftingTheBurden'
import { successToTheSuccessful } from './archetypes/successToTheSuccessful'
import { tragedyOfTheCommons } from './archetypes/tragedyOfTheCommons'
import { blank } from './blank'
import { both } from './both'
import { causalLoop } from './causalLoop'
import { leaderToCommunity } from './leaderToCommunity'
import { stakeholder } from './stakeholder'
import { createTemplateMap, type TemplatePlan, type Translate } from './templateMap'

/** The maps to start from, by the name under which the API and the start page know them. */
export const templatePlans = {
  blank,
  'causal-loop': causalLoop,
  stakeholder,
  both,
  'leader-to-community': leaderToCommunity,
  'limits-to-growth': limitsToGrowth,
  'attractiveness-principle': attractivenessPrinciple,
  'fixes-that-fail': fixesThatFail,
  'shifting-the-burden': shiftingTheBurden,
  'eroding-goals': erodingGoals,
  escalation,
  'success-to-the-successful': successToTheSuccessful,
  'tragedy-of-the-commons': tragedyOfTheCommons,
  'growth-and-underinvestment': growthAndUnderinvestment,
  'accidental-adversaries': accidentalAdversaries,
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
