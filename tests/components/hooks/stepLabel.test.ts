import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { stepValues } from '../../../components/hooks/stepLabel'
import { stepNames } from '../../../lib/model/mapPatch'
import steps from '../../../messages/en/steps.json'

const t = createTranslator({ locale: 'en', messages: { steps }, namespace: 'steps' })
const say = (label: Parameters<typeof stepValues>[0]): string => t('undid', { step: t(label.step, stepValues(label)) })

describe('steps in words', () => {
  it.each(stepNames)('PANEL-10: "%s" has words for one named thing, one without a name, and several', (step) => {
    for (const label of [{ step, count: 1, name: 'Workload' }, { step, count: 1 }, { step }, { step, count: 4 }]) {
      const said = say(label)
      expect(said).toMatch(/^Undid: \S/)
      expect(said).not.toMatch(/[{}]|steps\./)
    }
  })

  it('PANEL-10: tells how many, or which one', () => {
    expect(say({ step: 'moved', count: 4 })).toBe('Undid: moved 4 elements')
    expect(say({ step: 'moved', count: 1, name: 'Workload' })).toBe('Undid: moved “Workload”')
    // With several, one name would mislead.
    expect(say({ step: 'deleted', count: 3, name: 'Workload' })).toBe('Undid: deleted 3 things')
  })

  it('cuts a long name at a letter, not inside one', () => {
    const { name } = stepValues({ step: 'added', name: `${'x'.repeat(38)}👩‍👩‍👧 and more` })
    expect(Array.from(name)).toHaveLength(40)
    expect(name.endsWith('…')).toBe(true)
  })
})
