import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { roundOutcomeSchema, roundSetupSchema, type RoundOutcome, type RoundSetup } from '../practice/round'
import type { FiledRound } from './roundFile'
import { roundStates } from './round'

/** A round that is over, as a file brings it: history, of which nothing can be answered any more. */
export interface PastRound extends Omit<FiledRound, 'state' | 'outcome'> {
  readonly outcome: RoundOutcome
}

/** What is read of a map to know whether what was asked about is still there. */
export interface MapOfRounds {
  readonly elements: Readonly<Record<string, { readonly label?: unknown }>>
  readonly links: Readonly<Record<string, unknown>>
}

/** What came of reading the rounds of a file. */
export interface ReadRounds {
  readonly rounds: readonly PastRound[]
  /** Those that stay behind, each with the question if it could be read. */
  readonly left: readonly { readonly why: LeftRound; readonly question: string | undefined }[]
  /** What rounds that came along asked about, and the map does not have. */
  readonly gone: readonly { readonly question: string; readonly target: string }[]
}

/** `without-result`: it was not shown to all when the file was made, or is personal and was left out. */
export type LeftRound = 'unread' | 'without-result' | 'too-many'

const latest = 8.64e15
const moment = z.int().check(z.gte(0), z.lte(latest))
const filedRoundSchema = z.object({
  setup: roundSetupSchema,
  labels: z._default(z.record(z.string(), z.string()), {}),
  state: z.enum(roundStates),
  openedAt: moment,
  endedAt: z.optional(moment),
  done: z.int().check(z.gte(0)),
  asked: z.int().check(z.gte(0)),
  outcome: z.optional(z.unknown()),
})

/**
 * Reads the rounds of a file: those with a result, as history and nothing else. They are of no step, ask nothing again
 * and close with nothing, since what they refer to is not in the file. Who answered keeps the name that the file has,
 * and no id by which they could be taken for somebody else; in a round without names they have none. Never throws.
 * Cost: linear in what is given.
 * @param given what the file has under `rounds`
 * @param ids what elements and links of the file are called on the map, where that is something else
 */
export function readFiledRounds(
  given: unknown,
  map: MapOfRounds,
  ids: ReadonlyMap<string, string> = new Map(),
): ReadRounds {
  const rounds: PastRound[] = []
  const left: ReadRounds['left'][number][] = []
  const gone: ReadRounds['gone'][number][] = []
  if (!Array.isArray(given)) return { rounds, left: [{ why: 'unread', question: undefined }], gone }
  for (const one of given as readonly unknown[]) {
    const read = filedRoundSchema.safeParse(one)
    if (!read.success) {
      left.push({ why: 'unread', question: undefined })
      continue
    }
    const { setup, labels, state, outcome, endedAt, ...rest } = read.data
    const leave = (why: LeftRound): void => void left.push({ why, question: setup.question })
    if (state !== 'revealed' || outcome === undefined) {
      leave('without-result')
      continue
    }
    const result = readOutcome(setup, outcome, ids)
    if (result === undefined) leave('unread')
    else if (rounds.length >= limits.filedRounds) leave('too-many')
    else {
      const past = asHistory(setup, ids)
      const named = nameTargets(past.targets, renameLabels(labels, ids), map)
      rounds.push({
        ...{ setup: past, labels: named, outcome: result, ...rest },
        ...(endedAt === undefined ? {} : { endedAt: Math.max(endedAt, rest.openedAt) }),
      })
      for (const target of past.targets) {
        if (!isThere(target, map)) gone.push({ question: past.question, target: named[target] ?? target })
      }
    }
  }
  return { rounds, left, gone }
}

/** What was asked, without what leads to other rounds, to the agenda or to the timer. */
function asHistory(setup: RoundSetup, ids: ReadonlyMap<string, string>): RoundSetup {
  const { again: _again, step: _step, closesWith: _closesWith, ...said } = setup
  return { ...said, targets: [...new Set(setup.targets.map((target) => followTarget(target, ids)))] }
}

/** A result that fits its question; undefined if it does not. */
function readOutcome(setup: RoundSetup, given: unknown, ids: ReadonlyMap<string, string>): RoundOutcome | undefined {
  const read = roundOutcomeSchema.safeParse(given)
  if (!read.success || read.data.kind !== setup.kind) return undefined
  const asked = new Set(setup.targets)
  let isSound = true
  const people = new Map<string, string>()
  const tidy = (value: unknown): unknown => {
    // Nothing that is counted or measured in a round is below zero.
    if (typeof value === 'number') isSound &&= value >= 0
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(tidy)
    const kept: Record<string, unknown> = {}
    for (const [key, member] of Object.entries(value)) {
      if ((key === 'by' || key === 'says') && setup.anonymous) continue
      kept[key] = key === 'by' ? withoutIds(tidy(member), people) : tidy(member)
    }
    if (typeof kept['target'] === 'string') {
      isSound &&= kept['target'] === '' || asked.has(kept['target'])
      kept['target'] = followTarget(kept['target'], ids)
    }
    if (typeof kept['about'] === 'string') kept['about'] = ids.get(kept['about']) ?? kept['about']
    return kept
  }
  const tidied = roundOutcomeSchema.safeParse(tidy(read.data))
  return isSound && tidied.success ? tidied.data : undefined
}

/** One person or several, under ids that are nobody's but tell them apart within the round. */
function withoutIds(by: unknown, people: Map<string, string>): unknown {
  if (Array.isArray(by)) return by.map((one: unknown) => withoutIds(one, people))
  const { id, ...rest } = by as { readonly id: string }
  if (!people.has(id)) people.set(id, `~${people.size + 1}`)
  return { ...rest, id: people.get(id) }
}

/** An element, a link, or a loop by its links. */
function followTarget(target: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0) return target
  const known = ids.get(target)
  if (known !== undefined) return known
  return target
    .split('.')
    .map((id) => ids.get(id) ?? id)
    .join('.')
}

function renameLabels(
  labels: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels).map(([target, label]) => [followTarget(target, ids), label]))
}

/** What each target was called then; where the file does not say, what the map calls it. */
function nameTargets(
  targets: readonly string[],
  labels: ReadonlyMap<string, string>,
  map: MapOfRounds,
): Record<string, string> {
  return Object.fromEntries(
    targets.flatMap((target) => {
      const now = Object.hasOwn(map.elements, target) ? map.elements[target]?.label : undefined
      const label = labels.get(target) ?? (typeof now === 'string' ? now : undefined)
      return label === undefined ? [] : [[target, label.slice(0, limits.label * 3)]]
    }),
  )
}

function isThere(target: string, { elements, links }: MapOfRounds): boolean {
  return Object.hasOwn(elements, target) || target.split('.').every((id) => Object.hasOwn(links, id))
}
