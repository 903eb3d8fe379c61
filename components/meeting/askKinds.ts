import type { RoundKindName } from '../../lib/practice/round'
import type { AskDraft, TargetChoice } from './askDraft'

/** What a kind makes of what is set up: the fields of its own, or what is missing. */
type ReadFields = { readonly fields: object } | { readonly missing: 'options' | 'axes' }

/** How a kind of round is set up. */
interface AskKind {
  /** What it is mostly about, where it was about this. */
  about(before: TargetChoice): TargetChoice
  read(draft: AskDraft, words: AxisWords): ReadFields
}

/** What the axes of power and interest are called. */
export interface AxisWords {
  readonly power: string
  readonly interest: string
}

const anything = (before: TargetChoice): TargetChoice => (before === 'none' ? 'variables' : before)

export const askKinds: Readonly<Record<RoundKindName, AskKind>> = {
  dots: {
    about: anything,
    read: ({ budget, mostOnOne }) => ({ fields: { budget, ...(mostOnOne === 0 ? {} : { mostOnOne }) } }),
  },
  scale: {
    about: () => 'none',
    read: ({ low, high }) => ({ fields: { low, high } }),
  },
  choice: {
    about: anything,
    read({ options: lines, most }) {
      const options = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
      return options.length < 2 ? { missing: 'options' } : { fields: { options, most: Math.min(most, options.length) } }
    },
  },
  point: {
    about: () => 'stakeholders',
    read({ field, across, up }, { power, interest }) {
      if (field !== 'own') return { fields: { across: { name: interest }, up: { name: power }, fields: field } }
      const isWhole = across.trim() !== '' && up.trim() !== ''
      return isWhole ? { fields: { across: { name: across }, up: { name: up } } } : { missing: 'axes' }
    },
  },
  cards: {
    about: anything,
    read: ({ become }) => ({ fields: { become } }),
  },
  text: {
    about: anything,
    read: () => ({ fields: {} }),
  },
}
