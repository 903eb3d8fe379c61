import type { stakeholderForms } from '../model/stakeholder'
import { knownTieTypes, type KnownTieType } from '../model/tie'
import { findTieType } from '../model/tieNames'
import type { ReportBuilder } from './report'

type Form = (typeof stakeholderForms)[number]

const formWords: Readonly<Record<Form, readonly string[]>> = {
  person: ['person', 'people', 'individual', 'leader', 'champion', 'employee', 'staff', 'user', 'citizen', 'resident'],
  organisation:
    'organisation organization org company business firm ngo nonprofit non-profit charity agency institution institute government ministry department authority municipality council foundation funder donor bank university school hospital clinic employer union association state country city'.split(
      ' ',
    ),
  group: [
    'group',
    'community',
    'team',
    'network',
    'coalition',
    'partnership',
    'alliance',
    'committee',
    'family',
    'public',
  ],
}
const otherWords = ['stakeholder', 'actor', 'agent', 'partner', 'sector', 'player']

const formByWord = new Map<string, Form | undefined>([
  ...(Object.keys(formWords) as Form[]).flatMap((form) => formWords[form].map((word) => [word, form] as const)),
  ...otherWords.map((word) => [word, undefined] as const),
])

/**
 * Says whether an element's type names people: `Person`, `Organizations`, `actor`. The form is absent
 * where the word does not tell. Undefined for any other type.
 */
export function readPeopleType(type: string): { readonly form?: Form } | undefined {
  const word = type.trim().toLowerCase()
  for (const candidate of [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y'), word.replace(/es$/, '')]) {
    if (!formByWord.has(candidate)) continue
    const form = formByWord.get(candidate)
    return form === undefined ? {} : { form }
  }
  return undefined
}

/** Whether a word is Weft's own for a form, in any number and spelling: such a word says no more than the form does. */
export function isFormWord(text: string): boolean {
  return /^(?:persons?|people|organi[sz]ations?|groups?)$/i.test(text.trim())
}

/** Tells as what form a type that names people was read; nothing of a type that tells none. */
export function noteForm(column: string, said: string, report: ReportBuilder): void {
  const form = readPeopleType(said)?.form
  if (form === undefined) return
  report.readCell(column, 'form', said.toLowerCase() === form ? { kind: 'text' } : { kind: 'word', said, as: form })
}

/** Says whether an element's type names quantities: `Variable`, `Factors`, `stock`. */
export function isQuantityType(type: string): boolean {
  return /^(variable|factor|driver|outcome|stock|flow|quantity|indicator|parameter)s?$/i.test(type.trim())
}

const tieWords: Readonly<Record<KnownTieType, readonly string[]>> = {
  authority: ['reports to', 'formal', 'hierarchy', 'governs', 'regulates'],
  money: ['funds', 'funding', 'funded by', 'finance', 'pays', 'grant', 'money flow'],
  information: ['informs', 'info', 'communication', 'advice', 'data'],
  collaboration: [
    'collaborates',
    'collaborates with',
    'partner',
    'partners with',
    'partnership',
    'cooperation',
    'works with',
  ],
  conflict: ['opposes', 'conflicts', 'tension', 'competition', 'competes with'],
  influence: ['influences', 'lobbies', 'persuades'],
}
const tieByWord = new Map(
  knownTieTypes.flatMap((type) => [
    [type as string, type] as const,
    ...tieWords[type].map((word) => [word, type] as const),
  ]),
)

/** The tie type that a word means; words of the map's own stay as they are, cut to 40 characters. */
export function readTieType(text: string): string {
  const word = text.trim()
  return findTieType(word) ?? tieByWord.get(word.toLowerCase()) ?? word.slice(0, 40)
}
