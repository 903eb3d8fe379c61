import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

async function openPeople(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /here$/ }).first().click()
  const panel = page.getByRole('region', { name: 'People' })
  await expect(panel).toBeVisible()
  return panel
}

const strip = ({ page }: MapScreen): Locator => page.getByRole('region', { name: 'Map held' })

async function hold(who: MapScreen): Promise<void> {
  const panel = await openPeople(who.page)
  await panel.getByRole('button', { name: 'Hold the map' }).click()
  await expect(strip(who)).toContainText('You hold the map: everyone looks here, changes pause')
  await who.page.keyboard.press('Escape')
}

test.describe('holding the map', () => {
  test('PEOPLE-67: the list of people stands beside what the meeting says, not over it', async ({ makeMap, come }) => {
    const map = await makeMap()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await come('Ana', map, { grant: 'contribute' })
    const panel = await openPeople(fay.page)
    await panel.getByRole('button', { name: 'Hold the map' }).click()
    const list = fay.page.getByRole('dialog', { name: 'People' })
    await expect(strip(fay)).toBeVisible()
    await expect(async () => {
      const [over, under] = await Promise.all([list.boundingBox(), strip(fay).boundingBox()])
      expect((under?.x ?? 0) + (under?.width ?? 0)).toBeLessThanOrEqual(over?.x ?? 0)
    }).toPass()
    await strip(fay).getByRole('button', { name: 'Release' }).click()
    await expect(strip(fay)).toHaveCount(0)
  })

  test('PEOPLE-67: however wide the window is, the list of people is not over it', async ({ makeMap, come }) => {
    const map = await makeMap()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await come('Ana', map, { grant: 'contribute' })
    await hold(fay)
    const list = fay.page.getByRole('dialog', { name: 'People' })
    for (const width of [390, 500, 640, 760, 800, 900, 1_030, 1_200]) {
      await fay.page.setViewportSize({ width, height: 844 })
      await expect(strip(fay)).toBeVisible()
      await openPeople(fay.page)
      await expect(async () => {
        const [over, under] = await Promise.all([list.boundingBox(), strip(fay).boundingBox()])
        const isBeside = (under?.x ?? 0) + (under?.width ?? 0) <= (over?.x ?? 0)
        const isAbove = (under?.y ?? 0) + (under?.height ?? 0) <= (over?.y ?? 0)
        expect(isBeside || isAbove, `${width} wide`).toBe(true)
        expect((over?.y ?? 0) + (over?.height ?? 0), `${width} wide`).toBeLessThanOrEqual(844)
        expect(under?.x, `${width} wide`).toBeGreaterThanOrEqual(0)
      }).toPass()
      await fay.page.keyboard.press('Escape')
      await expect(list).toBeHidden()
    }
  })

  test('PEOPLE-60, PEOPLE-61, PEOPLE-65, PEOPLE-66: views come along, words stay in their field, what was made without a network waits, and all goes on after the release', async ({
    makeMap,
    come,
  }) => {
    test.slow()
    const map = await makeMap()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute' })
    const dee = await come('Dee', map, { grant: 'contribute', ...phone })
    await fay.add('Here', { x: 500, y: 400 })
    await fay.isSaved()
    await expect(cem.element('Here')).toBeVisible()

    // Cem is in the middle of a name.
    await cem.page.mouse.dblclick(900, 600)
    await expect(cem.nameField).toBeFocused()
    await cem.page.keyboard.type('Half a na')
    await hold(fay)
    for (const one of [cem, dee]) await expect(strip(one)).toContainText('Fay holds the map – changes pause')
    await expect(
      cem.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Variable' }),
    ).toBeHidden()
    await cem.page.keyboard.type('me')
    await cem.page.keyboard.press('Enter')
    await expect(cem.nameField).toHaveValue('Half a name')
    await expect(cem.toast('The map is held, so changes pause.')).toBeVisible()
    await expect(fay.element('Half a name')).toHaveCount(0)
    await isClean(fay.page, 'who holds')
    await isClean(dee.page, 'who is held, on a phone')

    // The views go where hers goes, another view included, on a phone too.
    await fay.page.mouse.move(700, 500)
    for (let turn = 0; turn < 6; turn += 1) await fay.page.mouse.wheel(2_000, 0)
    await expect(fay.element('Here')).not.toBeInViewport()
    for (const one of [cem, dee]) await expect(one.element('Here')).not.toBeInViewport()

    // Without a network one goes on; it stays here until the release.
    await dee.isKept()
    await dee.page.context().setOffline(true)
    await expect(dee.chip).toHaveAccessibleName(/^Offline/)
    await expect(strip(dee)).toBeHidden()
    await dee.add('Made offline', { x: 200, y: 400 })
    await dee.page.context().setOffline(false)
    await expect(strip(dee)).toContainText('1 change of yours waits and goes in then.')
    await expect(dee.chip).toHaveAccessibleName(/^Changes wait/)
    await isClean(dee.page, 'what waits, on a phone')
    await expect(fay.element('Made offline')).toHaveCount(0)

    // Who comes late is held, too.
    const eve = await come('Eve', map, { grant: 'contribute' })
    await expect(strip(eve)).toContainText('Fay holds the map')

    await strip(fay).getByRole('button', { name: 'Release' }).click()
    for (const one of [fay, cem, dee, eve]) await expect(strip(one)).toBeHidden()
    await expect(fay.element('Made offline')).toHaveCount(1)
    await dee.isSaved()
    // The Enter that was pressed meanwhile counts.
    await expect(fay.element('Half a name')).toHaveCount(1)
    await cem.isSaved()
  })

  test('PEOPLE-65: on a phone, too, what was kept during the hold goes in at the release', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap()
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const dee = await come('Dee', map, { grant: 'contribute', ...phone })
    await dee.page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'Add' }).tap()
    await dee.page.getByRole('textbox', { name: 'Name of the new variable' }).fill('Half on phone')
    await hold(fay)
    await expect(strip(dee)).toBeVisible()
    await dee.page.getByRole('button', { name: 'Done', exact: true }).tap()
    await expect(dee.toast('The map is held, so changes pause.')).toBeVisible()
    await expect(fay.element('Half on phone')).toHaveCount(0)
    await strip(fay).getByRole('button', { name: 'Release' }).click()
    await expect(fay.element('Half on phone')).toHaveCount(1)
    await expect(dee.page.getByRole('textbox', { name: 'Name of the new variable' })).toBeHidden()
  })

  test('PEOPLE-63, PEOPLE-66: a look of one’s own; and when the tab of who holds is closed, the map is free after 20 s by the server’s clock', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute' })
    // Cem is writing what a variable means.
    await cem.select('Waiting time')
    const notes = cem.inspector.getByRole('textbox', { name: 'Description' })
    await notes.fill('Minutes at the')
    await cem.isSaved()
    await hold(fay)
    await expect(strip(cem)).toBeVisible()
    await notes.press('End')
    await cem.page.keyboard.type(' stop')
    await strip(cem).click()
    await expect(notes).toHaveValue('Minutes at the stop')
    await expect(strip(ana)).toContainText('Fay holds the map: changes of participants pause')
    await expect(strip(ana).getByRole('button', { name: 'Release' })).toBeVisible()
    await fay.page.getByRole('radio', { name: 'Table' }).click()
    const grid = cem.page.getByRole('grid', { name: 'Table of elements' })
    await expect(grid).toBeVisible()
    await strip(cem).getByRole('button', { name: 'Look around' }).click()
    await expect(strip(cem).getByRole('button', { name: 'Back to Fay' })).toBeVisible()
    await cem.page.getByRole('radio', { name: 'Map' }).click()
    await expect(cem.canvas).toBeVisible()
    await strip(cem).getByRole('button', { name: 'Back to Fay' }).click()
    await expect(grid).toBeVisible()
    await fay.page.close()
    for (const one of [ana, cem]) await expect(strip(one)).toContainText('Fay is away: if they are not back')
    await server.advance(19_000)
    await expect(strip(cem)).toBeVisible()
    await server.advance(5_000)
    await expect(strip(cem)).toBeHidden()
    await expect(cem.toast('Fay has gone, so the map is no longer held: you can go on.')).toBeVisible()
    await expect(strip(ana)).toBeHidden()
    await cem.isSaved()
    const stored = await fetch(`${server.url}/api/maps/${map.id}`, {
      headers: { authorization: `Bearer ${map.links.view.key}` },
    })
    expect(await stored.text()).toContain('Minutes at the stop')
  })
})
