import type { CommaMeaning } from '../../../lib/model/amount'

/** What a comma parts in the numbers of whoever sits here, as their browser says. */
export function ownComma(): CommaMeaning {
  const decimal = new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return decimal === ',' ? 'decimals' : 'thousands'
}
