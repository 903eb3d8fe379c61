import { readFile } from 'node:fs/promises'
import { weftMapSchema } from '../../lib/model/weftMap'
import { listPeopleAnswerSchema, type PersonChanges } from '../../lib/protocol/people'
import type { AppServer } from '../helpers/appServer'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { expect, phone, test, type NewMap } from './weftTest'

/** Changes somebody as the owner of the map may. */
async function change(server: AppServer, map: NewMap, name: string, json: PersonChanges): Promise<void> {
  const headers = { authorization: `Bearer ${map.links.owner.key}`, 'content-type': 'application/json' }
  const list = await fetch(`${server.url}/api/maps/${map.id}/people`, { headers })
  const person = listPeopleAnswerSchema.parse(await list.json()).people.find((one) => one.name === name)
  const body = JSON.stringify(json)
  const answer = await fetch(`${server.url}/api/maps/${map.id}/people/${person?.id}`, {
    method: 'PATCH',
    headers,
    body,
  })
  expect(answer.status).toBe(200)
}

/** The labels in a copy that a person saves with a press of a button. */
async function savedLabels({ page }: MapScreen): Promise<readonly string[]> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download a copy' }).click()
  const map = weftMapSchema.parse(JSON.parse(await readFile(await (await file).path(), 'utf8')))
  return Object.values(map.elements)
    .map(({ label }) => label)
    .sort()
}

test.describe('who may no longer edit', () => {
  for (const [where, options] of [
    ['a desktop', {}],
    ['a phone', phone],
  ] as const) {
    test(`SYNC-13: on ${where}, what they made without a network is not called saved, and may be taken along`, async ({
      server,
      map,
      come,
    }) => {
      const ana = await come('Ana', map)
      const cem = await come('Cem', map, { grant: 'contribute', ...options })
      await ana.add('Before', { x: 420, y: 300 })
      await ana.isSaved()
      await expect(cem.element('Before')).toBeVisible()
      await cem.page.context().setOffline(true)
      await expect(cem.chip).toHaveAccessibleName(/^Offline/)
      await cem.add('Offline work', { x: 200, y: 500 })
      await change(server, map, 'Cem', { role: 'viewer' })
      await cem.page.context().setOffline(false)

      await expect(cem.chip).toHaveAccessibleName(/^Changes not sent/)
      const words = 'You may no longer edit this map: 1 change of yours did not reach the others.'
      await expect(cem.page.getByText(words).first()).toBeVisible()
      await isClean(cem.page, `what was not sent, on ${where}`)
      await expect(ana.element('Offline work')).toHaveCount(0)
      expect(await savedLabels(cem)).toEqual(['Before', 'Offline work'])
      await expect(cem.page.getByRole('button', { name: 'Download a copy' })).toBeHidden()
      await cem.chip.click()
      await expect(cem.page.getByText('This device keeps it and sends it if you may edit again.')).toBeVisible()
      await isClean(cem.page, `why it was not sent, on ${where}`)

      await change(server, map, 'Cem', { role: 'contributor' })
      await expect(ana.element('Offline work')).toBeVisible()
      await cem.isSaved()
    })
  }

  test('PEOPLE-12: in the middle of typing, is told, looks on, and keeps the words', async ({ server, map, come }) => {
    const ana = await come('Ana', map)
    const cem = await come('Cem', map, { grant: 'contribute' })
    await cem.add('Before', { x: 420, y: 300 })
    await cem.isSaved()
    await cem.element('Before').focus()
    await cem.press('Enter')
    await expect(cem.nameField).toBeFocused()
    await cem.press('ControlOrMeta+a')
    await cem.page.keyboard.type('Half a na')
    await change(server, map, 'Cem', { role: 'viewer' })
    await expect(cem.page.getByText('You can look around now; the map is changed by others.')).toBeVisible()
    await expect(cem.page.getByText('View only')).toBeVisible()
    await cem.press('Enter')
    await expect(
      cem.toast('You can no longer change this map. What you typed was not kept: “Half a na”.'),
    ).toBeVisible()
    await expect(cem.chip).toHaveAccessibleName(/^Saved/)
    // Still there to look on.
    await ana.add('Goes on', { x: 800, y: 500 })
    await expect(cem.element('Goes on')).toBeVisible()
  })
})
