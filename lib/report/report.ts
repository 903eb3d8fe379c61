import * as z from 'zod/mini'
import { commentAnchorSchema, dialogueMarks } from '../practice/comment'
import { roundOutcomeSchema, roundSetupSchema } from '../practice/round'
import { pulseHeadlines, pulseStates } from '../model/practice/pulseState'
import { moves } from '../analysis/compareGoing'
import { experimentEffectKinds } from '../analysis/experimentEffect'
import { challengeVerdicts } from '../practice/challenge'
import { contributionActs, contributionStates } from '../model/action'
import { contributionEffects } from '../model/contribution'
import { holdWords } from '../model/hold'
import { aims, resultLevels, resultStandings } from '../model/practice/result'
import { stakeholderForms } from '../model/stakeholder'
import { tieDirections } from '../model/tie'
import { elementMarks, experimentStates, linkMarks } from '../model/practice/experiment'
import { variableMarks } from '../model/variable'
import { roundStates } from '../protocol/round'
import { coalitionPartSchema } from './coalitionPart'
import { personalSchema } from './personalPart'

/** What a report is made of, in the order in which it is read. */
export const reportSections = [
  'purpose',
  'meeting',
  'picture',
  'factors',
  'links',
  'loops',
  'stakeholders',
  'leverage',
  'pulse',
  'results',
  'experiments',
  'coalitions',
  'rounds',
  'comments',
  'changes',
] as const
export type ReportSection = (typeof reportSections)[number]

/** Milliseconds since the Unix epoch. */
const moment = z.int()
const share = z.optional(z.number())

const factorSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  mark: z.optional(z.enum(variableMarks)),
})

const claimsSchema = z.object({
  agree: z.int(),
  disagree: z.int(),
  /** Spoke of it when it said something else. */
  earlier: z.int(),
  /** At least one agrees and at least one disagrees. */
  contested: z.boolean(),
  /** Only with names. */
  agreeNames: z.optional(z.array(z.string())),
  disagreeNames: z.optional(z.array(z.string())),
})

const linkSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  sign: z.enum(['+', '-', '?']),
  delay: z.boolean(),
  label: z.string(),
  /** Why people drew it, in their words. */
  reason: z.string(),
  evidenceUrl: z.optional(z.string()),
  strength: share,
  confidence: share,
  claims: claimsSchema,
})

const loopSchema = z.object({
  key: z.string(),
  tag: z.string(),
  name: z.string(),
  note: z.string(),
  kind: z.enum(['reinforcing', 'balancing', 'undetermined']),
  delayed: z.boolean(),
  /** The way round, from its first factor back to it, told as if the first had risen. */
  steps: z.array(z.object({ label: z.string(), goes: z.enum(['more', 'less', 'unknown']), late: z.boolean() })),
})

const stakeholderSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  form: z.optional(z.enum(stakeholderForms)),
  /** As the map calls it, or the key of one that every map has. */
  sector: z.optional(z.string()),
  role: z.optional(z.string()),
  /** Ties that it has. */
  ties: z.int(),
  /** Only where somebody asked for what is personal. */
  personal: z.optional(personalSchema),
})

const tieSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** As the map calls it, or the key of one that every map has; '' where nobody said. */
  type: z.string(),
  way: z.enum(tieDirections),
  reason: z.string(),
})

const holdSchema = z.object({ actor: z.string(), variable: z.string(), word: z.optional(z.enum(holdWords)) })

const leverageSchema = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['variable', 'action']),
  /** Meadows' place that people see in it, 12 to 1. */
  place: z.optional(z.int()),
  chosen: z.boolean(),
})

const actionSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  act: z.optional(z.enum(contributionActs)),
  state: z.enum(contributionStates),
  /** The day by which, and whether that is past and it is not done; only where somebody said it. */
  due: z.optional(z.string()),
  overdue: z.optional(z.boolean()),
  /** The stakeholders whose it is. */
  by: z.array(z.string()),
  /** What it contributes to, what is to become of that, and what was said of it. */
  towards: z.array(
    z.object({ label: z.string(), reason: z.string(), effect: z.optional(z.enum(contributionEffects)) }),
  ),
})

const goingDaySchema = z.object({
  says: z.enum(pulseHeadlines),
  /** The day by UTC: `2026-03-01`. */
  day: z.string(),
  people: z.int(),
})

const pulseSchema = z.object({
  /** Each element of which anything was said, now against its last time. */
  going: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      move: z.enum(moves),
      now: goingDaySchema,
      before: z.optional(goingDaySchema),
    }),
  ),
  /** What people said alone, oldest first. */
  checkIns: z.array(
    z.object({
      label: z.string(),
      day: z.string(),
      says: z.enum(pulseStates),
      note: z.string(),
      /** Only with names. */
      by: z.optional(z.string()),
    }),
  ),
  /** What kind of challenge the group saw last in each element. */
  kinds: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.enum(challengeVerdicts),
      people: z.int(),
      day: z.string(),
    }),
  ),
})

const experimentSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(experimentStates),
  expectation: z.optional(z.string()),
  /** By what it is told: the name of a result, or words. */
  indicator: z.optional(z.string()),
  /** Name of the scenario of which it is the try. */
  scenario: z.optional(z.string()),
  begun: z.optional(z.string()),
  lookAgain: z.optional(z.string()),
  /** The day to look again has come, and it is not over. */
  due: z.boolean(),
  learned: z.optional(z.string()),
  marks: z.array(
    z.union([
      z.object({ element: z.string(), mark: z.enum(elementMarks) }),
      z.object({ from: z.string(), to: z.string(), mark: z.enum(linkMarks) }),
    ]),
  ),
  /** Whether the map was asked; of what is not a `run` nothing rises or falls. */
  outcome: z.enum(experimentEffectKinds),
  /** What the map says would rise and fall, largest change first. */
  rises: z.array(z.string()),
  falls: z.array(z.string()),
  /** What it said when the experiment began, on that day. */
  said: z.optional(z.object({ on: z.string(), rises: z.array(z.string()), falls: z.array(z.string()) })),
})

const amountSchema = z.object({ value: z.number(), on: z.optional(z.string()) })

const resultSchema = z.object({
  id: z.string(),
  name: z.string(),
  indicator: z.optional(z.string()),
  unit: z.optional(z.string()),
  level: z.optional(z.enum(resultLevels)),
  who: z.optional(z.string()),
  where: z.optional(z.string()),
  /** As people said it, or as baseline and target say it. */
  aim: z.optional(z.enum(aims)),
  baseline: z.optional(amountSchema),
  target: z.optional(amountSchema),
  latest: z.optional(amountSchema),
  change: z.optional(z.number()),
  /** The change is told from the baseline, not from the first reading. */
  fromBaseline: z.boolean(),
  /** Of the way from baseline to target. */
  share: z.optional(z.number()),
  standing: z.enum(resultStandings),
  /** Of one that is on the way, and slower than needed: where it would have to be on the day of the latest reading. */
  needed: z.optional(z.number()),
  overdue: z.boolean(),
  readings: z.array(
    z.object({
      value: z.number(),
      on: z.string(),
      note: z.string(),
      /** Only with names. */
      by: z.optional(z.string()),
    }),
  ),
  /** The variables that it measures. */
  measures: z.array(z.string()),
})

const roundSchema = z.object({
  id: z.string(),
  setup: roundSetupSchema,
  labels: z.record(z.string(), z.string()),
  state: z.enum(roundStates),
  openedAt: moment,
  endedAt: z.optional(moment),
  /** When it came with the file that the map was made of; left out: it was asked on this map. */
  importedAt: z.optional(moment),
  done: z.int(),
  asked: z.int(),
  /** As far as it has been shown to all. */
  outcome: z.optional(roundOutcomeSchema),
})
export type ReportRound = z.output<typeof roundSchema>

const threadSchema = z.object({
  anchor: commentAnchorSchema,
  /** What it is about; '' for a place on the map. */
  label: z.string(),
  comments: z.array(
    z.object({
      at: moment,
      text: z.string(),
      mark: z.optional(z.enum(dialogueMarks)),
      /** Only with names. */
      by: z.optional(z.string()),
    }),
  ),
})

const changesSchema = z.object({
  /** When the meeting began that changed it last; without it no moment of the map from before is kept. */
  since: z.optional(moment),
  /** False if not all loops that came or went are told. */
  isAll: z.boolean(),
  /** One by one, in the order in which people want them: what `says` is, with the labels it is about. */
  list: z.array(z.looseObject({ says: z.string(), of: z.enum(['map', 'elements', 'links', 'loops']) })),
  /** What the map calls its own fields, by their ids, where they are told of. */
  ownFields: z.record(z.string(), z.string()),
})

/**
 * The report of a meeting as data, version 1: what `format=json` answers, and what every other format is made of.
 * A section that was not asked for is not there; one that has nothing to say is there and empty.
 */
export const reportSchema = z.object({
  report: z.literal(1),
  title: z.string(),
  madeAt: moment,
  /** Without the tick no name of anybody who took part is in it. */
  withNames: z.boolean(),
  /** Without the tick nothing of stance, power and contacts is in it. */
  withPersonal: z.boolean(),
  /** The focal question, as the map's description says it. */
  purpose: z.optional(z.string()),
  meeting: z.optional(
    z.object({
      begunAt: moment,
      changedAt: moment,
      people: z.int(),
      names: z.optional(z.array(z.string())),
      agenda: z.object({
        title: z.string(),
        /** Held: the meeting has been at it, and for how many whole minutes. Without it, no step has been held. */
        steps: z.array(
          z.object({
            title: z.string(),
            minutes: z.int(),
            held: z.optional(z.boolean()),
            heldMinutes: z.optional(z.int()),
          }),
        ),
      }),
    }),
  ),
  /** How much the picture shows; the picture itself is in the other formats. */
  picture: z.optional(z.object({ elements: z.int(), links: z.int() })),
  factors: z.optional(z.array(factorSchema)),
  links: z.optional(z.array(linkSchema)),
  loops: z.optional(
    z.object({
      /** Counted in the whole map; at least so many where `countComplete` is false. */
      total: z.int(),
      countComplete: z.boolean(),
      /** Named first, then the shortest, as many as one reads. */
      list: z.array(loopSchema),
    }),
  ),
  stakeholders: z.optional(
    z.object({ list: z.array(stakeholderSchema), ties: z.array(tieSchema), holds: z.array(holdSchema) }),
  ),
  leverage: z.optional(
    z.object({
      places: z.array(leverageSchema),
      actions: z.array(actionSchema),
      /** What somebody or something other than an action contributes to. */
      others: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
      /** Where actions work against each other, at which variable they meet; `direct` where both are aimed at it, `after` where it goes on. */
      conflicts: z.array(
        z.object({
          variable: z.string(),
          rise: z.array(z.string()),
          fall: z.array(z.string()),
          hold: z.array(z.string()),
          direct: z.boolean(),
          after: z.array(z.string()),
        }),
      ),
      /** Places to intervene at which no action is aimed, stakeholders and sectors of which none is; on a map with actions. */
      unserved: z.array(z.string()),
      idle: z.array(z.string()),
      missingSectors: z.array(z.string()),
    }),
  ),
  pulse: z.optional(pulseSchema),
  /** What people try, in the order in which it was written down. */
  experiments: z.optional(z.array(experimentSchema)),
  coalitions: z.optional(z.array(coalitionPartSchema)),
  /** From the person to the system. */
  results: z.optional(z.array(resultSchema)),
  rounds: z.optional(z.array(roundSchema)),
  /** Open ones, oldest first. */
  comments: z.optional(z.array(threadSchema)),
  /** What has changed on the map since the meeting began. */
  changes: z.optional(changesSchema),
})
export type Report = z.output<typeof reportSchema>
export type ReportPart<Section extends keyof Report> = NonNullable<Report[Section]>
