import type { ElementId } from '../base/ids'
import type { CausalLink } from '../model/link'
import { clip, type ReportBuilder } from './report'

/** Notices links of a file that say the same twice, or contradict each other. */
export interface Repeats {
  /** @param where the place in the file */
  note(link: CausalLink, where: string): void
  /** Writes one line for each pair of elements that several links join the same way; contradictions come first. */
  tell(report: ReportBuilder, nameOf: (id: ElementId) => string): void
}

interface Pair {
  readonly from: ElementId
  readonly to: ElementId
  readonly signs: Set<string>
  readonly places: string[]
}

/** Characters of a name in a line. */
const longestName = 32

/** Begins with a file. Several links between the same two stay on the map; this only tells people of them. */
export function createRepeats(): Repeats {
  const pairs = new Map<string, Pair>()
  return {
    note: ({ from, to, polarity }, where) => {
      const key = JSON.stringify([from, to])
      const pair = pairs.get(key) ?? { from, to, signs: new Set(), places: [] }
      pair.signs.add(polarity ?? '?')
      pair.places.push(where)
      pairs.set(key, pair)
    },
    tell: (report, nameOf) => {
      const several = [...pairs.values()].filter(({ places }) => places.length > 1)
      for (const contradicts of [true, false]) {
        for (const { from, to, signs, places } of several) {
          if (signs.size > 1 !== contradicts) continue
          const way = `“${clip(nameOf(from), longestName)}” → “${clip(nameOf(to), longestName)}”`
          for (const place of places) report.lose(contradicts ? 'contradicting-link' : 'repeated-link', way, place)
        }
      }
    },
  }
}
