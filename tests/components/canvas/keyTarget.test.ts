import { afterEach, describe, expect, it } from 'vitest'
import { linkElements } from '../../../components/canvas/carryOut'
import { copiedText } from '../../../components/canvas/clipboard'
import { isOnLink, placeTarget, shownTarget } from '../../../components/canvas/keyTarget'
import { runIntent, type IntentPorts } from '../../../components/canvas/runIntent'
import type { Stage } from '../../../components/canvas/stage'
import { boardView } from '../../../lib/model/position'
import { findIntent } from '../../../lib/gesture/findIntent'
import { openTestStage, type TestStage } from '../../helpers/testStage'
import { element, elements, link, links } from '../../helpers/testMap'

const open: TestStage[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function canvas(): Promise<Stage> {
  const one = await openTestStage({
    elements: { a: {}, b: {}, c: {} },
    links: { ab: { from: 'a', to: 'b', polarity: '+' } },
    positions: { a: [0, 0], b: [300, 0], c: [600, 0] },
  })
  open.push(one)
  return one.stage
}

const ports: IntentPorts = { undo: () => {}, redo: () => {}, readAloud: () => {} }

/** What the canvas does with a key. */
function press(stage: Stage, key: string, more: { readonly alt?: boolean; readonly command?: boolean } = {}): void {
  const shift = key === '?' || key === '+'
  const intent = findIntent({ key, code: '', shift, alt: false, command: false, ...more }, isOnLink(stage))
  if (intent !== undefined) runIntent(stage, intent, ports)
}

const signOf = (stage: Stage): unknown => {
  const one = stage.editor.view.get().links.get(link('ab'))
  return one?.kind === 'causal' ? [one.polarity, one.delay] : undefined
}

describe('what a key acts on', () => {
  it('KEY-7: an arrow off a selected link ends its selection: keys mean the element with the ring', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: [], links: links('ab') })
    stage.setFocus({ kind: 'link', id: link('ab'), from: element('a') })
    press(stage, 'ArrowRight')
    expect(stage.focus.get()).toEqual({ kind: 'element', id: element('b') })
    expect(stage.editor.selection.get()).toEqual({ elements: [], links: [] })
    for (const key of ['+', '-', '0', 'd']) press(stage, key)
    expect(signOf(stage)).toEqual(['+', undefined])
    press(stage, '?')
    expect(stage.workspace.get().dialog).toBe('shortcuts')
    expect(shownTarget(stage)).toEqual({ elements: elements('b'), links: [] })
    press(stage, 'Delete')
    expect([...stage.editor.view.get().elements.keys()]).toEqual(elements('a', 'c'))
  })

  it('KEY-7: Home, End and the way along a link end the selection of the link too', async () => {
    const stage = await canvas()
    for (const [key, more] of [
      ['End', {}],
      ['Home', {}],
      ['ArrowRight', { alt: true }],
    ] as const) {
      stage.editor.select({ elements: [], links: links('ab') })
      stage.setFocus({ kind: 'link', id: link('ab'), from: element('a') })
      press(stage, key, more)
      expect(stage.focus.get().kind, key).toBe('element')
      expect(stage.editor.selection.get(), key).toEqual({ elements: [], links: [] })
    }
  })

  it('KEY-7: the link that is selected, as long as the focus is on it or the hand was the last to choose', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: [], links: links('ab') })
    press(stage, '-')
    expect(signOf(stage)).toEqual(['-', undefined])
    stage.setFocus({ kind: 'link', id: link('ab'), from: element('a') }, 'key')
    press(stage, 'd')
    expect(signOf(stage)).toEqual(['-', true])
    stage.setFocus({ kind: 'element', id: element('c') }, 'hand')
    press(stage, '+')
    expect(signOf(stage)).toEqual(['+', true])
  })

  it('KEY-7: the selection again once the hand is on the map, such as at a grip of the selected link', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: [], links: links('ab') })
    stage.setFocus({ kind: 'element', id: element('b') }, 'key')
    stage.takeByHand()
    expect(stage.focus.get()).toEqual({ kind: 'link', id: link('ab'), from: element('a') })
    press(stage, '-')
    expect(signOf(stage)).toEqual(['-', undefined])
  })

  it('KEY-7: all of the selection where the focus is part of it', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: elements('a', 'b'), links: [] })
    stage.setFocus({ kind: 'element', id: element('b') }, 'key')
    expect(shownTarget(stage)).toEqual({ elements: elements('a', 'b'), links: [] })
    press(stage, 'Delete')
    expect([...stage.editor.view.get().elements.keys()]).toEqual(elements('c'))
  })

  it('KEY-7: what changes, deletes or copies means the selection, though the focus was taken elsewhere by key', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: elements('a'), links: [] })
    press(stage, 'End')
    expect(stage.focus.get()).toEqual({ kind: 'element', id: element('c') })
    expect(copiedText(stage)).toContain('"A"')
    expect(copiedText(stage)).not.toContain('"C"')
    press(stage, 'ArrowLeft')
    const places = stage.editor.view.get().positions.get(boardView)
    expect([places?.get(element('a'))?.x, places?.get(element('c'))?.x]).toEqual([-8, 600])
    expect(stage.focus.get()).toEqual({ kind: 'element', id: element('c') })
    press(stage, 'Delete')
    expect([...stage.editor.view.get().elements.keys()]).toEqual(elements('b', 'c'))
  })

  it('KEY-7: signs and delay mean the link that is selected, though a key took the focus to an element', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: [], links: links('ab') })
    stage.setFocus({ kind: 'element', id: element('c') }, 'key')
    press(stage, '-')
    press(stage, 'd')
    expect(signOf(stage)).toEqual(['-', true])
  })

  it('KEY-7: L, Enter, Space and the menu key lead on from what has the ring', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: elements('a'), links: [] })
    press(stage, 'End')
    expect(placeTarget(stage)).toEqual({ elements: elements('c'), links: [] })
    press(stage, 'l')
    expect(stage.linkPicker.get()).toBe(element('c'))
    stage.openLinkPicker(undefined)
    runIntent(stage, { kind: 'toggle-selected', extend: true }, ports)
    expect(stage.editor.selection.get().elements).toEqual(elements('a', 'c'))
    stage.editor.select({ elements: elements('a'), links: [] })
    press(stage, 'Enter')
    expect(stage.draft.get()?.id).toBe(element('c'))
  })

  it('KEY-7: one thing that is selected elsewhere, such as in a panel, has the focus too', async () => {
    const stage = await canvas()
    stage.setFocus({ kind: 'element', id: element('a') }, 'key')
    // The keyboard is in the panel now.
    stage.setFocus(stage.focus.get(), 'hand')
    stage.editor.select({ elements: elements('c'), links: [] })
    expect(stage.focus.get()).toEqual({ kind: 'element', id: element('c') })
    stage.editor.select({ elements: [], links: links('ab') })
    expect(stage.focus.get()).toEqual({ kind: 'link', id: link('ab'), from: element('a') })
  })

  it('KEY-2: ? opens the sheet on a link too; 0 says that the sign is not known', async () => {
    const stage = await canvas()
    stage.editor.select({ elements: [], links: links('ab') })
    press(stage, '?')
    expect(stage.workspace.get().dialog).toBe('shortcuts')
    expect(signOf(stage)).toEqual(['+', undefined])
    press(stage, '0')
    expect(signOf(stage)).toEqual(['?', undefined])
  })
})

describe('questions on the map', () => {
  it('KEY-8: keys for signs answer the question that is asked, whatever has the focus', async () => {
    const stage = await canvas()
    stage.workspace.update({ signFor: link('ab') })
    stage.setFocus({ kind: 'element', id: element('c') }, 'key')
    press(stage, '-')
    expect(signOf(stage)).toEqual(['-', undefined])
    expect(stage.workspace.get().signFor).toBeUndefined()
  })

  it('KEY-9: L while the sign of a link is asked for goes on from where the link ends', async () => {
    const stage = await canvas()
    linkElements(stage, element('b'), element('c'))
    const made = stage.workspace.get().signFor
    expect(made).toBeDefined()
    press(stage, 'l')
    expect(stage.linkPicker.get()).toBe(element('c'))
    expect(stage.workspace.get()).toMatchObject({ signFor: undefined, tool: 'select' })
  })

  it('GEST-16: what is asked next puts the open question away, its sign not known yet', async () => {
    const stage = await canvas()
    stage.workspace.update({ signFor: link('ab') })
    stage.setFocus({ kind: 'element', id: element('b') }, 'key')
    press(stage, 'l')
    expect(stage.linkPicker.get()).toBe(element('b'))
    expect(stage.workspace.get().signFor).toBeUndefined()
    expect(signOf(stage)).toEqual(['+', undefined])

    stage.workspace.update({ signFor: link('ab') })
    expect(stage.linkPicker.get()).toBeUndefined()

    runIntent(stage, { kind: 'menu' }, ports)
    expect(stage.menu.get()).toBeDefined()
    expect(stage.workspace.get().signFor).toBeUndefined()
  })

  it('KEY-10: a press on the empty canvas leaves a link altogether: no band stays, and no key means it', async () => {
    for (const by of ['hand', 'key'] as const) {
      const stage = await canvas()
      stage.editor.select({ elements: [], links: links('ab') })
      stage.setFocus({ kind: 'link', id: link('ab'), from: element('a') }, by)
      stage.takeByHand()
      stage.editor.select({ elements: [], links: [] })
      expect(stage.focus.get(), by).toEqual({ kind: 'surface' })
      expect(isOnLink(stage), by).toBe(false)
    }
  })

  it('KEY-10: so does one while a link has the focus by key and nothing is selected', async () => {
    const stage = await canvas()
    stage.setFocus({ kind: 'link', id: link('ab'), from: element('a') }, 'key')
    stage.takeByHand()
    expect(stage.focus.get()).toEqual({ kind: 'surface' })
  })
})
