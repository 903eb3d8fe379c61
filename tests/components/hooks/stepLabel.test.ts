import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { inOwnWords, sayStep, stepValues } from '../../../components/hooks/stepLabel'
import { stepNames, type PatchLabel } from '../../../lib/model/mapPatch'
import panels from '../../../messages/en/panels.json'
import steps from '../../../messages/en/steps.json'

const t = createTranslator({ locale: 'en', messages: { steps }, namespace: 'steps' })
const say = (label: PatchLabel): string => t('undid', { step: sayStep(t, label) })

describe('steps in words', () => {
  it.each(stepNames)('PANEL-10: "%s" has words for one named thing, one without a name, links, and several', (step) => {
    for (const label of [
      { step, count: 1, name: 'Workload' },
      { step, count: 1 },
      { step },
      { step, count: 4 },
      { step, count: 4, name: 'Workload' },
      { step, count: 1, ends: ['Workload', 'Burnout'] },
      { step, count: 3, ends: ['', 'Burnout'], field: 'strength' },
    ] satisfies PatchLabel[]) {
      const said = say(label)
      expect(said).toMatch(/^Undid: \S/)
      expect(said).not.toMatch(/[{}]|steps\.|undefined/)
    }
  })

  it.each([
    [{ step: 'moved', count: 6, name: 'Workload' }, 'moved “Workload” and 5 others'],
    [{ step: 'moved', count: 2, name: 'Workload' }, 'moved “Workload” and one other'],
    [{ step: 'moved', count: 1, name: 'Workload' }, 'moved “Workload”'],
    [{ step: 'moved', count: 4 }, 'moved 4 elements'],
    [{ step: 'arranged', count: 5, name: 'Workload' }, 'arranged “Workload” and 4 others'],
    [{ step: 'renamed', name: 'Workload', before: 'Load' }, 'renamed “Load” to “Workload”'],
    [{ step: 'renamed', before: 'Load' }, 'took the name “Load” away'],
    [{ step: 'edited', count: 3, name: 'Workload', field: 'tags' }, 'tags of “Workload” and 2 others'],
    [{ step: 'edited', count: 1, name: 'Workload' }, 'edited “Workload”'],
    [
      { step: 'edited', count: 1, ends: ['Workload', 'Burnout'], field: 'strength' },
      'strength of “Workload → Burnout”',
    ],
    [{ step: 'edited', count: 1, ends: ['Workload', 'Burnout'] }, 'edited the link “Workload → Burnout”'],
    [{ step: 'edited', field: 'signStyle' }, 'how signs are written'],
    [{ step: 'set-sign', count: 1, ends: ['Workload', 'Burnout'] }, 'sign of “Workload → Burnout”'],
    [{ step: 'set-sign', count: 2, ends: ['Workload', ''] }, 'sign of “Workload → …” and one other link'],
    [{ step: 'set-delay', count: 3, ends: ['A', 'B'] }, 'delay of “A → B” and 2 other links'],
    [{ step: 'linked', count: 1, ends: ['A', 'B'] }, 'linked “A → B”'],
    [{ step: 'deleted', count: 1, ends: ['A', 'B'] }, 'deleted the link “A → B”'],
    [{ step: 'deleted', count: 3, name: 'Workload' }, 'deleted “Workload” and 2 others'],
    [{ step: 'named-loop', count: 1, name: 'Spiral', field: 'note' }, 'note on the loop “Spiral”'],
    [{ step: 'named-loop', count: 1, ends: ['A', 'B'], field: 'note' }, 'note on the loop “A → B”'],
    [{ step: 'saved-scenario', count: 1, name: 'More beds' }, 'saved the scenario “More beds”'],
    [{ step: 'taken', count: 1, name: 'Rain', by: 'Ana' }, 'deletion by Ana of “Rain”'],
    [{ step: 'taken', count: 2, name: 'Rain' }, 'deletion by somebody else of “Rain” and one other'],
  ] satisfies [PatchLabel, string][])('PANEL-21: %j is told as what it was about', (label, words) => {
    expect(say(label)).toBe(`Undid: ${words}`)
  })

  it('PANEL-21: names a sector as the page’s language does where nobody renamed it', () => {
    const words = createTranslator({ locale: 'en', messages: { sectors: panels.sectors }, namespace: 'sectors' })
    const both = { sector: words as never, tie: words as never }
    expect(inOwnWords({ step: 'edited', name: 'health', wordOf: 'sector' }, both).name).toBe('Health')
    expect(inOwnWords({ step: 'edited', name: 'health' }, both).name).toBe('health')
  })

  it('PANEL-21: cuts long names between letters as people see them, both ends of a link', () => {
    expect(stepValues({ step: 'added', name: `${'x'.repeat(38)}👩‍👩‍👧 and more` }).name).toBe(`${'x'.repeat(38)}👩‍👩‍👧…`)
    const { name } = stepValues({ step: 'set-sign', ends: ['a'.repeat(300), 'b'.repeat(300)] })
    expect(name).toBe(`${'a'.repeat(27)}… → ${'b'.repeat(27)}…`)
  })
})
