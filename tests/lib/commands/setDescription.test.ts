import { describe, expect, it } from 'vitest'
import { setDescription } from '../../../lib/commands/setDescription'
import { after, element, link, problemOf, testView } from '../../helpers/testMap'

describe('setDescription', () => {
  it('writes the description of an element or a link', () => {
    const a = { root: 'elements', id: element('a'), text: 'Why' } as const
    expect(after(testView(), setDescription, a).elements.get(element('a'))?.description).toBe('Why')
    const ab = { root: 'links', id: link('ab'), text: 'Because' } as const
    expect(after(testView(), setDescription, ab).links.get(link('ab'))?.description).toBe('Because')
  })

  it('CMD-2, CMD-4, CMD-7: refuses locked, too long, the same and gone', () => {
    const view = testView({ elements: { a: {}, k: { locked: true } } })
    const set = (id: string, text: string) =>
      problemOf(view, setDescription, { root: 'elements', id: element(id), text })
    expect(set('k', 'x')).toEqual({ code: 'locked', subject: 'K' })
    expect(set('a', 'x'.repeat(20_001))).toEqual({ code: 'label-too-long', subject: '20001' })
    expect(set('a', '')).toEqual({ code: 'nothing-to-do' })
    expect(problemOf(view, setDescription, { root: 'links', id: link('x'), text: '' }).code).toBe('not-found')
  })
})
