import { expect, it } from 'vitest'
import { announce, announcement, unsay } from '../../../components/hooks/announcer'

it('OFF-7: what is no longer so does not stay in the live region; what was said since does', () => {
  announce('No connection.')
  unsay('No connection.')
  expect(announcement.get().text).toBe('')
  announce('No connection.')
  announce('Rain deleted.')
  unsay('No connection.')
  expect(announcement.get().text).toBe('Rain deleted.')
})
