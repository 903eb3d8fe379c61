import { readDecimal, type GroupSign } from '../whatif/scenarios/readDecimal'

/** Beyond it nothing is kept. */
const most = 1e15

/**
 * An amount as people type it, `1,5` or `1.5`, with the unit behind it or without. `'none'` for nothing, undefined for
 * what is no number.
 * @param group the sign of groups in the page's language, as in `readDecimal`
 */
export function readAmount(text: string, unit = '', group?: GroupSign): number | 'none' | undefined {
  const typed = text.trim()
  if (typed === '') return 'none'
  const own = unit.trim()
  const bare = own !== '' && typed.endsWith(own) ? typed.slice(0, -own.length) : typed
  const value = readDecimal(bare, group)
  return value === undefined || Math.abs(value) > most ? undefined : value
}
