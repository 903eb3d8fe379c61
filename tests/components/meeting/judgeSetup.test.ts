import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { judgeSetup } from '../../../components/meeting/judgeSetup'
import { soleTarget } from '../../../components/meeting/soleTarget'
import type { ElementId } from '../../../lib/base/ids'
import { roundSetupSchema } from '../../../lib/practice/round'
import going from '../../../messages/en/going.json'
import { namelessEvent } from '../../../server/room/namelessEvent'

const t = createTranslator({ locale: 'en', messages: { going }, namespace: 'going.judge' })
const element = { id: 'a' as ElementId, label: 'Secret plan' }
const setup = judgeSetup(element.id, t('question'))

describe('a round about one element, from that element', () => {
  it('CHALLENGE-2, PROTECT-40: its question does not name the element, so that what is hidden stays unnamed', () => {
    expect(roundSetupSchema.parse(setup)).toEqual(setup)
    const round = { id: 'r', setup, labels: { a: element.label } }
    expect(JSON.stringify(namelessEvent({ kind: 'round', round }, () => true))).not.toContain(element.label)
  })

  it('CHALLENGE-2: which element it is about is read from its target', () => {
    expect(soleTarget(setup)).toBe('a')
    expect(soleTarget({ ...setup, targets: ['a', 'b'] })).toBeUndefined()
  })
})
