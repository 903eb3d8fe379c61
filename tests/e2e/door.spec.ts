import type { Locator, Page } from '@playwright/test'
import type { AppServer } from '../helpers/appServer'
import { isClean } from './isClean'
import { MapScreen } from './mapScreen'
import { expect, phone, test, type NewMap } from './weftTest'

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Waiting' })
const waiting = (page: Page): Locator =>
  page.getByText('The meeting has not started yet. The map opens here by itself.')
/** The same for who was on the map. */
const shutOut = (page: Page): Locator => page.getByText('Those who run the meeting have closed the map for now.')

async function send(server: AppServer, map: NewMap, path: string, method: string, json: object): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
    body: JSON.stringify(json),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return answer.json()
}

async function joinAs(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your first name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}

test.describe('before the meeting is started', () => {
  test('AGENDA-90, AGENDA-91: begun from the agenda it lets in whoever waits, and an empty map asks for nothing but the step', async ({
    server,
    makeMap,
    come,
    browserOf,
  }) => {
    const map = await makeMap()
    const steps = [{ id: 'a', title: 'Warm up', instruction: 'Put a note on the map.', tools: ['note'] }]
    await send(server, map, '/agenda', 'PUT', { version: 0, agenda: { title: 'Our first map', steps } })
    await send(server, map, '/door', 'PUT', { waits: true })
    const ana = await (await browserOf()).newPage()
    await ana.goto(map.links.contribute.url)
    await joinAs(ana, 'Ana')
    await expect(waiting(ana)).toBeVisible()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await expect(strip(fay.page)).toContainText('One person waits')
    await fay.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await fay.page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    await fay.page.getByRole('button', { name: 'Let people in and begin' }).click()
    for (const page of [fay.page, ana]) {
      await expect(page.getByRole('region', { name: 'Meeting' })).toContainText('Put a note on the map.')
    }
    await expect(strip(fay.page)).toBeHidden()
    await expect(fay.page.getByRole('button', { name: 'Add a variable' })).toBeVisible()
    await expect(ana.getByRole('button', { name: 'Add a variable' })).toBeHidden()
  })

  test('PEOPLE-70, PEOPLE-72, PEOPLE-75: people wait with the agenda on a desktop and a phone, in light and dark, and come in by themselves', async ({
    server,
    makeMap,
    come,
    browserOf,
  }) => {
    test.slow()
    const map = await makeMap({ template: 'causal-loop' })
    const agenda = {
      title: 'Our first map',
      steps: [
        { id: 'a', title: 'Warm up', minutes: 5 },
        { id: 'b', title: 'Focal question', minutes: 10 },
        { id: 'c', title: 'Close' },
      ],
    }
    await send(server, map, '/agenda', 'PUT', { version: 0, agenda })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await fay.page.getByRole('button', { name: 'Share' }).click()
    const share = fay.page.getByRole('dialog', { name: 'Share' })
    await share.getByRole('switch', { name: 'People wait until I start' }).click()
    await expect(share.getByRole('switch', { name: 'People wait until I start' })).toBeChecked()
    await isClean(fay.page, 'keeping the door')
    await fay.page.keyboard.press('Escape')
    await expect(strip(fay.page)).toContainText('People wait until you start')

    // By the link, and by a code with a passcode on a phone in the dark.
    const ana = await (await browserOf()).newPage()
    await ana.goto(map.links.view.url)
    await joinAs(ana, 'Ana')
    await expect(waiting(ana)).toBeVisible()
    await send(server, map, `/links/${map.links.contribute.id}`, 'PATCH', { passcode: 'rain dance' })
    const { code } = (await send(server, map, '/codes', 'POST', { grant: 'contribute' })) as { readonly code: string }
    const cem = await (await browserOf({ ...phone, colorScheme: 'dark' })).newPage()
    await cem.goto(`${server.url}/m/${map.id}#c=${code}`)
    await cem.getByRole('textbox', { name: 'Passcode' }).fill('rain dance')
    await joinAs(cem, 'Cem')
    await expect(waiting(cem)).toBeVisible()
    for (const page of [ana, cem]) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why do people take the bus?')
      await expect(page.getByRole('listitem')).toHaveText([/1Warm up5 minutes/, /2Focal question10 minutes/, /3Close/])
      await expect(page.getByText('15 minutes in all')).toBeVisible()
      await expect(page.getByText('On the map: Fay')).toBeVisible()
      await expect(page.getByText(/^Waiting \(2\): Ana, Cem$/)).toBeVisible()
      await expect(page.getByRole('application', { name: 'Map' })).toHaveCount(0)
      await isClean(page, 'waiting')
    }
    await expect(strip(fay.page)).toContainText('2 people wait')
    await isClean(fay.page, 'who waits')

    // By keyboard, one's own name; over a reload one still waits.
    await ana.getByRole('heading', { level: 1 }).focus()
    await ana.keyboard.press('Tab')
    await ana.keyboard.press('Enter')
    await ana.getByRole('textbox', { name: 'Change your name' }).fill('Anna')
    await ana.keyboard.press('Enter')
    await expect(ana.getByText('You are Anna')).toBeVisible()
    await expect(cem.getByText(/^Waiting \(2\): Anna, Cem$/)).toBeVisible()
    await ana.reload()
    await expect(waiting(ana)).toBeVisible()
    await expect(ana.getByText('You are Anna')).toBeVisible()

    await strip(fay.page).getByRole('button', { name: 'Start' }).click()
    for (const page of [ana, cem]) await new MapScreen(page).isOpen()
    for (const page of [ana, cem]) await expect(new MapScreen(page).element('Waiting time')).toBeVisible()
    await expect(ana.locator('[data-live=polite]')).toContainText('The meeting has started. The map is open.')
    await expect(strip(fay.page)).toBeHidden()
    await expect(fay.page.getByRole('button', { name: '3 people are here' })).toBeVisible()
  })

  test('PEOPLE-73, PEOPLE-74, PEOPLE-77: who is on the map when the door is kept waits, and keeps what they made; who is removed is told', async ({
    server,
    makeMap,
    come,
  }) => {
    const map = await makeMap()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute' })
    await cem.add('Mine', { x: 500, y: 400 })
    await cem.isSaved()
    await send(server, map, '/door', 'PUT', { waits: true })
    await expect(shutOut(cem.page)).toBeVisible()
    await expect(cem.canvas).toHaveCount(0)
    await expect(fay.element('Mine')).toBeVisible()
    await fay.add('Behind the door', { x: 800, y: 600 })
    await fay.isSaved()
    await send(server, map, '/door', 'PUT', { waits: false })
    await expect(cem.element('Behind the door')).toBeVisible()
    await cem.add('Goes on', { x: 300, y: 600 })
    await expect(fay.element('Goes on')).toBeVisible()

    await send(server, map, '/door', 'PUT', { waits: true })
    await expect(shutOut(cem.page)).toBeVisible()
    const people = await fetch(`${server.url}/api/maps/${map.id}/people`, {
      headers: { authorization: `Bearer ${map.links.owner.key}` },
    })
    const { people: rows } = (await people.json()) as { readonly people: readonly { id: string; name: string }[] }
    const id = rows.find(({ name }) => name === 'Cem')?.id
    await send(server, map, `/people/${id}`, 'PATCH', { removed: true })
    await expect(cem.page.getByRole('heading', { name: 'You have been removed from this map' })).toBeVisible()
  })
})
