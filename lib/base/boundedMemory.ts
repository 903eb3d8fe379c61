/** What was worked out, by name, so that it need not be again; the oldest goes when it is full. */
export interface BoundedMemory<Value> {
  /** The remembered value; what was asked for lately is forgotten last. */
  get(name: string): Value | undefined
  set(name: string, value: Value): void
  readonly size: number
}

/**
 * Makes a memory of at most `most` names, for what users can bring about without end.
 * @param weigh what a value counts for, 1 unless told: bytes, for instance
 * Cost: constant per call.
 */
export function createBoundedMemory<Value>(
  most: number,
  weigh: (value: Value) => number = () => 1,
): BoundedMemory<Value> {
  const values = new Map<string, Value>()
  let weight = 0
  const forget = (name: string): void => {
    const value = values.get(name)
    if (value === undefined) return
    values.delete(name)
    weight -= weigh(value)
  }
  return {
    get(name) {
      const value = values.get(name)
      if (value === undefined) return undefined
      values.delete(name)
      values.set(name, value)
      return value
    },
    set(name, value) {
      forget(name)
      if (weigh(value) > most) return
      values.set(name, value)
      weight += weigh(value)
      for (const oldest of values.keys()) {
        if (weight <= most) return
        forget(oldest)
      }
    },
    get size() {
      return values.size
    },
  }
}
