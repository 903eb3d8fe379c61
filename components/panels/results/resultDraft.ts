import type { Result } from '../../../lib/analysis/results'
import type { Json } from '../../../lib/base/json'
import { isSameJson } from '../../../lib/base/json'
import type { Aim, ResultLevel } from '../../../lib/model/practice/result'
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

export function findProblems({ name, unit, baseline, target }: ResultDraft): DraftProblems {
  const of = (amount: AmountDraft): DraftProblem | undefined => {
    const value = readAmount(amount.value, unit)
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
 * form alone, so that what others changed of it meanwhile stays. Null takes a field away.
 * @param opened as the form was when it was opened
 */
export function fieldsOf(draft: ResultDraft, opened: ResultDraft): Readonly<Record<string, Json>> {
  const [now, before] = [plain(draft), plain(opened)]
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => !isSameJson(value, before[field])))
}

function plain({ level, aim, baseline, target, measures, unit, ...texts }: ResultDraft): Record<string, Json> {
  const said = (text: string): Json => (text.trim() === '' ? null : text.trim())
  const mark = ({ value, on }: AmountDraft): Json => {
    const read = readAmount(value, unit)
    return typeof read === 'number' ? { value: read, ...(on === '' ? {} : { on }) } : null
  }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, said(text)])),
    unit: said(unit),
    level: level ?? null,
    aim: aim ?? null,
    baseline: mark(baseline),
    target: mark(target),
    measures: measures.length === 0 ? null : [...measures],
  }
}
