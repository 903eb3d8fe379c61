import { sayChange } from '../analysis/sayChange'
import type { ChangeSaying } from '../analysis/tellChanges'
import type { ReportPart } from './report'
import type { ReportBlock, ReportEntry, ReportWords } from './reportPage'

/** Sentences of one kind that a page can take; of more, how many. */
const mostOfAKind = 200

/** What has changed since the meeting began, sentence by sentence. */
export function composeChanges(changes: ReportPart<'changes'>, words: ReportWords): readonly ReportBlock[] {
  const { say, moment } = words
  const { since, list, isAll } = changes
  const quiet = (text: string): ReportBlock => ({ kind: 'text', tone: 'quiet', text })
  if (since === undefined) return [quiet(say('changed.never'))]
  if (list.length === 0) return [quiet(say('changed.none', { at: moment(since) }))]
  const entries = (['map', 'elements', 'links', 'loops'] as const).flatMap((of): ReportEntry[] => {
    const lines = list.filter((change) => change.of === of).map((change) => sayOne(change, changes, words))
    if (lines.length === 0) return []
    const more = lines.length - mostOfAKind
    return [
      {
        lead: say('changed.of', { of }),
        aside: say('changed.count', { count: lines.length }),
        lines: more > 0 ? [...lines.slice(0, mostOfAKind), say('changed.more', { count: more })] : lines,
      },
    ]
  })
  return [
    quiet(say('changed.since', { at: moment(since) })),
    { kind: 'entries', entries },
    ...(isAll ? [] : [quiet(say('changed.notAll'))]),
  ]
}

function sayOne(
  change: ReportPart<'changes'>['list'][number],
  { ownFields }: ReportPart<'changes'>,
  { say, has }: ReportWords,
): string {
  return sayChange(change as unknown as ChangeSaying, {
    say: (key, values) => say(`changes.${key}`, values),
    has: (key) => has(`changes.${key}`),
    kind: (kind) => say(`kinds.${kind}`),
    ownField: (id) => ownFields[id],
  })
}
