/** Bounds how many tasks of a kind run at once, and how many wait. */
export interface Slots {
  /** Runs the task when there is a slot; `full` if too many wait already. */
  use<Value>(task: () => Promise<Value>): Promise<Value | 'full'>
}

/** Makes slots. Tasks that wait run in the order in which they came. */
export function createSlots(atOnce: number, waiting: number): Slots {
  let running = 0
  const line: (() => void)[] = []
  return {
    async use(task) {
      if (running >= atOnce) {
        if (line.length >= waiting) return 'full'
        // The slot is handed over by whoever leaves, so `running` stays as it is.
        await new Promise<void>((resolve) => line.push(resolve))
      } else {
        running += 1
      }
      try {
        return await task()
      } finally {
        const next = line.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
  }
}
