interface RowsHere {
  /** Keys of the rows that are listed, in their order. */
  readonly keys: readonly string[]
  /** The row that had the keyboard last. */
  readonly last: string | undefined
  /** The row that was chosen. */
  readonly chosen: string | undefined
}

/**
 * The one row of a list that Tab comes to: where the keyboard was last, else what is chosen, else the first.
 * @returns undefined for an empty list
 * Cost: linear in the rows.
 */
export function rowStop({ keys, last, chosen }: RowsHere): string | undefined {
  for (const wanted of [last, chosen]) if (wanted !== undefined && keys.includes(wanted)) return wanted
  return keys[0]
}
