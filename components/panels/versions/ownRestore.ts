/** Milliseconds in which what a version that was put back takes away comes to be told here. */
const tellingTime = 2_000

/** Whether what goes from the map now goes because one has put a version back oneself. */
export interface OwnRestore {
  /** Runs while a version is put back: what goes meanwhile, or just after, is one's own doing. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
  isGoing(): boolean
}

export function createOwnRestore(now: () => number): OwnRestore {
  let under = 0
  let until = Number.NEGATIVE_INFINITY
  return {
    async during(work) {
      under += 1
      try {
        return await work()
      } finally {
        under -= 1
        until = now() + tellingTime
      }
    },
    isGoing: () => under > 0 || now() <= until,
  }
}

/** Of this page. */
export const ownRestore = createOwnRestore(() => Date.now())
