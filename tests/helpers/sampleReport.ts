import { toCausalGraph } from '../../lib/analysis/causalGraph'
import { listLoopsOf } from '../../lib/analysis/listedLoops'
import { findLoops } from '../../lib/analysis/loopSet'
import type { MapView } from '../../lib/model/mapView'
import { buildReport, type EarlierMap, type MeetingRecord, type ReportWish } from '../../lib/report/buildReport'
import { reportSections, type Report } from '../../lib/report/report'
import { roundOutcomeSchema, roundSetupSchema } from '../../lib/practice/round'
import { testView } from './testMap'

/** When everything of a sample report happened, and when it is made. */
export const begunAt = Date.UTC(2026, 10, 23, 9, 0)
export const madeAt = Date.UTC(2026, 10, 23, 10, 15)

/** Personal words, each of which stands nowhere else. */
export const personalWords = ['opposes', 'ines@example.org', '83%', '0.83'] as const
/** Names of those who took part, and where they would stand. */
export const namesOfPeople = ['Benedikta', 'Caspian', 'Dorothea', 'Evaristo'] as const

/** A small map with everything that a report tells of. */
export function sampleView(): MapView {
  return testView({
    meta: { title: 'Staff turnover', description: 'Why do nurses leave within two years?' },
    elements: {
      load: { label: 'Workload', description: 'Hours and patients per nurse.', tags: ['ward'] },
      leave: { label: 'Turnover', mark: 'symptom', chosen: true, leverage: 7 },
      skill: { label: 'Experience' },
      rest: { label: 'Rest', description: 'Days off that are truly off.' },
      actor: {
        kind: 'stakeholder',
        label: 'Hospital board',
        form: 'organisation',
        sector: 'health',
        stance: 'opposes',
        power: 0.83,
        interest: 0.2,
        contact: 'ines@example.org',
        createdBy: 'Dorothea',
      },
      union: { kind: 'stakeholder', label: 'Union', sector: 'community' },
      plan: { kind: 'action', label: 'Hire a float team', description: 'Three nurses for all wards.' },
    },
    links: {
      l1: {
        from: 'load',
        to: 'leave',
        polarity: '+',
        description: 'Exit talks of 2025 name it first.',
        evidenceUrl: 'https://example.org/exit',
        createdBy: 'Benedikta',
        'claim:p-c': { says: 'disagree', name: 'Caspian', at: begunAt },
      },
      l2: { from: 'leave', to: 'skill', polarity: '-', delay: true },
      l3: { from: 'skill', to: 'load', polarity: '-' },
      l4: { from: 'load', to: 'rest', polarity: '-', strength: 0.5, confidence: 0.75 },
      t1: { kind: 'tie', from: 'actor', to: 'union', type: 'conflict', description: 'Over the rota.' },
      h1: { kind: 'relation', from: 'actor', to: 'load', type: 'can-move' },
      c1: { kind: 'contribution', from: 'plan', to: 'load', description: 'Takes the peaks.' },
    },
    positions: {
      load: [0, 0],
      leave: [320, -60],
      skill: [300, 160],
      rest: [-160, 180],
      actor: [-320, -20],
      union: [-340, 200],
      plan: [0, -190],
    },
    loops: { 'l1.l2.l3': { name: 'Burnout spiral', note: 'Everyone knew it.' } },
    practices: {
      stay: {
        ...{
          kind: 'result',
          name: 'Nurses stay',
          indicator: 'Who leave within two years',
          unit: '%',
          level: 'organisation',
        },
        ...{ where: 'Wards 3 and 4', measures: ['leave', 'gone'], at: 1 },
        ...{ baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2026-10-31' } },
        'reading:k1': { value: 35.5, on: '2026-06-01', note: 'After the new rota', by: 'Evaristo' },
      },
      talk: { kind: 'result', name: 'People speak up', level: 'individual', at: 2 },
    },
  })
}

/** What the server knows of the meeting in which the sample map was made. */
export function sampleRecord(): MeetingRecord {
  const dots = roundSetupSchema.parse({
    kind: 'dots',
    question: 'Where would a change move most?',
    targets: ['load', 'leave'],
    anonymous: false,
  })
  const text = roundSetupSchema.parse({ kind: 'text', question: 'What surprised you?' })
  const head = { labels: { load: 'Workload', leave: 'Turnover' }, openedAt: begunAt, openedBy: 'Evaristo' }
  const by = (name: string) => ({ id: `p-${name}`, name })
  return {
    begunAt,
    changedAt: madeAt,
    people: [...namesOfPeople],
    agenda: {
      title: 'First map',
      steps: [
        { id: 's1', title: 'Warm up', instruction: '', minutes: 5 },
        { id: 's2', title: 'Link', instruction: 'Draw what you can explain.', minutes: 20 },
      ],
    },
    held: new Map([['s1', undefined]]),
    rounds: [
      {
        head: { ...head, id: 'r1', setup: dots, state: 'revealed', done: 3, asked: 4, endedAt: madeAt },
        outcome: roundOutcomeSchema.parse({
          kind: 'dots',
          rows: [
            {
              target: 'load',
              dots: 4,
              people: 2,
              rank: 1,
              tied: false,
              by: [
                { ...by('Benedikta'), dots: 3 },
                { ...by('Caspian'), dots: 1 },
              ],
            },
            { target: 'leave', dots: 2, people: 1, rank: 2, tied: false, by: [{ ...by('Caspian'), dots: 2 }] },
          ],
          given: 6,
          unused: 3,
        }),
      },
      { head: { ...head, id: 'r2', setup: text, state: 'closed', done: 2, asked: 4, endedAt: madeAt } },
    ],
    threads: [
      {
        id: 't1',
        anchor: { kind: 'element', id: 'load' as never },
        label: 'Workload',
        createdAt: begunAt,
        by: by('Dorothea'),
        comments: [
          {
            id: 'c1',
            thread: 't1',
            number: 1,
            by: { ...by('Dorothea'), colour: 1 },
            text: '@Evaristo do we count night shifts?',
            mark: 'oppose',
            mentions: [by('Evaristo')],
            at: begunAt,
          },
        ],
      },
      {
        id: 't2',
        anchor: { kind: 'place', x: 1, y: 2 },
        label: '',
        createdAt: begunAt,
        by: by('Dorothea'),
        resolved: { at: madeAt, by: 'Dorothea' },
        comments: [
          {
            id: 'c2',
            thread: 't2',
            number: 2,
            by: { ...by('Dorothea'), colour: 1 },
            text: 'Settled long ago.',
            mentions: [],
            at: begunAt,
          },
        ],
      },
    ],
  }
}

/** Nothing happened yet. */
export const emptyRecord: MeetingRecord = {
  begunAt,
  changedAt: begunAt,
  people: [],
  agenda: { title: '', steps: [] },
  held: new Map(),
  rounds: [],
  threads: [],
}

/** All sections, without a tick, unless told otherwise. */
export function reportOf(
  view: MapView,
  record: MeetingRecord = emptyRecord,
  wish: Partial<ReportWish> = {},
  earlier?: EarlierMap,
): Report {
  const loops = listLoopsOf(findLoops(toCausalGraph(view)), view)
  const whole = { sections: new Set(reportSections), names: false, personal: false, madeAt, ...wish }
  return buildReport(view, loops, record, whole, earlier)
}
