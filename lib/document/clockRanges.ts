/** Which clocks of which clients; neighbours are one range. */
export interface ClockRanges {
  /** Adds from `start` up to, not with, `end`. */
  add(client: number, start: number, end: number): void
  has(client: number, clock: number): boolean
  /** What is left of a text whose letters are the clocks from `start` on. */
  cutOut(client: number, start: number, text: string): string
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Cost: a search by halves per question, and one pass over a text with the ranges in it. */
export function createClockRanges(): ClockRanges {
  /** Of each client in order, never touching each other. */
  const byClient = new Map<number, Range[]>()
  return {
    add(client, start, end) {
      const ranges = byClient.get(client) ?? []
      byClient.set(client, ranges)
      const first = findFirst(ranges, start)
      let after = first
      let [from, to] = [start, end]
      for (let range = ranges[after]; range !== undefined && range.start <= end; range = ranges[++after]) {
        from = Math.min(from, range.start)
        to = Math.max(to, range.end)
      }
      ranges.splice(first, after - first, { start: from, end: to })
    },
    has(client, clock) {
      const ranges = byClient.get(client) ?? []
      const range = ranges[findFirst(ranges, clock + 1)]
      return range !== undefined && range.start <= clock
    },
    cutOut(client, start, text) {
      const ranges = byClient.get(client) ?? []
      const parts: string[] = []
      let at = 0
      for (let index = findFirst(ranges, start); index < ranges.length; index++) {
        const range = ranges[index]
        if (range === undefined || range.start >= start + text.length) break
        parts.push(text.slice(at, Math.max(at, range.start - start)))
        at = Math.max(at, range.end - start)
      }
      parts.push(text.slice(at))
      return parts.join('')
    },
  }
}

/** The place of the first range that does not end before `clock`. */
function findFirst(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.end ?? clock) < clock) low = middle + 1
    else high = middle
  }
  return low
}
