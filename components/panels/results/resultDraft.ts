import * as z from 'zod/mini'
import type { Result } from '../../../lib/analysis/results'
import type { Json, JsonFields } from '../../../lib/base/json'
import { isSameJson } from '../../../lib/base/json'
import { aims, mostMeasures, resultLevels, type Aim, type ResultLevel } from '../../../lib/model/practice/result'
import type { GroupSign } from '../whatif/scenarios/readDecimal'
import { readAmount } from './readAmount'

/** A result as its form has it: all texts, as they are typed. */
export interface ResultDraft {
  readonly name: string
  readonly indicator: string
  readonly unit: string
  readonly level: ResultLevel | undefined
  readonly who: string
  readonly where: string
  readonly aim: Aim | undefined
  readonly baseline: AmountDraft
  readonly target: AmountDraft
  readonly measures: readonly string[]
}

export interface AmountDraft {
  readonly value: string
  readonly on: string
}

const amountSchema = z.object({ value: z.string(), on: z.string() })

/** A draft that was kept on the device. */
export const resultDraftSchema = z.object({
  ...{ name: z.string(), indicator: z.string(), unit: z.string(), who: z.string(), where: z.string() },
  level: z.optional(z.enum(resultLevels)),
  aim: z.optional(z.enum(aims)),
  ...{ baseline: amountSchema, target: amountSchema },
  measures: z.array(z.string()),
})

/** What keeps a draft from being kept, by field. */
export type DraftProblem = 'no-name' | 'no-number' | 'no-amount'
export type DraftProblems = Readonly<Partial<Record<'name' | 'baseline' | 'target', DraftProblem>>>

/** @param write as a number stands in a field to be changed */
export function draftOf(
  result: Result | undefined,
  measures: readonly string[],
  write: (value: number) => string,
): ResultDraft {
  const amount = (mark: Result['baseline']): AmountDraft => ({
    value: mark === undefined ? '' : write(mark.value),
    on: mark?.on ?? '',
  })
  return {
    name: result?.name ?? '',
    indicator: result?.indicator ?? '',
    unit: result?.unit ?? '',
    level: result?.level,
    who: result?.who ?? '',
    where: result?.where ?? '',
    aim: result?.aim,
    baseline: amount(result?.baseline),
    target: amount(result?.target),
    measures: result?.measures ?? measures,
  }
}

/** What was typed into a form, a line each; empty where nothing was. */
export function typedWords(draft: ResultDraft, opened: ResultDraft): string {
  const textsOf = ({ name, indicator, unit, who, where, baseline, target }: ResultDraft): readonly string[] => [
    ...[name, indicator, unit, who, where],
    ...[baseline.value, baseline.on, target.value, target.on],
  ]
  const before = textsOf(opened)
  return textsOf(draft)
    .filter((text, at) => text !== before[at] && text.trim() !== '')
    .join('\n')
}

/** @param group the sign of groups in the page's language, as in `readDecimal` */
export function findProblems({ name, unit, baseline, target }: ResultDraft, group?: GroupSign): DraftProblems {
  const of = (amount: AmountDraft): DraftProblem | undefined => {
    const value = readAmount(amount.value, unit, group)
    if (value === undefined) return 'no-number'
    return value === 'none' && amount.on !== '' ? 'no-amount' : undefined
  }
  const problems = {
    name: name.trim() === '' ? ('no-name' as const) : undefined,
    baseline: of(baseline),
    target: of(target),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

/**
 * What a form without problems would keep: all that is said in a new one, of one that is there what was changed in the
 * form alone, so that what others changed of it meanwhile stays: variables are added and removed one by one, and of an
 * amount with its day only the half that was changed is written. Null takes a field away.
 * @param opened as the form was when it was opened
 * @param there the result as it is now, of one that is there
 * @param group the sign of groups in the page's language
 */
export function fieldsOf(
  draft: ResultDraft,
  opened: ResultDraft,
  there?: Result,
  group?: GroupSign,
): Readonly<Record<string, Json>> {
  const [now, before] = [plain(draft, group), plain(opened, group)]
  const merged = {
    baseline: mergeMark(now.baseline, before.baseline, there?.baseline),
    target: mergeMark(now.target, before.target, there?.target),
    measures: mergeMeasures(draft.measures, opened.measures, there?.measures ?? opened.measures),
  }
  const past: Readonly<Record<string, Json>> = before
  const changed = Object.entries(now).filter(([field, value]) => !isSameJson(value, past[field]))
  const wanted: Readonly<Record<string, Json>> = { ...now, ...merged }
  return Object.fromEntries(changed.map(([field]) => [field, wanted[field] ?? null]))
}

type PlainMark = { readonly value: number; readonly on?: string } | null

function plain({ level, aim, baseline, target, measures, unit, ...texts }: ResultDraft, group?: GroupSign) {
  const said = (text: string): Json => (text.trim() === '' ? null : text.trim())
  return {
    ...(Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, said(text)])) as Record<string, Json>),
    unit: said(unit),
    level: level ?? null,
    aim: aim ?? null,
    baseline: plainMark(baseline, unit, group),
    target: plainMark(target, unit, group),
    measures: [...measures],
  }
}

function plainMark({ value, on }: AmountDraft, unit: string, group?: GroupSign): PlainMark {
  const read = readAmount(value, unit, group)
  return typeof read === 'number' ? { value: read, ...(on === '' ? {} : { on }) } : null
}

/** An amount as it is now, with what the form changed of it. */
function mergeMark(mine: PlainMark, before: PlainMark, theirs: Result['baseline']): Json {
  if (mine === null || before === null || theirs === undefined) {
    return mine === null ? null : { ...(theirs as JsonFields | undefined), ...mine }
  }
  const { on, ...rest } = theirs as JsonFields
  const day = mine.on === before.on ? on : mine.on
  return {
    ...rest,
    ...(mine.value === before.value ? {} : { value: mine.value }),
    ...(day === undefined ? {} : { on: day }),
  }
}

/** The variables that are measured now, without those that the form removed and with those that it added. */
function mergeMeasures(mine: readonly string[], opened: readonly string[], theirs: readonly string[]): Json {
  const kept = theirs.filter((id) => mine.includes(id) || !opened.includes(id))
  const added = mine.filter((id) => !opened.includes(id) && !kept.includes(id))
  const all = [...kept, ...added].slice(0, mostMeasures)
  return all.length === 0 ? null : all
}
