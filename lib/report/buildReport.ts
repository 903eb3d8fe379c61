import { utcDayOf } from '../base/calendarDate'
import { compareMaps } from '../analysis/compareMaps'
import type { LoopSet } from '../analysis/loopSet'
import { tellChanges } from '../analysis/tellChanges'
import { compareNames } from '../base/textOrder'
import { customFieldOf, findCustomField } from '../model/customField'
import type { MapView } from '../model/mapView'
import { leavePersonalOut } from '../model/personal'
import { labelReasons } from '../practice/reasonLabels'
import { isPersonalRound } from '../practice/personalRound'
import type { Agenda } from '../practice/agenda'
import type { RoundOutcome } from '../practice/round'
import type { RevealedRound } from '../practice/groupSaid'
import type { Comment, ThreadHead } from '../protocol/comment'
import type { RoundHead } from '../protocol/round'
import { listExperiments } from './experimentParts'
import { listCoalitions } from './coalitionPart'
import { listFactors, listLeverage, listReportLinks, listStakeholders } from './mapParts'
import { tellLoops } from './loopParts'
import { listPulse } from './pulseParts'
import type { Report, ReportPart, ReportSection } from './report'
import { listResults } from './resultParts'
import { hideMentions, leaveNamesOut } from './withoutNames'

/** What only the server knows of a meeting. */
export interface MeetingRecord {
  readonly begunAt: number
  readonly changedAt: number
  /** What those who took part are called, each person once. */
  readonly people: readonly string[]
  readonly agenda: Agenda
  /** Of the steps that the meeting has been at, or is at, by their ids: for how many milliseconds, where that is known. */
  readonly held: ReadonlyMap<string, number | undefined>
  /** Oldest first; the outcome as far as it has been shown to all. */
  readonly rounds: readonly { readonly head: RoundHead; readonly outcome?: RoundOutcome | undefined }[]
  /** Oldest first, resolved ones too. */
  readonly threads: readonly (ThreadHead & { readonly comments: readonly Comment[] })[]
}

/** The map as it was when a meeting began. */
export interface EarlierMap {
  readonly at: number
  readonly view: MapView
}

export interface ReportWish {
  readonly sections: ReadonlySet<ReportSection>
  /** First names of those who took part; without it none is in the report, whatever it is about. */
  readonly names: boolean
  /** Stance, power and contacts of stakeholders, and what else of them is personal. */
  readonly personal: boolean
  readonly madeAt: number
}

/**
 * The report of a meeting, from the map, its loops and what the server owns. Pure, and the same for the same.
 * What was not ticked is not in what it returns, so that no rendering can let it out.
 * @param loops as `listLoopsOf` gives them
 * @param earlier what the map is compared with; without it nothing is told of what has changed
 * Cost: linear in the map, but for sorting and the comparison (`compareMaps`).
 */
export function buildReport(
  whole: MapView,
  loops: LoopSet,
  record: MeetingRecord,
  wish: ReportWish,
  earlier?: EarlierMap,
): Report {
  const { names, personal, madeAt } = wish
  const today = utcDayOf(madeAt)
  const view = personal ? whole : leavePersonalOut(whole)
  const makers: { readonly [Section in ReportSection]: () => ReportPart<Section> } = {
    purpose: () => view.meta.description.trim(),
    meeting: () => describeMeeting(record, names),
    picture: () => ({ elements: view.elements.size, links: view.links.size }),
    factors: () => listFactors(view),
    links: () => listReportLinks(view, names),
    loops: () => tellLoops(view, loops),
    stakeholders: () => listStakeholders(view, personal),
    leverage: () => listLeverage(view, today),
    pulse: () => listPulse(view, listRevealed(record), names),
    results: () => listResults(view, today, names),
    experiments: () => listExperiments(view, today),
    coalitions: () => [...listCoalitions(view)],
    rounds: () => listRounds(record, view, names, personal),
    comments: () => listThreads(record, names),
    changes: () => listChanges(view, earlier, personal),
  }
  const make = <Section extends ReportSection>(section: Section): { [One in Section]?: ReportPart<One> } =>
    wish.sections.has(section) ? ({ [section]: makers[section]() } as { [One in Section]?: ReportPart<One> }) : {}
  return {
    report: 1,
    title: view.meta.title.trim(),
    madeAt,
    withNames: names,
    withPersonal: personal,
    ...make('purpose'),
    ...make('meeting'),
    ...make('picture'),
    ...make('factors'),
    ...make('links'),
    ...make('loops'),
    ...make('stakeholders'),
    ...make('leverage'),
    ...make('experiments'),
    ...make('coalitions'),
    ...make('results'),
    ...make('pulse'),
    ...make('rounds'),
    ...make('comments'),
    ...make('changes'),
  }
}

function describeMeeting(
  { begunAt, changedAt, people, agenda, held }: MeetingRecord,
  names: boolean,
): ReportPart<'meeting'> {
  const isHeld = (id: string): { held?: boolean; heldMinutes?: number } => {
    const spent = held.get(id)
    if (held.size === 0) return {}
    return { held: held.has(id), ...(spent === undefined ? {} : { heldMinutes: Math.round(spent / 60_000) }) }
  }
  return {
    begunAt,
    changedAt,
    people: people.length,
    ...(names ? { names: people.toSorted(compareNames) } : {}),
    agenda: {
      title: agenda.title,
      steps: agenda.steps.map(({ id, title, minutes }) => ({ title, minutes, ...isHeld(id) })),
    },
  }
}

function listRevealed({ rounds }: MeetingRecord): readonly RevealedRound[] {
  return rounds.flatMap(({ head: { id, state, openedAt }, outcome }) =>
    outcome === undefined || state !== 'revealed' ? [] : [{ id, at: openedAt, outcome }],
  )
}

function listRounds({ rounds }: MeetingRecord, view: MapView, names: boolean, personal: boolean): ReportPart<'rounds'> {
  return rounds.map(({ head, outcome }) => {
    const { id, setup, labels, state, openedAt, endedAt, importedAt, done, asked } = head
    return {
      ...{ id, setup, state, openedAt, done, asked },
      labels: { ...labelReasons(view, outcome), ...labels },
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(importedAt === undefined ? {} : { importedAt }),
      // Before the reveal there is nothing to tell, whoever asks.
      ...(outcome === undefined || state !== 'revealed' || (isPersonalRound(setup) && !personal)
        ? {}
        : { outcome: names ? outcome : leaveNamesOut(outcome) }),
    }
  })
}

function listThreads({ threads }: MeetingRecord, names: boolean): ReportPart<'comments'> {
  return threads
    .filter(({ resolved }) => resolved === undefined)
    .map(({ anchor, label, comments }) => ({
      anchor,
      label,
      comments: comments
        .filter(({ deleted }) => deleted !== true)
        .map(({ at, text, mark, by, mentions }) => ({
          at,
          text: names ? text : hideMentions(text, mentions),
          ...(mark === undefined ? {} : { mark }),
          ...(names ? { by: by.name } : {}),
        })),
    }))
    .filter(({ comments }) => comments.length > 0)
}

function listChanges(view: MapView, earlier: EarlierMap | undefined, personal: boolean): ReportPart<'changes'> {
  if (earlier === undefined) return { isAll: true, list: [], ownFields: {} }
  const before = personal ? earlier.view : leavePersonalOut(earlier.view)
  const compared = compareMaps(before, view)
  const told = tellChanges(before, view, compared)
  const ids = told
    .flatMap((change) => ('fields' in change ? change.fields : []))
    .flatMap((name) => customFieldOf(name) ?? [])
  const ownFields = ids.flatMap((id) => {
    const name = findCustomField(view.meta, id)?.name
    return name === undefined ? [] : [[id, name] as const]
  })
  return {
    since: earlier.at,
    isAll: compared.loops.isAll,
    list: told.map((change) => ({ ...change })),
    ownFields: Object.fromEntries(ownFields),
  }
}
