import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../../lib/base/random'
import type { ElementId } from '../../../lib/base/ids'
import { agendaMinutes, agendaSchema, type Agenda } from '../../../lib/practice/agenda'
import { readAgendaFile, writeAgendaFile } from '../../../lib/practice/agendaFile'
import { builtInAgendas, builtInMinutes, toAgenda, type AgendaWords } from '../../../lib/practice/builtInAgendas'
import { loadMessages } from '../../../messages'

const messages = await loadMessages('en')

/** The words at a place of a part of the catalogue, or none. */
function sayAt(part: unknown, place: string): string {
  const found = place.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], part)
  return typeof found === 'string' ? found : ''
}
const say = (place: string): string => sayAt(messages['agenda']?.['builtIn'], place)
const words: AgendaWords = {
  say,
  saySet: (set, place) => sayAt(messages['surveys']?.['sets'], `${set}.${place}`),
  sectors: [{ id: 'health', name: 'Health' }],
}

describe('built-in agendas', () => {
  it('AGENDA-80: each is a whole agenda: every step has its words, and every round its question', () => {
    for (const { key } of builtInAgendas) {
      const agenda = toAgenda(key, words, systemRandom)
      expect(agendaSchema.parse(agenda)).toEqual(agenda)
      expect(agenda.title).not.toBe('')
      expect(agenda.steps.filter(({ instruction }) => instruction === '')).toEqual([])
      expect(agendaMinutes(agenda)).toBe(builtInMinutes(key))
      expect(say(`${key}.hint`)).not.toBe('')
    }
  })

  it('AGENDA-81: the first causal map takes 75 minutes, in its order, with the pauses', () => {
    expect(builtInMinutes('firstMap')).toBe(75)
    const { steps } = toAgenda('firstMap', words, systemRandom)
    expect(steps.map(({ minutes }) => minutes)).toEqual([5, 5, 7, 10, 3, 20, 5, 10, 5, 5])
    expect(steps.find(({ title }) => title === 'Link')).toMatchObject({ minutes: 20, tools: ['link', 'variable'] })
  })

  it('AGENDA-93: no step asks people to write their name on the map, which goes home with everyone', () => {
    const instructions = builtInAgendas.flatMap(({ key }) =>
      toAgenda(key, words, systemRandom).steps.map(({ instruction }) => instruction),
    )
    expect(instructions.filter((text) => /your (?:first )?name/iu.test(text))).toEqual([])
  })

  it('AGENDA-87: the five processes have their steps in order, with what is asked and opened at each', () => {
    const { steps } = toAgenda('fiveProcesses', words, systemRandom)
    expect(steps.map(({ round, panel }) => [round?.setup.kind, panel])).toEqual([
      ['text', undefined],
      ['choice', 'coalition'],
      ['cards', undefined],
      ['pulse', 'loops'],
      ['text', 'network:bridging'],
      [undefined, 'experiments'],
      [undefined, 'compare'],
      ['survey', 'results'],
    ])
    expect(steps.map(({ title }) => title.split(':')[0])).toEqual([
      'Connecting',
      'Organising',
      ...Array.from({ length: 2 }, () => 'Systems thinking'),
      'Bridging',
      ...Array.from({ length: 2 }, () => 'Learning'),
      'Reflecting',
    ])
    expect(steps.at(-1)?.round?.setup).toMatchObject({ kind: 'survey', set: 'direction', sectors: words.sectors })
    expect(builtInMinutes('fiveProcesses')).toBe(105)
  })

  it('AGENDA-88: the check of a challenge asks what kind it is, how it goes, and who does what, in 45 minutes', () => {
    const { steps } = toAgenda('challenge', words, systemRandom)
    expect(steps.map(({ round }) => round?.setup.kind)).toEqual([
      undefined,
      'cards',
      'challenge',
      'pulse',
      undefined,
      'text',
    ])
    expect(steps.flatMap(({ panel }) => panel ?? [])).toEqual(['pulse', 'contributions'])
    expect(builtInMinutes('challenge')).toBe(45)
  })
})

describe('an agenda as a file', () => {
  const withoutIds = ({ steps }: Agenda): object[] => steps.map(({ id: _, ...step }) => step)

  it('AGENDA-82: comes back as it was, with ids of its own', () => {
    const agenda = toAgenda('stakeholders', words, systemRandom)
    const read = readAgendaFile(writeAgendaFile(agenda, []), [], systemRandom)
    if (!read.ok) throw new Error(read.reason.code)
    expect(withoutIds(read.value.agenda)).toEqual(withoutIds(agenda))
    expect(read.value.agenda.title).toBe(agenda.title)
    expect(new Set([...read.value.agenda.steps, ...agenda.steps].map(({ id }) => id)).size).toBe(
      agenda.steps.length * 2,
    )
  })

  it('AGENDA-86: a step’s frame goes along by its name, and is found by it where the file is read', () => {
    const steps = ['a', 'b', 'c', 'd'].map((frame, index) => ({ id: `s${index}`, title: `Step ${frame}`, frame }))
    const agenda = agendaSchema.parse({ title: 'Parts', steps: [...steps, { id: 's9', title: 'Talk' }] })
    const text = writeAgendaFile(agenda, [
      { id: 'a' as ElementId, label: 'First part' },
      { id: 'b' as ElementId, label: 'Second part' },
      { id: 'c' as ElementId, label: '' },
    ])
    const read = readAgendaFile(
      text,
      [
        { id: 'x' as ElementId, label: 'first  PART ' },
        { id: 'y' as ElementId, label: 'First part' },
        { id: 'z' as ElementId, label: '' },
      ],
      systemRandom,
    )
    if (!read.ok) throw new Error(read.reason.code)
    expect(read.value.agenda.steps.map(({ frame }) => frame)).toEqual(['x', undefined, undefined, undefined, undefined])
    expect(read.value.missing).toEqual(['Second part'])
    const twice = { weftAgenda: 1, steps: [1, 2].map(() => ({ title: 'A', frame: 'Gone' })) }
    expect(readAgendaFile(JSON.stringify(twice), [], systemRandom)).toMatchObject({ value: { missing: ['Gone'] } })
  })

  it('AGENDA-79: what a step opens goes along, also what only another Weft has', () => {
    const steps = ['network:bridging', 'oracle', undefined].map((panel, at) => ({ id: `s${at}`, title: 'A', panel }))
    const read = readAgendaFile(writeAgendaFile(agendaSchema.parse({ steps }), []), [], systemRandom)
    if (!read.ok) throw new Error(read.reason.code)
    expect(read.value.agenda.steps.map(({ panel }) => panel)).toEqual(['network:bridging', 'oracle', undefined])
  })

  it('AGENDA-83: what is no agenda is refused with the place of what is wrong', () => {
    const problem = (text: string): unknown => {
      const read = readAgendaFile(text, [], systemRandom)
      return read.ok ? 'read' : read.reason
    }
    const file = (steps: unknown[], head: object = {}): string => JSON.stringify({ weftAgenda: 1, steps, ...head })
    expect(problem('not json {')).toEqual({ code: 'not-json' })
    for (const other of ['null', '[]', '7', '{}', '{"weft":1,"elements":{}}', file(['step'])]) {
      expect(problem(other)).toEqual({ code: 'not-agenda' })
    }
    expect(problem(file([], { weftAgenda: 2 }))).toEqual({ code: 'newer' })
    expect(problem(file([{ title: 'A' }, { title: 'B', minutes: -1 }]))).toEqual({
      code: 'wrong-step',
      step: 2,
      field: 'minutes',
    })
    expect(problem(file([{ title: 'A', round: { about: 'none', setup: { kind: 'magic' } } }]))).toMatchObject({
      code: 'wrong-step',
      step: 1,
    })
    expect(problem(file(Array.from({ length: 41 }, () => ({ title: 'A' }))))).toEqual({ code: 'wrong', field: 'steps' })
    expect(problem(file([{ title: 'A' }], { title: 5 }))).toEqual({ code: 'wrong', field: 'title' })
    expect(problem(file([{ title: 'A', frame: 5 }]))).toEqual({ code: 'wrong-step', step: 1, field: 'frame' })
    expect(problem(file([{ title: 'A', from: 'a later version' }]))).toBe('read')
  })
})
