import type { PatchLabel } from '../../lib/model/mapPatch'

/** Values for the messages under `steps`: one named thing, or how many. */
export interface StepValues {
  readonly [key: string]: string | number
  readonly count: number
  readonly name: string
  /** `yes` if the step is about one thing that has a name. For ICU `select`. */
  readonly named: 'yes' | 'no'
  /** Who made the change that was taken back, if it was not oneself. */
  readonly by: string
  readonly known: 'yes' | 'no'
}

const longestName = 40

/** What the message of a step needs. Long names are cut, since a toast is one line. */
export function stepValues(label: PatchLabel): StepValues {
  const count = label.count ?? 1
  const name = (label.name ?? '').replace(/\s+/g, ' ').trim()
  const letters = Array.from(name)
  const short =
    letters.length > longestName
      ? `${letters
          .slice(0, longestName - 1)
          .join('')
          .trimEnd()}…`
      : name
  return {
    count,
    name: short,
    named: short !== '' && count === 1 ? 'yes' : 'no',
    by: label.by ?? '',
    known: label.by === undefined ? 'no' : 'yes',
  }
}
