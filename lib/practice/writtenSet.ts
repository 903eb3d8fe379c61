import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import { labelKey } from '../model/label'
import { mostGroups, mostQuestions, type SurveySetup } from './survey'

type Groups = SurveySetup['groups']

/** What keeps a text from being a set of questions; `line` counts from 1. */
export type WrittenProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-questions'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-many-groups' }
  | { readonly kind: 'too-many-questions'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly line: number }
  | { readonly kind: 'twice'; readonly line: number; readonly text: string }

/** Signs with which people begin the lines of a list. */
const listSign = /^(?:[-–—*•]\s*|\d{1,2}[.)]\s+)/u

/**
 * Reads a set of questions as people write it: a line that begins with `#` names a group, each other line is a question
 * of the group above it; those above the first group make one that is called `rest`. Signs of a list before a question
 * are left out, empty lines say nothing.
 *
 * A question has one id in every set in which it is asked in the same words, whatever its place, and a set of the same
 * groups with the same questions in each is the same set, in whatever order: what a group says of it at two dates can be
 * compared.
 * Cost: linear.
 */
export function readWrittenSet(
  text: string,
  rest: string,
): Result<Pick<SurveySetup, 'set' | 'groups'>, WrittenProblem> {
  const groups: { id: string; name: string; questions: { id: string; text: string }[] }[] = []
  const known = new Set<string>()
  let lastHead = 0
  for (const [index, raw] of text.split(/\r\n?|\n/u).entries()) {
    const line = index + 1
    const head = /^\s*#+\s*(.*)$/u.exec(raw)?.[1]?.trim()
    const words = (head ?? raw.trim().replace(listSign, '')).trim()
    if (words === '') continue
    if (words.length > limits.label) return fail({ kind: 'too-long', line })
    const id = idOf(words)
    if (known.has(`${head === undefined} ${id}`)) return fail({ kind: 'twice', line, text: words })
    known.add(`${head === undefined} ${id}`)
    const group = groups.at(-1)
    if (head !== undefined) {
      if (group?.questions.length === 0) return fail({ kind: 'no-questions', line: lastHead, text: group.name })
      if (groups.length === mostGroups) return fail({ kind: 'too-many-groups' })
      groups.push({ id: `g-${id}`, name: words, questions: [] })
      lastHead = line
    } else {
      const own = group ?? { id: 'rest', name: rest, questions: [] }
      if (group === undefined) groups.push(own)
      if (own.questions.length === mostQuestions) {
        return fail({ kind: 'too-many-questions', line: Math.max(1, lastHead), text: own.name })
      }
      own.questions.push({ id: `q-${id}`, text: words })
    }
  }
  const last = groups.at(-1)
  if (last === undefined) return fail({ kind: 'empty' })
  if (last.questions.length === 0) return fail({ kind: 'no-questions', line: lastHead, text: last.name })
  // Each group with its own questions: means over other questions cannot be compared.
  const all = groups.map(({ id, questions }) => [id, ...questions.map((question) => question.id).toSorted()].join(' '))
  return succeed({ set: `own-${hash(all.toSorted().join('\n'))}`, groups })
}

/** A set as `readWrittenSet` reads it. */
export function writeSet(groups: Groups): string {
  return groups
    .map(({ id, name, questions }, at) =>
      [...(at === 0 && id === 'rest' ? [] : [`# ${name}`]), ...questions.map(({ text }) => text)].join('\n'),
    )
    .join('\n\n')
}

function idOf(words: string): string {
  return hash(labelKey(words))
}

/** Of a text, in 53 bits: enough to tell the few of one set apart, and no secret. After Bryc's cyrb53 (public domain). */
function hash(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36)
}
