import type { JsonFields } from '../base/json'
import { readNumber } from '../base/readNumber'
import { toLeveragePlace, type LeveragePlace } from '../model/leverage'
import { readKumuText, type KumuItem } from './kumuFields'
import { readYes } from './sign'

/** Names that nobody else gives their fields by chance: `leverage` alone is a rating in many projects. */
const placeName = 'leverage place'
const chosenName = 'chosen by the group'

/** The place to intervene of a variable or an action, and whether the group chose it, as Kumu's attributes. */
export function leverageAttributes(fields: JsonFields): JsonFields {
  return {
    ...(fields['leverage'] === undefined ? {} : { [placeName]: fields['leverage'] }),
    ...(fields['chosen'] === true ? { [chosenName]: 'yes' } : {}),
  }
}

/** The same back from a Kumu file; what does not fit stays the people's own. */
export function readLeverage(
  item: KumuItem,
  kind: string,
): { readonly leverage?: LeveragePlace; readonly chosen?: true } {
  const place = toLeveragePlace(readNumber(readKumuText(item, placeName)))
  return {
    ...(place !== undefined && (kind === 'variable' || kind === 'action') ? { leverage: place } : {}),
    ...(kind === 'variable' && readYes(readKumuText(item, chosenName)) ? { chosen: true } : {}),
  }
}
