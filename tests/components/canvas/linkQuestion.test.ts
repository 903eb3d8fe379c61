import { afterEach, describe, expect, it } from 'vitest'
import { linkElements } from '../../../components/canvas/carryOut'
import { nextAnswer } from '../../../components/canvas/nextAnswer'
import { emptyHit } from '../../../lib/gesture/hit'
import type { Sample } from '../../../lib/gesture/gestureEvent'
import { element } from '../../helpers/testMap'
import { openTestStage, type TestStage } from '../../helpers/testStage'

const open: TestStage[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** The link tool has made a link, and asks about it. */
async function asked(): Promise<TestStage> {
  const one = await openTestStage({ elements: { a: {}, b: {} } })
  open.push(one)
  one.stage.workspace.chooseTool('link')
  linkElements(one.stage, element('a'), element('b'))
  expect(one.stage.workspace.get().signFor).toBeDefined()
  return one
}

const finger = (x: number): Sample => ({
  pointer: 'touch',
  point: { x, y: -900 },
  screen: { x, y: -900 },
  hit: emptyHit,
  keys: { shift: false, alt: false, command: false },
  time: 0,
})

describe('the question about a link', () => {
  it('GEST-18: is put away when the link is taken back, and the tool goes on', async () => {
    const { stage } = await asked()
    stage.editor.undo()
    expect(stage.editor.view.get().links.size).toBe(0)
    expect(stage.workspace.get()).toMatchObject({ signFor: undefined, tool: 'link', linkMade: true })
  })

  it('GEST-16: is left open by a tap beside it, and stays while the view is moved', async () => {
    const { stage } = await asked()
    stage.feed({ kind: 'press', sample: finger(-900) })
    stage.feed({ kind: 'move', sample: finger(-700) })
    stage.feed({ kind: 'release', sample: finger(-700) })
    expect(stage.workspace.get().signFor).toBeDefined()
    stage.feed({ kind: 'press', sample: finger(-900) })
    stage.feed({ kind: 'release', sample: finger(-900) })
    expect(stage.workspace.get()).toMatchObject({ signFor: undefined, tool: 'link' })
    expect(stage.editor.view.get().links.size).toBe(1)
  })
})

describe('nextAnswer', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 5, 0],
    ['ArrowLeft', 0, 5],
    ['ArrowDown', 1, 3],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 3, 1],
    ['Home', 4, 0],
    ['End', 0, 5],
    ['Tab', 0, undefined],
  ])('HOLD-5: %s from answer %i of six in two columns leads to %s', (key, here, next) => {
    expect(nextAnswer(key, here, 6, 2)).toBe(next)
  })

  it('HOLD-5: in one row up and down lead on too; from elsewhere no key does', () => {
    expect(nextAnswer('ArrowDown', 2, 3, 3)).toBe(0)
    expect(nextAnswer('ArrowUp', 0, 3, 3)).toBe(2)
    expect(nextAnswer('ArrowRight', -1, 3, 3)).toBeUndefined()
    expect(nextAnswer('ArrowRight', 3, 3, 3)).toBeUndefined()
  })
})
