import { expect, it } from 'vitest'
import { nameOnce } from '@/components/panels/export/nameOnce'

it('ACTOR-7: what is left out is named once, be it a field of Weft or kept under the same name', () => {
  expect(nameOnce(['Stance', 'Power', 'stance ', 'E-mail'])).toEqual(['Stance', 'Power', 'E-mail'])
})
