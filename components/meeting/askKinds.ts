import type { RoundKindName, RoundSetup } from '../../lib/practice/round'
import type { SurveySetup } from '../../lib/practice/survey'
import { isSurveySet, toSurvey, type SurveySetKey } from '../../lib/practice/surveySets'
import { readWrittenSet, writeSet } from '../../lib/practice/writtenSet'
import type { AskDraft, TargetChoice } from './askDraft'

/** What a kind makes of what is set up: the fields of its own, or what is missing. */
type ReadFields = { readonly fields: object } | { readonly missing: 'options' | 'questions' | 'axes' }

/** How a kind of round is set up. */
interface AskKind<Name extends RoundKindName> {
  /** It is mostly asked in the same words, which stand in the field before anything is typed. */
  readonly hasQuestion?: true
  /** What it is mostly about, where it was about this. */
  about(before: TargetChoice): TargetChoice
  read(draft: AskDraft, words: KindWords): ReadFields
  /** The fields of its own as they were set up, to be changed or asked again. */
  write(setup: Extract<RoundSetup, { kind: Name }>): Partial<AskDraft>
}

/** Words that a round is set up with, and which do not stand in its draft. */
export interface KindWords {
  /** What the axes of power and interest are called. */
  readonly power: string
  readonly interest: string
  /** The words at a place of a set of questions: `groups.agenda.first`. */
  saySet(set: SurveySetKey, place: string): string
  /** The sectors of the map. */
  readonly sectors: SurveySetup['sectors']
}

const anything = (before: TargetChoice): TargetChoice => (before === 'none' ? 'variables' : before)

/** What is about elements is about no links. */
const elements = (before: TargetChoice): TargetChoice =>
  before === 'none' || before === 'links' || before === 'loops' ? 'variables' : before

const askKinds: { readonly [Name in RoundKindName]: AskKind<Name> } = {
  dots: {
    about: anything,
    read: ({ budget, mostOnOne }) => ({ fields: { budget, ...(mostOnOne === 0 ? {} : { mostOnOne }) } }),
    write: ({ budget, mostOnOne = 0 }) => ({ budget, mostOnOne }),
  },
  scale: {
    about: () => 'none',
    read: ({ low, high }) => ({ fields: { low, high } }),
    write: ({ low, high }) => ({ low, high }),
  },
  choice: {
    about: anything,
    read({ options: lines, most }) {
      const options = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
      return options.length < 2 ? { missing: 'options' } : { fields: { options, most: Math.min(most, options.length) } }
    },
    write: ({ options, most }) => ({ options: options.join('\n'), most }),
  },
  point: {
    about: () => 'stakeholders',
    read({ field, across, up }, { power, interest }) {
      if (field !== 'own') return { fields: { across: { name: interest }, up: { name: power }, fields: field } }
      const isWhole = across.trim() !== '' && up.trim() !== ''
      return isWhole ? { fields: { across: { name: across }, up: { name: up } } } : { missing: 'axes' }
    },
    write: ({ fields, across, up }) =>
      fields === 'power-interest' ? { field: fields } : { field: 'own', across: across.name, up: up.name },
  },
  cards: {
    about: anything,
    read: ({ become }) => ({ fields: { become } }),
    write: ({ become }) => ({ become }),
  },
  text: {
    about: anything,
    read: () => ({ fields: {} }),
    write: () => ({}),
  },
  challenge: {
    hasQuestion: true,
    about: elements,
    read: () => ({ fields: {} }),
    write: () => ({}),
  },
  pulse: {
    hasQuestion: true,
    about: elements,
    read: () => ({ fields: {} }),
    write: () => ({}),
  },
  survey: {
    hasQuestion: true,
    about: anything,
    read({ set, ownSet, ownText, question, low, high, bySector }, { saySet, sectors }) {
      const asked = bySector ? sectors : []
      if (set !== 'own') return { fields: toSurvey(set, (place) => saySet(set, place), asked) }
      const ends = { low: low.trim(), high: high.trim() }
      const written = readWrittenSet(ownText, question.trim())
      // What was not written in this form keeps its own ids.
      if (
        ownSet !== undefined &&
        !(written.ok && written.value.set === ownSet.set) &&
        writeSet(ownSet.groups) === ownText
      ) {
        return { fields: { ...ownSet, ...ends, sectors: asked } }
      }
      return written.ok ? { fields: { ...written.value, ...ends, sectors: asked } } : { missing: 'questions' }
    },
    write({ set, groups, low, high, sectors }) {
      const bySector = sectors.length > 0
      if (isSurveySet(set)) return { set, bySector }
      const ownSet = { ...(set === undefined ? {} : { set }), groups }
      return { set: 'own', ownSet, ownText: writeSet(groups), low, high, bySector }
    },
  },
}

/** How this kind is set up. That it is given setups of its own kind alone follows from its name, which the types cannot. */
export function askKindOf(kind: RoundKindName): AskKind<RoundKindName> {
  return askKinds[kind] as AskKind<RoundKindName>
}
