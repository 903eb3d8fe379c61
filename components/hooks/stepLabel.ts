import type { PatchLabel } from '../../lib/model/mapPatch'
import { shortName } from './shortName'

/** Values for the messages under `steps`: what the step was about by name, or how many. */
export interface StepValues {
  readonly [key: string]: string | number
  readonly count: number
  /** How many more than the named one. */
  readonly others: number
  readonly name: string
  /** `yes` if what the step is about, or the first of it, has a name. For ICU `select`. */
  readonly named: 'yes' | 'no'
  readonly kind: 'element' | 'link'
  /** What was renamed was called. */
  readonly before: string
  readonly renamed: 'yes' | 'no'
  /** The one field that was changed. */
  readonly field: string
  /** Who made the change that was taken back, if it was not oneself. */
  readonly by: string
  readonly known: 'yes' | 'no'
}

/** Characters of a name in a sentence. */
export const longestName = 40
/** A link is named by two. */
const longestEnd = 28

/** What the message of a step needs. Long names are cut, since a toast is one line. */
export function stepValues(label: PatchLabel): StepValues {
  const { count = 1, ends, before, by } = label
  const name = shortName(label.name ?? '', longestName)
  const ofLink =
    ends === undefined ? '' : ends.map((end) => (end === '' ? '…' : shortName(end, longestEnd))).join(' → ')
  const said = name === '' ? ofLink : name
  return {
    count,
    others: Math.max(0, count - 1),
    name: said,
    named: said === '' ? 'no' : 'yes',
    kind: ends === undefined ? 'element' : 'link',
    before: shortName(before ?? '', longestEnd),
    renamed: before === undefined ? 'no' : 'yes',
    field: label.field ?? '',
    by: by ?? '',
    known: by === undefined ? 'no' : 'yes',
  }
}

interface Words {
  (key: string): string
  has(key: string): boolean
}

/** The label with the name that the page's language has for a sector, or a kind of tie, that nobody renamed. */
export function inOwnWords(label: PatchLabel, words: Readonly<Record<'sector' | 'tie', Words>>): PatchLabel {
  const { wordOf, name } = label
  return wordOf !== undefined && name !== undefined && words[wordOf].has(name)
    ? { ...label, name: words[wordOf](name) }
    : label
}

/**
 * The words of a step, such as `moved “Workload” and 5 others`.
 * @param t the catalogue's `steps`
 */
export function sayStep(
  t: (key: PatchLabel['step'] | 'what', values: StepValues) => string,
  label: PatchLabel,
): string {
  const values = stepValues(label)
  return t(label.step, { ...values, what: values.named === 'yes' ? t('what', values) : '' })
}
