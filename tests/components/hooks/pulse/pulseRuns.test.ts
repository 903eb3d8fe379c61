import { describe, expect, it } from 'vitest'
import { readShared, reducePulse, shareRun, stepTime, type PulseRun } from '../../../../components/hooks/pulse/pulseRun'
import { createPulseRuns } from '../../../../components/hooks/pulse/pulseRuns'
import { filmPulse, type PulseQuestion } from '../../../../lib/analysis/pulseFilm'
import { createObservable } from '../../../../lib/base/observable'
import type { Editor, Person, SyncStatus } from '../../../../lib/editor/editor'
import type { MapView } from '../../../../lib/model/mapView'
import { presenceSchema, type Presence } from '../../../../lib/protocol/presence'
import { createManualClock } from '../../../helpers/manualClock'
import { element, links, testView, type TestMapParts } from '../../../helpers/testMap'

const parts: TestMapParts = {
  elements: { a: {}, b: {}, c: {}, far: {}, away: {} },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    bc: { from: 'b', to: 'c', polarity: '-' },
    fa: { from: 'far', to: 'away', polarity: '+' },
  },
}
const push: PulseQuestion = { variable: element('a'), direction: 1 }
const withLink = (id: string, fields: object): MapView =>
  testView({ ...parts, links: { ...parts.links, [id]: fields as Readonly<Record<string, unknown>> } })

/** One tab: its map, what it tells, and what others tell it. */
function tab({ isBusy = false } = {}) {
  const films: (() => void)[] = []
  const clock = createManualClock()
  const view = createObservable(testView(parts))
  const people = createObservable<readonly Person[]>([])
  const sync = createObservable<SyncStatus>({ kind: 'saved' })
  let told: Presence = {}
  const editor: Pick<Editor, 'view' | 'people' | 'sync' | 'present'> = {
    view,
    people,
    sync,
    present: (presence) => {
      told = { ...told, ...presence }
    },
  }
  const runs = createPulseRuns({
    editor,
    clock,
    makeFilm: (graph, question, done) => {
      const film = filmPulse(graph, question)
      if (film === undefined) return
      if (isBusy) films.push(() => done(film))
      else done(film)
    },
  })
  /** What Ana's tab tells, as the wire brings it. */
  const hear = (presence: Presence | undefined): void => {
    people.set(
      presence === undefined
        ? []
        : [{ id: 'ana', name: 'Ana', colour: 1, role: 'owner', presence: presenceSchema.parse(presence) }],
    )
  }
  return { clock, view, sync, runs, hear, told: () => told, screen: () => runs.screen.get(), films }
}

describe('reducePulse', () => {
  const run: PulseRun = { question: push, turn: 1, step: 2, playing: true, speed: 'normal' }

  it('PUSH-10: a step by hand pauses; neither hand nor time goes past the ends', () => {
    expect(reducePulse(run, { kind: 'forward' }, 3)).toMatchObject({ step: 3, playing: false })
    expect(reducePulse({ ...run, step: 3 }, { kind: 'forward' }, 3).step).toBe(3)
    expect(reducePulse({ ...run, step: 0 }, { kind: 'back' }, 3)).toMatchObject({ step: 0, playing: false })
    expect(reducePulse(run, { kind: 'tick' }, 3)).toMatchObject({ step: 3, playing: false })
    expect(reducePulse(run, { kind: 'tick' }, 9)).toMatchObject({ step: 3, playing: true })
    expect(reducePulse({ ...run, playing: false }, { kind: 'tick' }, 9).step).toBe(2)
  })

  it('PUSH-10: playing at the end begins again, and going back to the start goes on playing', () => {
    expect(reducePulse({ ...run, step: 3, playing: false }, { kind: 'play' }, 3)).toMatchObject({
      step: 0,
      playing: true,
    })
    expect(reducePulse(run, { kind: 'restart' }, 3)).toMatchObject({ step: 0, playing: true })
    expect(reducePulse(run, { kind: 'speed', speed: 'fast' }, 3)).toMatchObject({ step: 2, speed: 'fast' })
  })

  it('PUSH-11: what is shared tells the run, and is told as one by the schema', () => {
    const inLoop: PulseRun = { ...run, question: { ...push, direction: -1, loop: links('ab', 'bc') } }
    for (const one of [run, inLoop]) {
      const told = presenceSchema.parse({ whatIf: shareRun(one, 'print') }).whatIf
      expect(told).toEqual(shareRun(one, 'print'))
      if (told !== null && told !== undefined) expect(readShared(told)).toEqual(one)
    }
    // A client that says something else loses that alone.
    expect(presenceSchema.parse({ whatIf: { step: 'x' }, cursor: [1, 2] })).toEqual({ cursor: [1, 2] })
  })
})

describe('one’s own run', () => {
  it('PUSH-10: plays to its end at its speed, and stops there', () => {
    const ana = tab()
    ana.runs.push(push)
    expect(ana.screen().film?.frames).toHaveLength(3)
    ana.clock.advance(stepTime.normal - 1)
    expect(ana.screen().run?.step).toBe(0)
    ana.clock.advance(1)
    expect(ana.screen().run?.step).toBe(1)
    ana.runs.act({ kind: 'speed', speed: 'fast' })
    ana.clock.advance(stepTime.fast)
    expect(ana.screen().run).toMatchObject({ step: 2, playing: false })
    ana.clock.advance(60_000)
    expect(ana.screen().run?.step).toBe(2)
  })

  it('PUSH-10: a step by hand that is asked for while the run is worked out is taken', () => {
    const ana = tab({ isBusy: true })
    ana.runs.push(push)
    ana.runs.act({ kind: 'forward' })
    for (const finish of ana.films) finish()
    expect(ana.screen()).toMatchObject({ run: { step: 1, playing: false } })

    ana.runs.push({ ...push, direction: -1 })
    for (let times = 0; times < 9; times += 1) ana.runs.act({ kind: 'forward' })
    for (const finish of ana.films) finish()
    expect(ana.screen()).toMatchObject({ run: { step: 2, playing: false } })
  })

  it('PUSH-12: begins again when the map changes where it goes, and not for changes elsewhere', () => {
    const ana = tab()
    ana.runs.push(push)
    ana.runs.act({ kind: 'forward' })
    ana.view.set(withLink('fa', { from: 'far', to: 'away', polarity: '-' }))
    expect(ana.screen()).toMatchObject({ run: { step: 1 }, restarted: false })
    ana.view.set(withLink('bc', { from: 'b', to: 'c', polarity: '+' }))
    expect(ana.screen()).toMatchObject({ run: { step: 0 }, restarted: true })
    expect(ana.screen().film?.frames.at(-1)?.values.at(-1)).toBeGreaterThan(0)
    ana.view.set(testView({ elements: { b: {} } }))
    expect(ana.screen().run).toBeUndefined()
    expect(ana.runs.ended.get()).toEqual({ kind: 'gone' })
  })

  it('PUSH-11: is told to nobody until it is shared, and to nobody once it is stopped', () => {
    const ana = tab()
    ana.runs.push(push)
    expect(ana.told().whatIf).toBeNull()
    ana.runs.share(true)
    expect(ana.told().whatIf).toMatchObject({ variable: 'a', direction: 'up', step: 0, playing: true })
    ana.clock.advance(stepTime.normal)
    expect(ana.told().whatIf).toMatchObject({ step: 1 })
    // The next push is shared as well; the film of it need not be there yet.
    ana.runs.push({ variable: element('b'), direction: -1 })
    expect(ana.told().whatIf).toMatchObject({ variable: 'b', direction: 'down', step: 0 })
    ana.runs.stop()
    expect(ana.told().whatIf).toBeNull()
  })
})

describe('watching', () => {
  it('PUSH-13: shows the step that the other is at, late or early, and never runs by itself', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ana.clock.advance(stepTime.normal)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    expect(ben.screen()).toMatchObject({ by: { id: 'ana', name: 'Ana' }, run: { step: 1 }, otherMap: false })
    expect(ben.runs.landed.get()).toBe(1)
    expect(ben.screen().film?.frames).toEqual(ana.screen().film?.frames)
    ben.clock.advance(60_000)
    expect(ben.screen().run?.step).toBe(1)
    ben.runs.act({ kind: 'forward' })
    expect(ben.screen().run?.step).toBe(1)
    ana.runs.act({ kind: 'restart' })
    ben.hear(ana.told())
    expect(ben.screen().run?.step).toBe(0)
    expect(ben.runs.landed.get()).toBe(0)
    // Ben tells nobody of what he only watches.
    expect(ben.told().whatIf ?? null).toBeNull()
  })

  it('PUSH-12: that it has begun again is told to those who watch too, until it is pushed anew', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ana.clock.advance(stepTime.normal)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    expect(ben.screen()).toMatchObject({ restarted: false, run: { step: 1 } })
    const changed = testView({ ...parts, links: { ab: { from: 'a', to: 'b', polarity: '+' } } })
    ben.view.set(changed)
    ana.view.set(changed)
    ben.hear(ana.told())
    expect(ben.screen()).toMatchObject({ restarted: true, run: { step: 0 }, otherMap: false })
    ana.clock.advance(stepTime.normal)
    ben.hear(ana.told())
    expect(ben.screen()).toMatchObject({ restarted: true, run: { step: 1 } })
    ana.runs.push(push)
    ben.hear(ana.told())
    expect(ben.screen().restarted).toBe(false)
  })

  it('PUSH-13: ends when the other stops or leaves, but not when the connection is lost', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    ben.sync.set({ kind: 'offline', unsent: 0, kept: true })
    ben.hear(undefined)
    expect(ben.screen().by?.name).toBe('Ana')
    ben.sync.set({ kind: 'saved' })
    ben.hear(ana.told())
    ana.runs.stop()
    ben.hear(ana.told())
    expect(ben.screen().by).toBeUndefined()
    expect(ben.runs.ended.get()).toEqual({ kind: 'ended', name: 'Ana' })
  })

  it('PUSH-12: a run of another state of the map is said to be that, until both have the same', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    const changed = withLink('bc', { from: 'b', to: 'c', polarity: '+' })
    ana.view.set(changed)
    ben.hear(ana.told())
    expect(ben.screen()).toMatchObject({ otherMap: true, film: undefined, run: { step: 0 } })
    ben.view.set(changed)
    expect(ben.screen().otherMap).toBe(false)
    expect(ben.screen().film?.frames).toEqual(ana.screen().film?.frames)
  })

  it('PUSH-15: the map is looked at once for a run and a state of it, not at each move of anybody’s cursor', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    ana.view.set(withLink('bc', { from: 'b', to: 'c', polarity: '+' }))
    let looks = 0
    const view = ben.view.get()
    const links = new Map(view.links)
    links.values = () => {
      looks += 1
      return view.links.values()
    }
    ben.view.set({ ...view, links })
    ben.hear(ana.told())
    expect(ben.screen().otherMap).toBe(true)
    const afterwards = ben.screen()
    looks = 0
    for (let move = 0; move < 50; move += 1) ben.hear({ ...ana.told(), cursor: [move, 0] })
    expect(looks).toBe(0)
    expect(ben.screen()).toBe(afterwards)
    ana.runs.act({ kind: 'forward' })
    ben.hear(ana.told())
    expect(ben.screen()).toMatchObject({ run: { step: 1 }, otherMap: true })
    expect(looks).toBe(0)
  })

  it('PUSH-13: one’s own push ends watching; watching ends one’s own', () => {
    const [ana, ben] = [tab(), tab()]
    ana.runs.push(push)
    ana.runs.share(true)
    ben.runs.push({ variable: element('b'), direction: -1 })
    ben.runs.share(true)
    ben.hear(ana.told())
    ben.runs.watch('ana')
    expect(ben.told().whatIf).toBeNull()
    expect(ben.screen()).toMatchObject({ by: { id: 'ana' }, run: { question: push } })
    ben.runs.push({ variable: element('b'), direction: -1 })
    expect(ben.screen()).toMatchObject({ by: undefined, shared: false, run: { question: { direction: -1 } } })
  })
})
