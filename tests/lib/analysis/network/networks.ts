import type { Grouping } from '@/lib/analysis/network/grouping'
import { createSeededRandom } from '@/lib/base/random'

/** Groups from a letter for each node; `.` has none. Groups are numbered by alphabet. */
export function groupsOf(letters: string): Grouping {
  const names = [...new Set(letters)].filter((letter) => letter !== '.').sort()
  return { group: Int32Array.from(letters, (letter) => names.indexOf(letter)), count: names.length }
}

/** Each node in one of so many groups, or in none now and then. */
export function drawGroups(size: number, count: number, seed: number): Grouping {
  const random = createSeededRandom(seed * 31 + 7)
  return { group: Int32Array.from({ length: size }, () => random.below(count + 1) - 1), count }
}
