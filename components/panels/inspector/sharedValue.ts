/** What several records have in one field: the same, or not. */
export type Shared<Value> = { readonly kind: 'same'; readonly value: Value | undefined } | { readonly kind: 'mixed' }

/** The value that all records share; `mixed` if they differ. Absent is a value too. */
export function sharedValue<Item, Value>(
  records: readonly Item[],
  read: (record: Item) => Value | undefined,
): Shared<Value> {
  const [first, ...rest] = records
  if (first === undefined) return { kind: 'same', value: undefined }
  const value = read(first)
  return rest.every((record) => Object.is(read(record), value)) ? { kind: 'same', value } : { kind: 'mixed' }
}

/** The shared value, or undefined where there is none. */
export function valueOf<Value>(shared: Shared<Value>): Value | undefined {
  return shared.kind === 'same' ? shared.value : undefined
}
