import type { TieTypes } from '../../../lib/model/tie'

/** The kind of tie that a digit key says: the first for 1, as the legend numbers them. */
export function kindOfDigit(types: TieTypes, key: string): TieTypes['offered'][number] | undefined {
  return /^[1-9]$/.test(key) ? types.offered[Number(key) - 1] : undefined
}

/** A kind of tie in the legend, and the digit that says it, if it has one. */
export interface NumberedKind {
  readonly type: string
  readonly digit: number | undefined
}

/**
 * The kinds of tie that a legend lists, in the one order in which they are offered everywhere, then those that occur
 * and are not offered.
 * @param used the kinds of the ties that there are
 * @param isWritten ties can be said by keys: then kinds without a tie are listed, too
 */
export function numberKinds(types: TieTypes, used: ReadonlySet<string>, isWritten: boolean): readonly NumberedKind[] {
  const offered = types.offered.map(({ key }, index) => ({
    type: key,
    digit: isWritten && index < 9 ? index + 1 : undefined,
  }))
  const known = new Set(offered.map(({ type }) => type))
  const others = [...used].filter((type) => !known.has(type)).map((type) => ({ type, digit: undefined }))
  return [...offered.filter(({ type }) => isWritten || used.has(type)), ...others]
}
