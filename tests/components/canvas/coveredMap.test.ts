import { expect, it } from 'vitest'
import { renameElement } from '@/lib/commands/renameElement'
import { deleteRecords } from '@/lib/commands/deleteRecords'
import { element, elements } from '../../helpers/testMap'
import { openTestStage } from '../../helpers/testStage'

const names = ({ scene }: { readonly scene: { readonly elements: ReadonlyMap<string, unknown> } }) => [
  ...scene.elements.keys(),
]

it('VIEWS-11: a map behind another view is not drawn anew, and is as it should be once it is seen', async () => {
  const { stage, close } = await openTestStage({ elements: { a: {}, b: {} } })
  const { editor, workspace } = stage
  const drawnOnce = stage.scene.get()
  let times = 0
  stage.scene.subscribe(() => (times += 1))

  workspace.showView('table')
  editor.run(renameElement, { id: element('a'), label: 'Heavy rain' })
  editor.run(deleteRecords, { elements: elements('b'), links: [] })
  expect([stage.scene.get(), times]).toEqual([drawnOnce, 0])
  // Whoever asks for the map as it is gets it.
  expect(names({ scene: stage.stored.get() })).toEqual(['a'])
  editor.run(renameElement, { id: element('a'), label: 'Rain' })

  workspace.showView('map')
  expect(times).toBe(1)
  expect(names({ scene: stage.scene.get() })).toEqual(['a'])
  expect(stage.scene.get().elements.get(element('a'))?.element.label).toBe('Rain')
  expect(stage.stored.get()).toBe(stage.scene.get())
  close()
})

it('VIEWS-11: what was chosen in another view has the focus once the map is seen', async () => {
  const { stage, close } = await openTestStage({ elements: { a: {}, b: {} } })
  stage.workspace.showView('table')
  const before = stage.focus.get()
  stage.editor.select({ elements: elements('b'), links: [] })
  expect(stage.focus.get()).toBe(before)
  stage.workspace.showView('map')
  expect(stage.focus.get()).toEqual({ kind: 'element', id: 'b' })
  close()
})
