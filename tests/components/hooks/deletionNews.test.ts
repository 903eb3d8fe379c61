import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { deletionValues } from '../../../components/hooks/deletionNews'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { renameElement } from '../../../lib/commands/renameElement'
import steps from '../../../messages/en/steps.json'
import { element, elements, links, testContext, testView } from '../../helpers/testMap'

const t = createTranslator({ locale: 'en', messages: { steps }, namespace: 'steps' })

const map = testView({
  elements: { a: { label: 'Waiting time' }, b: { label: '', kind: 'note' }, c: {}, d: {} },
  links: {
    ac: { from: 'a', to: 'c', polarity: '+' },
    ca: { from: 'c', to: 'a', polarity: '-' },
    ad: { from: 'a', to: 'd', polarity: '+' },
  },
})

function said(ids: readonly string[], linkIds: readonly string[] = []): string | undefined {
  const result = deleteRecords(map, { elements: elements(...ids), links: links(...linkIds) }, testContext())
  const values = result.ok ? deletionValues(map, result.value) : undefined
  return values && t('gone', values)
}

describe('what the toast of a deletion says', () => {
  it('PANEL-22: one by its name, with how many links went with it; several by their number', () => {
    expect(said(['a'])).toBe('Deleted “Waiting time” and 3 links')
    expect(said(['d'])).toBe('Deleted “D” and 1 link')
    expect(said(['b'])).toBe('Deleted an element')
    expect(said(['c', 'd'])).toBe('Deleted 2 elements and 3 links')
    expect(said(['b', 'd'], ['ac'])).toBe('Deleted 2 elements and 2 links')
    expect(said([], ['ac'])).toBe('Deleted the link “Waiting time → C”')
    expect(said([], ['ac', 'ca'])).toBe('Deleted 2 links')
  })

  it('PANEL-22: other steps are none of its business', () => {
    const renamed = renameElement(map, { id: element('a'), label: 'Queue' }, testContext())
    expect(renamed.ok && deletionValues(map, renamed.value)).toBeUndefined()
  })
})
