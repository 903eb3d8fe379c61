import { afterEach, describe, expect, it } from 'vitest'
import { runIntent } from '../../../components/canvas/runIntent'
import { createShownLoops } from '../../../components/canvas/shownLoops'
import { noModifiers, type Sample } from '../../../lib/gesture/gestureEvent'
import type { KeyIntent } from '../../../lib/gesture/keyIntent'
import type { Hit } from '../../../lib/gesture/hit'
import { openTestStage, type TestStage } from '../../helpers/testStage'
import { element, link } from '../../helpers/testMap'

const key = 'ab.bc.ca'
const badge: Hit = { kind: 'badge', id: key }
const openBare = (loops: Readonly<Record<string, unknown>> = {}) =>
  openTestStage({
    elements: { a: {}, b: {}, c: {}, d: {} },
    links: {
      ab: { from: 'a', to: 'b', polarity: '+' },
      bc: { from: 'b', to: 'c', polarity: '+' },
      ca: { from: 'c', to: 'a', polarity: '+' },
    },
    positions: { a: [0, -300], b: [300, 200], c: [-300, 200], d: [900, 0] },
    loops,
  })
/** With what finds the loops, which the page loads once the map is drawn. */
async function open(loops?: Readonly<Record<string, unknown>>): Promise<TestStage> {
  const test = await openBare(loops)
  test.stage.showLoops(createShownLoops())
  return test
}
const ports = { undo: () => undefined, redo: () => undefined, readAloud: () => undefined }
const press = (test: TestStage, intent: KeyIntent): boolean => runIntent(test.stage, intent, ports)
const sample = (x: number, y: number): Sample => ({
  pointer: 'mouse',
  point: { x, y },
  screen: { x, y },
  hit: badge,
  keys: noModifiers,
  time: 0,
})

describe('badges on the canvas', () => {
  let test: TestStage
  afterEach(() => test.close())

  it('are there once what finds the loops is', async () => {
    test = await openBare()
    expect(test.stage.scene.get().badges.size).toBe(0)
    test.stage.showLoops(createShownLoops())
    expect([test.stage.scene.get().badges.size, test.stage.stored.get().badges.size]).toEqual([1, 1])
  })

  it('BADGE-1: are drawn without any panel open, and go with a link of their loop', async () => {
    test = await open()
    const { stage } = test
    const [shown] = stage.scene.get().badges.values()
    expect(shown).toMatchObject({ key, loop: { tag: 'R1' }, turn: 'clockwise' })
    stage.editor.select({ elements: [], links: [link('ab')] })
    press(test, { kind: 'delete' })
    expect(stage.scene.get().badges.size).toBe(0)
    stage.editor.undo()
    expect(stage.scene.get().badges.size).toBe(1)
  })

  it('BADGE-6: a drag is shown at once, written once, and undone as one step', async () => {
    test = await open()
    const { stage } = test
    const { x, y } = stage.scene.get().badges.get(key)?.centre ?? { x: 0, y: 0 }
    stage.feed({ kind: 'press', sample: sample(x, y) })
    stage.feed({ kind: 'move', sample: sample(x + 50, y - 20) })
    expect(stage.scene.get().badges.get(key)?.centre).toEqual({ x: x + 50, y: y - 20 })
    expect(stage.editor.view.get().loops.size).toBe(0)
    stage.feed({ kind: 'release', sample: sample(x + 50, y - 20) })
    expect(stage.editor.view.get().loops.get(key)).toMatchObject({ number: 1 })
    expect(stage.scene.get().badges.get(key)?.centre.x).toBeCloseTo(x + 50, 0)
    stage.editor.undo()
    expect(stage.scene.get().badges.get(key)?.centre).toEqual({ x, y })
  })

  it('BADGE-8: with the keyboard: Enter reads it, Alt and arrows move it, Delete takes it off', async () => {
    test = await open()
    const { stage } = test
    const { x } = stage.scene.get().badges.get(key)?.centre ?? { x: 0 }
    stage.setFocus({ kind: 'badge', id: key })
    expect(press(test, { kind: 'rename' })).toBe(true)
    expect(stage.workspace.get()).toMatchObject({ panel: 'loops', loop: key })
    press(test, { kind: 'walk', along: 'out', direction: 'right' })
    expect(stage.scene.get().badges.get(key)?.centre.x).toBeCloseTo(x + 8, 0)
    press(test, { kind: 'delete' })
    expect(stage.scene.get().badges.size).toBe(0)
    expect(stage.focus.get()).toEqual({ kind: 'surface' })
    expect(stage.editor.view.get().links.size).toBe(3)
  })

  it('BADGE-9: pointing at one lights its loop, and gives back what was lit before', async () => {
    test = await open()
    const { stage } = test
    const before = { elements: new Set([element('d')]), links: new Set<never>() }
    stage.workspace.update({ spotlight: before })
    stage.lightBadge(key)
    expect(stage.workspace.get().spotlight?.links).toEqual(new Set(['ab', 'bc', 'ca']))
    stage.lightBadge(undefined)
    expect(stage.workspace.get().spotlight).toBe(before)
    stage.lightBadge(key)
    const other = { elements: new Set<never>(), links: new Set<never>() }
    stage.workspace.update({ spotlight: other })
    stage.lightBadge(undefined)
    expect(stage.workspace.get().spotlight).toBe(other)
  })

  it('BADGE-9: the light goes out when its badge goes', async () => {
    test = await open()
    const { stage } = test
    stage.lightBadge(key)
    stage.editor.select({ elements: [element('a')], links: [] })
    press(test, { kind: 'delete' })
    expect(stage.workspace.get().spotlight).toBeUndefined()
  })
})
