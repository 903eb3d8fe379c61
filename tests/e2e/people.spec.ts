import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

async function openPeople(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /people are here|Only you are here/ }).click()
  const panel = page.getByRole('dialog', { name: 'People' })
  await expect(panel.getByRole('list').first()).toBeVisible()
  return panel
}

const messages = (page: Page): Locator => page.getByRole('region', { name: /^Messages/ })

const rowOf = (panel: Locator, name: string): Locator =>
  panel
    .getByRole('listitem')
    .filter({ has: panel.page().getByText(name, { exact: true }) })
    .last()

test.describe('people', () => {
  test('PEOPLE-37: a facilitator points with the laser, which all see and which changes nothing', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(weftFile('One', { one: { label: 'One', at: [0, 0] } }))
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const pointing = ({ page }: MapScreen): Locator => page.locator('canvas[data-pointing=true]')
    const before = await fay.middleOf('One')
    await fay.page.keyboard.press('k')
    const banner = fay.page.getByText('Laser: press and draw on the map to point.')
    await expect(banner).toBeVisible()
    await fay.page.mouse.move(before.x, before.y)
    await fay.page.mouse.down()
    // Whoever points goes on moving: a trail fades, and it may do so before the part that draws it is loaded.
    await expect(async () => {
      await fay.page.mouse.move(before.x + 20, before.y + 10, { steps: 4 })
      await fay.page.mouse.move(before.x + 120, before.y + 60, { steps: 8 })
      await expect(pointing(ana)).toBeAttached({ timeout: 500 })
    }).toPass()
    await expect(pointing(fay)).toBeAttached()
    await fay.page.mouse.up()
    await expect(pointing(ana)).not.toBeAttached()
    expect(await fay.middleOf('One')).toEqual(before)
    await fay.page.keyboard.press('Escape')
    await expect(banner).toBeHidden()
    await fay.page.mouse.click(before.x, before.y)
    await expect(fay.page.getByRole('textbox', { name: 'Name' })).toHaveValue('One')

    await ana.page.keyboard.press('k')
    await expect(messages(ana.page).getByText('Those who run the meeting point with the laser.')).toBeVisible()
  })

  test('PEOPLE-35, PEOPLE-36: a facilitator brings everyone along; who is typing is asked, and all find back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(
      weftFile('Wide', {
        here: { label: 'Here', at: [0, 0] },
        there: { label: 'There', at: [6000, 4000] },
      }),
    )
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'view', ...phone })
    for (const { page } of [fay, ana, cem]) await page.keyboard.press('Escape')

    const goTo = async (name: string): Promise<void> => {
      await fay.page.keyboard.press('ControlOrMeta+k')
      await fay.page.keyboard.type(name)
      await fay.page.getByRole('option', { name, exact: true }).click()
      await expect(fay.element(name)).toBeInViewport({ ratio: 0.99 })
      await fay.page.keyboard.press('Escape')
    }
    const gather = async (): Promise<void> => {
      await fay.page.keyboard.press('ControlOrMeta+k')
      await fay.page.keyboard.type('Bring everyone')
      await fay.page.getByRole('option', { name: 'Bring everyone here' }).click()
      await expect(
        messages(fay.page).getByText('2 people are brought to what you see; who is typing is asked.'),
      ).toBeVisible()
    }
    // Close enough that only one of the two is in the window.
    await goTo('There')
    for (let step = 0; step < 6; step += 1) await fay.page.keyboard.press('ControlOrMeta+=')
    await expect(fay.element('Here')).not.toBeInViewport()
    await ana.page.keyboard.press('n')
    await ana.page.keyboard.type('Half a na')
    await gather()

    // On a phone of who may only look: taken along, with a way back.
    await expect(messages(cem.page).getByText('Fay brought you along.')).toBeVisible()
    await expect(cem.element('There')).toBeInViewport({ ratio: 0.99 })
    await expect(cem.element('Here')).not.toBeInViewport()
    // Who is typing is asked, and stays until they say so.
    await expect(messages(ana.page).getByText('Fay wants to show you something.')).toBeVisible()
    await ana.page.keyboard.type('me')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Half a name')).toBeInViewport()
    await ana.page.getByRole('button', { name: 'Go there' }).click()
    await expect(ana.element('Here')).not.toBeInViewport()
    await expect(ana.element('There')).toBeInViewport({ ratio: 0.99 })
    await ana.page.getByRole('button', { name: 'Back to where I was' }).click()
    await expect(ana.element('Half a name')).toBeInViewport()
  })

  test('PEOPLE-10, PEOPLE-12, PEOPLE-15, PEOPLE-20: a facilitator renames, changes a role at once, follows the speaking queue, removes, and lets back in', async ({
    makeMap,
    come,
  }) => {
    test.slow()
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Anna', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    const panel = await openPeople(fay.page)
    await expect(panel.getByText('3 people here')).toBeVisible()
    await isClean(fay.page, 'the panel of people')

    // A name, for all at once, on the person's own screen too.
    await rowOf(panel, 'Cem').getByRole('button', { name: 'What you can do about Cem' }).click()
    await fay.page.getByRole('menuitem', { name: 'Rename…' }).click()
    await panel.getByRole('textbox', { name: 'Rename Cem' }).fill('anna')
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(panel, 'anna 2')).toContainText('Contributor')
    await expect(cem.page.getByText('You are called anna 2 here now.')).toBeVisible()

    // A hand on a phone, a hand on a desktop: in their order.
    const onPhone = await openPeople(cem.page)
    await onPhone.getByRole('button', { name: 'Raise your hand' }).tap()
    await expect(onPhone.getByRole('button', { name: 'Lower your hand' }).first()).toBeVisible()
    await isClean(cem.page, 'the panel of people on a phone')
    await ana.page.getByRole('button', { name: 'Raise your hand or react' }).click()
    await ana.page.getByRole('button', { name: 'Raise your hand', exact: true }).click()
    await expect(ana.page.getByText('Your hand is up: number 2 in the queue')).toBeVisible()
    // PEOPLE-56: nothing of it is cut on a phone.
    await cem.page.keyboard.press('Escape')
    const own = cem.page.getByText('Your hand is up: you are next')
    await expect(own).toBeVisible()
    expect(await own.evaluate((words) => words.scrollWidth <= words.clientWidth)).toBe(true)
    await cem.page.setViewportSize({ width: 320, height: 640 })
    expect(
      await own.evaluate(
        (words) => words.scrollWidth <= words.clientWidth && words.scrollHeight <= words.clientHeight + 1,
      ),
    ).toBe(true)
    await cem.page.setViewportSize({ width: 390, height: 844 })
    await openPeople(cem.page)
    const queue = panel.getByRole('region', { name: 'Asking to speak' }).getByRole('listitem')
    await expect(queue).toHaveText([/anna 2/, /Anna/])
    await queue.first().getByRole('button', { name: 'Lower the hand of anna 2' }).click()
    await expect(queue).toHaveText([/Anna/])
    await expect(ana.page.getByText('Your hand is up: you are next')).toBeVisible()
    await expect(onPhone.getByRole('button', { name: 'Raise your hand' })).toBeVisible()

    // A reaction is seen by all.
    await ana.page.getByRole('button', { name: 'Slow down' }).click()
    await expect(fay.page.locator('[data-part=reactions]')).toContainText('Anna')

    // Another role holds at once: what they had on the screen for editing goes.
    await ana.page.keyboard.press('Escape')
    await rowOf(panel, 'Anna').getByRole('button', { name: 'What you can do about Anna' }).click()
    await fay.page.getByRole('menuitemradio', { name: 'Viewer' }).click()
    await expect(rowOf(panel, 'Anna')).toContainText('Viewer')
    await expect(ana.page.getByText('View only')).toBeVisible()

    // Removed, and not back by the same link.
    await rowOf(panel, 'anna 2').getByRole('button', { name: 'What you can do about anna 2' }).click()
    await fay.page.getByRole('menuitem', { name: 'Remove from the map…' }).click()
    await expect(panel.getByText('Another browser or device is somebody new')).toBeVisible()
    await isClean(fay.page, 'removing')
    await panel.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(cem.page.getByRole('heading', { name: 'You have been removed from this map' })).toBeVisible()
    await cem.page.goto(map.links.contribute.url)
    await expect(cem.page.getByRole('heading', { name: 'You have been removed from this map' })).toBeVisible()
    await expect(panel.getByText('2 people here')).toBeVisible()
    await panel.getByRole('button', { name: 'Let anna 2 back in' }).click()
    await expect(panel.getByRole('region', { name: 'Removed' })).toBeHidden()
    await cem.page.goto(map.links.contribute.url)
    await expect(panel.getByText('3 people here')).toBeVisible()
  })
})
