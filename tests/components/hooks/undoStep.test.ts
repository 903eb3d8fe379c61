import { describe, expect, it } from 'vitest'
import { createObservable } from '../../../lib/base/observable'
import { emptySelection } from '../../../components/hooks/editor'
import { redoStep, undoStep } from '../../../components/hooks/undoStep'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import { elements } from '../../helpers/testMap'

function editor(steps: number) {
  let left = steps
  const undoState = createObservable({ canUndo: steps > 0, canRedo: false })
  const selection = createObservable(emptySelection)
  const brought = { elements: elements('a'), links: [] }
  return {
    selection,
    brought,
    redo: () => {
      selection.set(brought)
      return { step: 'renamed' } as const
    },
    undoState,
    undo: () => {
      left--
      selection.set(brought)
      undoState.set({ canUndo: left > 0, canRedo: true })
      return { step: 'renamed' } as const
    },
    left: () => left,
  }
}

describe('undo', () => {
  it('LAYOUT-18: gives up an arrangement that is under way, and takes back nothing else', () => {
    const workspace = createWorkspace()
    const one = editor(2)
    let givenUp = 0
    workspace.update({
      arranging: {
        replace: () => undefined,
        giveUp: () => {
          givenUp++
          workspace.update({ arranging: undefined })
        },
      },
    })
    expect(undoStep(one, workspace)).toEqual({ kind: 'gave-up' })
    expect([givenUp, one.left()]).toEqual([1, 2])
    expect(undoStep(one, workspace)).toEqual({ kind: 'undid', label: { step: 'renamed' } })
    expect([givenUp, one.left()]).toEqual([1, 1])
  })

  it('VERSION-39: is for the version that one put back, once, and does not reach behind it', () => {
    const workspace = createWorkspace()
    const one = editor(2)
    let taken = 0
    workspace.update({ putBack: { undo: () => (taken += 1) } })
    expect(undoStep(one, workspace)).toEqual({ kind: 'gave-up' })
    expect([taken, one.left()]).toEqual([1, 2])
    expect(undoStep(one, workspace)).toMatchObject({ kind: 'undid' })
    expect([taken, one.left()]).toEqual([1, 1])
  })

  it('PANEL-25: says what it has selected, until something else is', () => {
    const workspace = createWorkspace()
    const one = editor(1)
    undoStep(one, workspace)
    expect(workspace.get().unasked).toBe(one.brought)
    workspace.update({ unasked: undefined })
    redoStep(one, workspace)
    expect(workspace.get().unasked).toBe(one.brought)
  })

  it('does nothing where there is nothing to take back', () => {
    expect(undoStep(editor(0), createWorkspace())).toEqual({ kind: 'nothing' })
  })
})
