import { describe, expect, it } from 'vitest'
import { setDelay } from '../../../lib/commands/setDelay'
import { after, link, links, problemOf, testView } from '../../helpers/testMap'

describe('setDelay', () => {
  it('marks a delay, and takes it away without a trace', () => {
    const late = after(testView(), setDelay, { links: links('ab'), delay: true })
    expect(late.links.get(link('ab'))).toMatchObject({ delay: true })
    const soon = after(late, setDelay, { links: links('ab', 'bc'), delay: false })
    expect(soon.links.get(link('ab'))).not.toHaveProperty('delay')
  })

  it('CMD-7: no delay taken away is nothing to do', () => {
    expect(problemOf(testView(), setDelay, { links: links('ab'), delay: false }).code).toBe('nothing-to-do')
  })
})
