import * as z from 'zod/mini'
import type { Random } from '../base/random'
import { fail, succeed, type Result } from '../base/result'

/**
 * The most groups at once, copies that a map may have with those of earlier groups, and characters of a group's name
 * and of a message to all.
 */
export const breakoutLimits = { groups: 20, copies: 60, name: 60, message: 300 } as const

/**
 * How people come into their groups: those who are there are spread evenly (`even`), each chooses (`choose`), or
 * those who run the meeting place them one by one (`placed`).
 */
export const breakoutModes = ['even', 'choose', 'placed'] as const
export const breakoutModeSchema = z.enum(breakoutModes)
export type BreakoutMode = z.output<typeof breakoutModeSchema>

const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The map that the group works on. */
  map: z.string(),
  /** Participants of the map that the groups are of, in the order in which they came to the group. */
  people: z.array(z.string()),
  /** Who asks those who run the meeting to come, and since when. */
  help: z.optional(z.object({ name: z.string(), at: z.int() })),
})
export type BreakoutGroup = z.output<typeof groupSchema>

/** Groups that work on copies of a map: what is kept of them, in order of the groups. */
export const breakoutsSchema = z.object({
  id: z.string(),
  mode: breakoutModeSchema,
  groups: z.array(groupSchema),
  begunAt: z.int(),
  endedAt: z.optional(z.int()),
  /** The last thing said to all groups. */
  message: z.optional(z.object({ id: z.string(), text: z.string(), name: z.string(), at: z.int() })),
})
export type Breakouts = z.output<typeof breakoutsSchema>

/** Puts people into groups of sizes that differ by one at most, mixed by chance. */
export function spreadEvenly(
  people: readonly string[],
  groups: number,
  random: Random,
): readonly (readonly string[])[] {
  const mixed = [...people]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const [high = 0, low = 0] = random.bytes(2)
    const other = (high * 256 + low) % (last + 1)
    const [one, two] = [mixed[last], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[last], mixed[other]] = [two, one]
  }
  return Array.from({ length: groups }, (_, group) => mixed.filter((_person, index) => index % groups === group))
}

/** The group that somebody is in. */
export function groupOf({ groups }: Breakouts, person: string): BreakoutGroup | undefined {
  return groups.find(({ people }) => people.includes(person))
}

/** Somebody goes to a group, or (undefined) to none. The same value if they are there already. */
export function moveTo(
  breakouts: Breakouts,
  person: string,
  group: string | undefined,
): Result<Breakouts, 'no-such-group'> {
  if (group !== undefined && !breakouts.groups.some(({ id }) => id === group)) return fail('no-such-group')
  if (groupOf(breakouts, person)?.id === group) return succeed(breakouts)
  const groups = breakouts.groups.map((one) => {
    const others = one.people.filter((other) => other !== person)
    if (one.id === group) return { ...one, people: [...others, person] }
    return others.length === one.people.length ? one : { ...one, people: others }
  })
  return succeed({ ...breakouts, groups })
}

/** Changes one group. */
export function changeGroup(
  breakouts: Breakouts,
  id: string,
  changes: Partial<Pick<BreakoutGroup, 'name' | 'help'>>,
): Result<Breakouts, 'no-such-group'> {
  if (!breakouts.groups.some((group) => group.id === id)) return fail('no-such-group')
  return succeed({
    ...breakouts,
    groups: breakouts.groups.map((group) => (group.id === id ? { ...group, ...changes } : group)),
  })
}
