import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const title = 'What keeps nurses from staying in the hospitals of the northern region over the years'
const twoParts = weftFile(title, {
  workload: { label: 'Workload', at: [0, 0] },
  frame: { kind: 'frame', label: 'Ward', at: [900, 0, 600, 400] },
  pay: { label: 'Pay', at: [850, 0] },
  trust: { label: 'Trust', at: [1050, 60] },
})

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Groups at work' })
const timer = (page: Page): Locator => page.getByRole('region', { name: 'Meeting' })

async function openAgenda(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
  return page.getByRole('region', { name: 'Agenda and timer' })
}

async function choose(panel: Locator, field: string, option: string): Promise<void> {
  await panel.getByRole('combobox', { name: field }).click()
  await panel.page().getByRole('option', { name: option }).click()
}

/** All that is pressed in the strip stands in one row. */
async function isOneRow(page: Page): Promise<void> {
  const boxes = await Promise.all((await strip(page).getByRole('button').all()).map((button) => button.boundingBox()))
  const middles = boxes.map((box) => (box === null ? 0 : box.y + box.height / 2))
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4)
  const box = await strip(page).boundingBox()
  expect(box?.height).toBeLessThan(64)
}

test.describe('groups that work on a frame', () => {
  test('BREAKOUT-1, BREAKOUT-31, BREAKOUT-34, BREAKOUT-35, BREAKOUT-36, BREAKOUT-50, BREAKOUT-52: placed by hand, with minutes that run out, help that is asked for and given, and everyone back', async ({
    importMap,
    come,
    server,
  }) => {
    test.slow()
    const map = await importMap(twoParts)
    const fay = await come('Fay', map, { grant: 'facilitate', viewport: { width: 1440, height: 900 } })
    const ana = await come('Ana', map, { grant: 'contribute', ...phone })
    const ben = await come('Ben', map, { grant: 'contribute', viewport: { width: 1440, height: 900 } })
    const panel = await openAgenda(fay.page)
    await panel.getByRole('button', { name: 'Send out groups…' }).click()
    await expect(panel.getByRole('button', { name: 'Send out', exact: true })).toBeInViewport({ ratio: 1 })
    await panel.getByRole('spinbutton', { name: 'How many' }).fill('2')
    await panel.getByRole('spinbutton', { name: 'Minutes', exact: true }).fill('1')
    await choose(panel, 'Who goes where', 'I place people')
    await choose(panel, 'What they work on', 'Ward')
    await panel.getByRole('button', { name: 'Send out', exact: true }).click()
    await expect(strip(ana.page)).toContainText('You are in none yet')
    for (const shown of [
      panel.getByRole('heading', { name: 'Groups', exact: true }),
      panel.getByRole('button', { name: 'Group of Ana' }),
      panel.getByRole('article', { name: 'Group 1' }),
    ]) {
      await expect(shown).toBeInViewport({ ratio: 1 })
    }
    await panel.getByRole('button', { name: 'Group of Ana' }).click()
    await fay.page.getByRole('menuitemradio', { name: 'Group 2' }).click()
    await panel.getByRole('button', { name: 'Group of Ben' }).click()
    await fay.page.getByRole('menuitemradio', { name: 'Group 1' }).click()
    await strip(ana.page)
      .getByRole('button', { name: /^Go there/ })
      .tap()
    await strip(ben.page)
      .getByRole('button', { name: /^Go there/ })
      .click()
    for (const { page } of [ana, ben]) {
      const screen = new MapScreen(page)
      await expect(screen.element('Trust')).toBeVisible()
      await expect(screen.element('Workload')).toHaveCount(0)
      await expect(timer(page)).toContainText(/0:\d\d/)
    }
    await expect(ana.page).toHaveTitle(/^Group 2 – What keeps nurses/)
    await expect(strip(ana.page)).toContainText(/^Group 2/)
    await expect(strip(ben.page)).toContainText('Group 1 of “What keeps nurses')
    await isOneRow(ana.page)
    await isOneRow(ben.page)

    // A minute less, and the time is up: everyone sees it, and work goes on.
    await panel.getByRole('button', { name: 'Go and look: Group 2' }).click()
    await expect(strip(fay.page)).toContainText('Group 2 of')
    const shortened = await fay.page.request.post(fay.page.url().replace('/m/', '/api/maps/') + '/timer', {
      data: { act: 'add', minutes: -1 },
      headers: { origin: server.url },
    })
    expect(shortened.ok()).toBe(true)
    await expect(timer(ana.page)).toContainText('Time is up')
    await expect(timer(fay.page)).toContainText('Time is up')

    await strip(ana.page).getByRole('button', { name: 'Ask for help' }).tap()
    await expect(strip(ana.page)).toContainText('Ana asked for help')
    await expect(strip(fay.page)).toContainText('Ana asked for help')
    await strip(fay.page).getByRole('button', { name: 'Help is here' }).click()
    await expect(strip(ana.page)).not.toContainText('asked for help')
    await expect(strip(ana.page).getByRole('button', { name: 'Ask for help' })).toBeVisible()
    await isClean(ana.page, 'a group’s map on a phone, when its time is up')

    await strip(fay.page)
      .getByRole('button', { name: /^Back to/ })
      .click()
    await isOneRow(fay.page)
    const again = await openAgenda(fay.page)
    await expect(again.getByRole('article', { name: 'Group 2' })).toContainText('1 of 1 thereTime is up')
    await isClean(fay.page, 'groups of which one has no time left')
    await again.getByRole('button', { name: 'Everyone back' }).click()
    const back = strip(ana.page).getByText('Everyone back, please', { exact: true })
    await expect(back).toBeVisible()
    expect(await back.evaluate((line) => line.scrollHeight - line.clientHeight)).toBeLessThan(2)
    await expect(strip(ben.page)).toContainText('Group 1: everyone back, please')
    await expect(timer(ana.page)).toHaveCount(0)
    await isOneRow(ana.page)
    for (const { page } of [ana, ben]) await expect(page).toHaveURL(`${server.url}/m/${map.id}`)
    await expect(new MapScreen(ana.page).element('Workload')).toBeVisible()
  })

  test('BREAKOUT-39: who is on a copy when their link is switched off on the map reads that, and not that they were removed', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(twoParts)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute', ...phone })
    const api = `${server.url}/api/maps/${map.id}`
    const headers = { origin: server.url }
    await fay.page.request.post(`${api}/breakouts`, { data: { groups: ['Group 1'], mode: 'choose' }, headers })
    await strip(ana.page)
      .getByRole('button', { name: /^Go to Group 1/ })
      .tap()
    await expect(ana.page).toHaveTitle(/^Group 1 – /)
    await expect(new MapScreen(ana.page).element('Trust')).toBeVisible()
    const listed = (await (await fay.page.request.get(`${api}/links`)).json()) as {
      links: { id: string; grant: string }[]
    }
    const link = listed.links.find(({ grant }) => grant === 'contribute')
    expect((await fay.page.request.delete(`${api}/links/${link?.id}`, { headers })).status()).toBe(204)
    await expect(ana.page.getByRole('heading', { name: 'This link has been switched off' })).toBeVisible()
    await expect(ana.page.getByText('have removed you')).toHaveCount(0)
    await isClean(ana.page, 'sent out of a copy, on a phone')
  })
})
