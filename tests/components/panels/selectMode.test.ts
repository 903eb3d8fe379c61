import { expect, it } from 'vitest'
import { startSelectingMore } from '../../../components/panels/phone/selectMore'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { element, elements } from '../../helpers/testMap'
import { openTestStage } from '../../helpers/testStage'

it('PANEL-12: what is deleted while more is selected leaves the selection, and taps go on from there', async () => {
  const { stage, close } = await openTestStage({ elements: { a: {}, b: {}, c: {} } })
  const { editor } = stage
  const end = startSelectingMore(editor)
  const tap = (id: string): void => editor.select({ elements: [element(id)], links: [] })
  for (const id of ['a', 'b', 'c', 'a']) tap(id)
  expect(editor.selection.get().elements).toEqual(elements('b', 'c'))

  editor.run(deleteRecords, { elements: elements('b'), links: [] })
  expect(editor.selection.get().elements).toEqual(elements('c'))
  tap('a')
  expect(editor.selection.get().elements).toEqual(elements('c', 'a'))
  editor.run(deleteRecords, { elements: elements('a', 'c'), links: [] })
  expect(editor.selection.get()).toEqual({ elements: [], links: [] })
  end()
  close()
})
