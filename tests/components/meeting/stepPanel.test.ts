import { describe, expect, it } from 'vitest'
import { changeStepPanel, openStepPanel, placeOfPanel } from '../../../components/meeting/stepPanel'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import { analysisPanels, practicePanels, tieSections } from '../../../components/hooks/workspace'
import { stepSchema } from '../../../lib/practice/agenda'
import { stepPanels } from '../../../lib/practice/stepPanels'

describe('what a step opens', () => {
  it('AGENDA-78: an analysis, a part of that about ties, a practice, the comparison', () => {
    const workspace = createWorkspace({ view: 'grid' })
    openStepPanel(workspace, 'network:holds')
    expect(workspace.get()).toMatchObject({ panel: 'network', tieSection: 'holds', view: 'map' })
    openStepPanel(workspace, 'network:bridging')
    expect(workspace.get()).toMatchObject({ panel: 'network', tieSection: 'bridging' })
    openStepPanel(workspace, 'network:bridging')
    expect(workspace.get().panel).toBe('network')
    openStepPanel(workspace, 'contributions')
    expect(workspace.get().panel).toBe('contributions')
    workspace.update({ view: 'matrix' })
    openStepPanel(workspace, 'inventory')
    expect(workspace.get()).toMatchObject({ panel: 'inventory', view: 'map' })
    openStepPanel(workspace, 'contributions')
    openStepPanel(workspace, 'compare')
    expect(workspace.get()).toMatchObject({ panel: 'contributions', dialog: 'compare-start' })
  })

  it('AGENDA-95: what a step opened goes with it; what was opened by hand, or is the next step’s too, stays', () => {
    const workspace = createWorkspace()
    const by = changeStepPanel(workspace, undefined, 'coalition')
    expect([by, workspace.get().panel]).toEqual(['coalition', 'coalition'])
    expect(changeStepPanel(workspace, by, 'coalition')).toBe('coalition')
    expect(workspace.get().panel).toBe('coalition')
    expect(changeStepPanel(workspace, by, undefined)).toBeUndefined()
    expect(workspace.get().panel).toBeUndefined()
    // Another panel was opened over it by hand.
    changeStepPanel(workspace, undefined, 'coalition')
    workspace.togglePanel('loops')
    changeStepPanel(workspace, 'coalition', undefined)
    expect(workspace.get().panel).toBe('loops')
    // It was open when the step came.
    const own = changeStepPanel(workspace, undefined, 'loops')
    expect(own).toBeUndefined()
    changeStepPanel(workspace, own, 'compare')
    expect(workspace.get()).toMatchObject({ panel: 'loops', dialog: 'compare-start' })
  })

  it('AGENDA-78: everything there is to open can be chosen', () => {
    const places = stepPanels.map(placeOfPanel)
    for (const panel of analysisPanels.filter((name) => name !== 'network')) {
      expect(places).toContainEqual({ kind: 'analysis', panel, section: undefined })
    }
    for (const section of tieSections) expect(places).toContainEqual({ kind: 'analysis', panel: 'network', section })
    for (const panel of practicePanels) expect(places).toContainEqual({ kind: 'practice', panel })
  })

  it('AGENDA-79: what this Weft does not have is kept, and not opened', () => {
    expect(stepSchema.parse({ id: 'a', title: 'A', panel: 'oracle' }).panel).toBe('oracle')
    expect(stepSchema.safeParse({ id: 'a', title: 'A', panel: 5 }).success).toBe(false)
    const workspace = createWorkspace()
    const before = workspace.get()
    for (const name of ['oracle', 'network:oracle', undefined]) openStepPanel(workspace, name)
    expect(workspace.get()).toBe(before)
  })
})
