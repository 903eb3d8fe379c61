import type { ReportPart } from './report'
import type { ReportBlock, ReportEntry, ReportWords } from './reportPage'
import { nameOr } from './mapTables'

/** The focal question, as it stands on the map. */
export function composePurpose(purpose: ReportPart<'purpose'>, { say }: ReportWords): readonly ReportBlock[] {
  return purpose === ''
    ? [{ kind: 'text', tone: 'quiet', text: say('purpose.none') }]
    : [{ kind: 'text', tone: 'lead', text: purpose }]
}

/** When it was, who was there, what was on the agenda. */
export function composeMeeting(meeting: ReportPart<'meeting'>, words: ReportWords): readonly ReportBlock[] {
  const { say, moment } = words
  const { begunAt, changedAt, people, names, agenda } = meeting
  const minutes = agenda.steps.reduce((sum, step) => sum + step.minutes, 0)
  const isHeld = agenda.steps.some(({ held }) => held === true)
  const known = agenda.steps.flatMap(({ heldMinutes }) => heldMinutes ?? [])
  const heldMinutes = known.reduce((sum, one) => sum + one, 0)
  const sums = [
    ...(minutes === 0 ? [] : [say('meeting.sum', { minutes })]),
    ...(known.length === 0 ? [] : [say('meeting.sumHeld', { minutes: heldMinutes })]),
  ]
  const facts: ReportBlock = {
    kind: 'facts',
    rows: [
      [say('meeting.begun'), moment(begunAt)],
      [say('meeting.changed'), moment(changedAt)],
      [say('meeting.people'), say('meeting.count', { count: people })],
      ...(names === undefined || names.length === 0 ? [] : [[say('meeting.names'), names.join(', ')] as const]),
    ],
  }
  if (agenda.steps.length === 0) return [facts]
  return [
    facts,
    {
      kind: 'heading',
      text: agenda.title === '' ? say('meeting.agenda') : say('meeting.agendaOf', { title: agenda.title }),
    },
    ...(isHeld ? [] : [{ kind: 'text', tone: 'quiet', text: say('meeting.notBegun') } as const]),
    ...(sums.length === 0 ? [] : [{ kind: 'text', tone: 'quiet', text: sums.join(' ') } as const]),
    {
      kind: 'table',
      table: {
        id: 'agenda',
        title: say('meeting.agenda'),
        columns: [
          { title: say('meeting.place'), weight: 1, isNumber: true },
          { title: say('meeting.step'), weight: 7 },
          { title: say('meeting.minutes'), weight: 2, isNumber: true },
          ...(isHeld ? [{ title: say('meeting.held'), weight: 2 }] : []),
        ],
        rows: agenda.steps.map((step, index) => [
          index + 1,
          step.title,
          step.minutes === 0 ? '' : step.minutes,
          ...(isHeld ? [sayHeld(step, say)] : []),
        ]),
      },
    },
  ]
}

/** "12 minutes", or whether at all where nobody wrote down for how long. */
function sayHeld(
  { held, heldMinutes }: ReportPart<'meeting'>['agenda']['steps'][number],
  say: ReportWords['say'],
): string {
  if (held !== true || heldMinutes === undefined) return say('meeting.wasHeld', { held: held === true ? 'yes' : 'no' })
  return say('meeting.heldFor', { minutes: heldMinutes })
}

/** The loops as sentences, and how many there are beside those that are told. */
export function composeLoops(
  { total, countComplete, list }: ReportPart<'loops'>,
  words: ReportWords,
): readonly ReportBlock[] {
  const { say } = words
  if (list.length === 0)
    return [{ kind: 'text', tone: 'quiet', text: say(countComplete ? 'loops.none' : 'loops.unknown') }]
  return [
    {
      kind: 'text',
      tone: 'quiet',
      text: say('loops.count', {
        told: list.length,
        total,
        how: countComplete ? (total === list.length ? 'all' : 'exact') : 'atLeast',
      }),
    },
    { kind: 'entries', entries: list.map((loop) => tellOne(loop, words)) },
  ]
}

function tellOne(loop: ReportPart<'loops'>['list'][number], words: ReportWords): ReportEntry {
  const { say } = words
  const { tag, name, note, kind, delayed } = loop
  return {
    lead: name === '' ? tag : say('loops.lead', { tag, name }),
    aside: say('loops.kind', { kind, delayed: delayed ? 'yes' : 'no' }),
    lines: [sayLoop(loop.steps, kind, words), ...(note === '' ? [] : [note])],
  }
}

/** "More Workload leads to less Sleep, which in time leads to more Workload. It feeds itself." */
export function sayLoop(
  steps: ReportPart<'loops'>['list'][number]['steps'],
  kind: ReportPart<'loops'>['list'][number]['kind'],
  words: ReportWords,
): string {
  const { say } = words
  const told = steps.map(({ label, goes, late }, index) =>
    say(index === 0 ? 'loops.first' : index === 1 ? 'loops.second' : 'loops.next', {
      name: nameOr(label, words),
      goes,
      late: late ? 'yes' : 'no',
    }),
  )
  return `${told.join('')}. ${say('loops.end', { kind })}`
}

/** What is still open to talk about, thread by thread. */
export function composeComments(threads: ReportPart<'comments'>, words: ReportWords): readonly ReportBlock[] {
  const { say, moment } = words
  return [
    {
      kind: 'entries',
      entries: threads.map(({ anchor, label, comments }) => ({
        lead: anchor.kind === 'place' ? say('comments.place') : nameOr(label, words),
        aside: say('comments.about', { kind: anchor.kind }),
        lines: comments.map(({ at, text, by, mark }) =>
          say('comments.line', {
            text,
            by: by ?? '',
            has: by === undefined ? 'no' : 'yes',
            at: moment(at),
            mark: mark ?? 'none',
          }),
        ),
      })),
    },
  ]
}
