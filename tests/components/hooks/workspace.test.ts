import { describe, expect, it, vi } from 'vitest'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import { initialWorkspace } from '../../../components/hooks/workspace'

const element = 'a' as ElementId
const link = 'ab' as LinkId

describe('workspace', () => {
  it('tells of a change once, and of none when nothing changed', () => {
    const workspace = createWorkspace()
    const listener = vi.fn()
    workspace.subscribe(listener)
    workspace.update({ minimap: true, tool: 'hand' })
    expect(listener).toHaveBeenCalledTimes(1)
    const before = workspace.get()
    workspace.update({ minimap: true, tool: 'hand' })
    expect(listener).toHaveBeenCalledTimes(1)
    expect(workspace.get()).toBe(before)
  })

  it('PANEL-61: the list of people stands beside the panel that is open, and neither closes the other', () => {
    const workspace = createWorkspace()
    workspace.update({ panel: 'agenda' })
    workspace.update({ people: true })
    expect(workspace.get()).toMatchObject({ panel: 'agenda', people: true })
    workspace.togglePanel('rounds')
    expect(workspace.get()).toMatchObject({ panel: 'rounds', people: true })
    workspace.update({ people: false })
    expect(workspace.get().panel).toBe('rounds')
  })

  it('PANEL-11: choosing a tool gives up a half-made link and its question', () => {
    const workspace = createWorkspace({ tool: 'link', linking: { from: element }, signFor: link })
    workspace.chooseTool('select')
    expect(workspace.get()).toMatchObject({ tool: 'select', toolLocked: false, linking: undefined, signFor: undefined })
    workspace.chooseTool('note', { locked: true })
    expect(workspace.get().toolLocked).toBe(true)
  })

  it('PANEL-11: naming and linking exclude each other', () => {
    const workspace = createWorkspace()
    workspace.startLinking(element)
    workspace.startNaming(element)
    expect(workspace.get()).toMatchObject({ naming: element, linking: undefined })
    workspace.startLinking(element)
    expect(workspace.get()).toMatchObject({ naming: undefined, linking: { from: element } })
  })

  it('a dialog leaves nothing of its start behind', () => {
    const workspace = createWorkspace()
    workspace.update({ pastedText: 'one\ntwo' })
    workspace.openDialog('paste-list')
    workspace.closeDialog()
    expect(workspace.get()).toEqual(initialWorkspace)
  })

  it('a panel is opened and closed by the same act; leaving find ends its dimming', () => {
    const workspace = createWorkspace()
    const matches = { elements: new Set([element]), links: new Set([link]) }
    workspace.togglePanel('find')
    workspace.update({ spotlight: matches })
    workspace.togglePanel('outline')
    expect(workspace.get()).toMatchObject({ panel: 'outline', spotlight: undefined })
    workspace.togglePanel('outline')
    expect(workspace.get().panel).toBeUndefined()
  })

  it('PANEL-11: moving the view by hand ends following', () => {
    const workspace = createWorkspace({ following: 'ana' })
    workspace.movedByHand()
    expect(workspace.get().following).toBeUndefined()
  })
})
