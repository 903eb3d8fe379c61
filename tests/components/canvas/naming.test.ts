import { afterEach, describe, expect, it } from 'vitest'
import { draftLinked, endNaming, startRename } from '../../../components/canvas/naming'
import { frameSelection } from '../../../components/canvas/runIntent'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { openTestStage, type TestStage } from '../../helpers/testStage'
import { element, elements } from '../../helpers/testMap'

const open: TestStage[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function canvas(): Promise<TestStage> {
  const one = await openTestStage({ elements: { a: {}, b: {} } })
  open.push(one)
  return one
}

describe('a name that is being typed', () => {
  it('LOSS-1: is not kept on a closed map, which is said to the caller and not put down to the person', async () => {
    const { stage, told } = await canvas()
    startRename(stage, element('a'))
    const closed = { ...stage, mayEdit: () => false }
    expect(endNaming(closed, 'Heavy rain', 'commit')).toBe(false)
    expect(stage.draft.get()).toBeUndefined()
    expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('A')
    expect(told).toEqual([])
  })

  it('LOSS-1: counts as kept when it is, and when it is given up', async () => {
    const { stage } = await canvas()
    startRename(stage, element('a'))
    expect(endNaming(stage, 'Rain', 'commit')).toBe(true)
    startRename(stage, element('a'))
    expect(endNaming(stage, 'Never mind', 'cancel')).toBe(true)
    expect(stage.editor.view.get().elements.get(element('a'))?.label).toBe('Rain')
  })

  it('LOSS-1: joins the map without its link if what it was to be linked to is gone', async () => {
    const { stage, told } = await canvas()
    draftLinked(stage, element('a'), 'out', { x: 300, y: 300 })
    stage.editor.run(deleteRecords, { elements: elements('a'), links: [] })
    expect(endNaming(stage, 'Floods', 'commit')).toBe(true)
    const { elements: now, links } = stage.editor.view.get()
    expect(Array.from(now.values(), ({ label }) => label)).toEqual(['B', 'Floods'])
    expect(links.size).toBe(0)
    expect(told).toEqual([])
  })

  it('CANVAS-5: a frame around a selection and its name are one step, which undo takes back whole', async () => {
    const { stage } = await canvas()
    frameSelection(stage, elements('a', 'b'))
    expect(endNaming(stage, 'Schools', 'commit')).toBe(true)
    const frames = () => [...stage.editor.view.get().elements.values()].filter(({ kind }) => kind === 'frame')
    expect(frames().map(({ label }) => label)).toEqual(['Schools'])
    stage.editor.undo()
    expect(frames()).toEqual([])
    expect(stage.editor.undoState.get().canUndo).toBe(false)
  })

  it('CANVAS-5: a frame that is given up leaves nothing; one without a name stays', async () => {
    const { stage } = await canvas()
    frameSelection(stage, elements('a', 'b'))
    endNaming(stage, '', 'cancel')
    expect(stage.editor.view.get().elements.size).toBe(2)
    expect(stage.editor.undoState.get().canUndo).toBe(false)
    frameSelection(stage, elements('a', 'b'))
    endNaming(stage, '', 'commit')
    expect(stage.editor.view.get().elements.size).toBe(3)
  })
})
