import type { Page } from '@playwright/test'
import { isClean, looks } from './isClean'
import type { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const panel = (page: Page) => page.getByRole('region', { name: 'Versions', exact: true })
const rows = (page: Page) => page.getByRole('listitem').getByRole('button')
const picture = (page: Page) => page.getByRole('img', { name: /^The map as it was today/ })
const field = (page: Page) => page.getByRole('textbox', { name: 'Name the map as it is now' })

async function openVersions({ page }: MapScreen): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('versions')
  await page.getByRole('option', { name: 'Versions of this map' }).click()
  await expect(field(page)).toBeVisible()
}

async function keep({ page }: MapScreen, name: string): Promise<void> {
  await field(page).fill(name)
  await page.keyboard.press('Enter')
  await expect(rows(page).filter({ hasText: name })).toBeVisible()
}

async function rename(screen: MapScreen, from: string, to: string): Promise<void> {
  await screen.select(from)
  await screen.page.keyboard.press('Enter')
  await screen.nameField.fill(to)
  await screen.page.keyboard.press('Enter')
  await expect(screen.element(to)).toBeVisible()
}

test.describe('versions', () => {
  test('VERSION-10, VERSION-14, VERSION-33, VERSION-39: named by one, put back by another, seen live by both, and undone', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    await openVersions(ben)
    await keep(ben, 'Before the talk')
    await ben.page.keyboard.press('Escape')
    await rename(ben, 'Rain', 'Snow')
    await ben.select('Lost harvest')
    await ben.page.keyboard.press('Delete')
    await expect(ana.element('Snow')).toBeVisible()

    await openVersions(ana)
    await rows(ana.page).filter({ hasText: 'Before the talk' }).click()
    // The picture takes the place of the map here, and nowhere else.
    await expect(picture(ana.page)).toBeVisible()
    const since = panel(ana.page)
    await expect(since.getByText('“Rain” is called “Snow”')).toBeVisible()
    await expect(since.getByText('Variable “Lost harvest” is gone')).toBeVisible()
    await expect(ben.element('Snow')).toBeVisible()
    await ana.page.getByRole('button', { name: 'Put it back…' }).click()
    await expect(ana.page.getByRole('alertdialog')).toContainText('Everyone who is here sees it change at once')
    await ana.page.getByRole('button', { name: 'Put it back', exact: true }).click()
    await expect(ben.element('Rain')).toBeVisible()
    await expect(ben.element('Lost harvest')).toBeVisible()
    // The map is seen again, beside the list.
    await expect(picture(ana.page)).toHaveCount(0)
    await expect(ana.element('Lost harvest')).toBeVisible()

    // Her own undo is for it, too.
    await expect(ana.toast(/^The map is as it was/)).toBeVisible()
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect(ben.element('Snow')).toBeVisible()
    await expect(ben.element('Lost harvest')).toHaveCount(0)
    await expect(ana.element('Snow')).toBeVisible()
    // Both ways are kept, with who edited.
    await expect(rows(ana.page).filter({ hasText: 'Before an earlier version came back' })).toHaveCount(2)
    await expect(rows(ana.page).filter({ hasText: 'Before an earlier version came back' }).last()).toContainText('Ben')
  })

  test('VERSION-18: a server that is killed right after a version was named still has it', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    await rename(ana, 'Rain', 'Hail')
    await openVersions(ana)
    await keep(ana, 'Only this')
    await server.kill()
    await server.start()
    const ben = await come('Ben', map)
    await openVersions(ben)
    await rows(ben.page).filter({ hasText: 'Only this' }).click()
    await expect(panel(ben.page).getByText('The map is still like this.')).toBeVisible()
    await ben.page.getByRole('button', { name: 'Back to the map' }).click()
    await expect(ben.element('Hail')).toBeVisible()
  })

  test('VERSION-34: while one looks at a version, keys change nothing that is not seen; Escape goes back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    await ana.select('Rain')
    await openVersions(ana)
    await keep(ana, 'As it is')
    await rows(ana.page).filter({ hasText: 'As it is' }).click()
    await expect(picture(ana.page)).toBeVisible()
    await expect(ana.inspector).toHaveCount(0)
    expect(await ana.canvas.evaluate((canvas) => canvas.closest('[inert]') !== null)).toBe(true)
    await ana.page.getByRole('group', { name: /^Picture of the version/ }).focus()
    for (const key of ['Control+a', 'Delete', 'n', 'ArrowLeft', '+', 'Escape']) await ana.page.keyboard.press(key)
    await expect(picture(ana.page)).toHaveCount(0)
    await expect(rows(ana.page).filter({ hasText: 'As it is' })).toBeFocused()
    expect(await ana.canvas.evaluate((canvas) => canvas.closest('[inert]') !== null)).toBe(false)
    await expect(ana.elements).toHaveCount(3)
    // Those who only look on are offered nothing to do with it.
    const vic = await come('Vic', map, { grant: 'view' })
    await vic.page.keyboard.press('Control+k')
    await vic.page.getByRole('dialog').getByRole('combobox').fill('versions')
    await vic.page.getByRole('option', { name: 'Versions of this map' }).click()
    await rows(vic.page).filter({ hasText: 'As it is' }).click()
    await expect(picture(vic.page)).toBeVisible()
    await expect(vic.page.getByRole('button', { name: 'Put it back…' })).toHaveCount(0)
    await expect(vic.page.getByRole('button', { name: 'More about this version' })).toHaveCount(0)
  })

  test('VERSION-34: over the picture of a version nothing is said of a look at the map', async ({
    importMap,
    come,
  }) => {
    const actor = { kind: 'stakeholder' }
    const map = await importMap(
      weftFile(
        'Housing',
        {
          a: { ...actor, label: 'City council', at: [0, 0], leader: true },
          b: { ...actor, label: 'Tenants', at: [300, 0] },
        },
        [{ kind: 'tie', type: 'money', from: 'a', to: 'b' }],
      ),
    )
    const ana = await come('Ana', map)
    const { page } = ana
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const looking = page.getByRole('region', { name: 'Looks' })
    await looking.getByRole('radio', { name: 'Lenses' }).click()
    await looking.getByRole('button', { name: 'Look through it' }).first().click()
    const legend = page.getByRole('region', { name: 'What colours and sizes mean' })
    await expect(legend).toBeVisible()
    await openVersions(ana)
    await keep(ana, 'As it is')
    await rows(page).filter({ hasText: 'As it is' }).click()
    await expect(picture(page)).toBeVisible()
    await expect(legend).toBeHidden()
    await expect(page.getByRole('button', { name: 'Plain map' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(picture(page)).toHaveCount(0)
    await expect(legend).toBeVisible()
  })

  test('VERSION-41: what is said over the picture of a version stands clear of the timer and of groups at work', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    const headers = { origin: server.url }
    const meeting = `${server.url}/api/maps/${map.id}`
    await openVersions(ana)
    await keep(ana, 'As it is')
    await rows(page).filter({ hasText: 'As it is' }).click()
    await expect(picture(page)).toBeVisible()
    const note = page.getByText(/^You look at the map as it was/)
    const timed = await page.request.post(`${meeting}/timer`, { data: { act: 'start', minutes: 5 }, headers })
    expect(timed.ok(), await timed.text()).toBe(true)
    const out = await page.request.post(`${meeting}/breakouts`, { data: { groups: ['One'], mode: 'placed' }, headers })
    expect(out.ok(), await out.text()).toBe(true)
    for (const strip of [page.getByRole('timer'), page.getByRole('region', { name: 'Groups at work' })]) {
      await expect(strip).toBeVisible()
      await expect
        .poll(async () => {
          const [above, below] = [await strip.boundingBox(), await note.boundingBox()]
          return (below?.y ?? 0) - (above?.y ?? Infinity) - (above?.height ?? 0)
        })
        .toBeGreaterThan(0)
    }
  })

  test('VERSION-13, VERSION-16: a version is named, copied as a map of its own, and deleted', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    await rename(ana, 'Rain', 'Hail')
    await openVersions(ana)
    await rows(ana.page).filter({ hasText: 'Start of the meeting' }).click()
    const more = async (item: string): Promise<void> => {
      await ana.page.getByRole('button', { name: 'More about this version' }).click()
      await ana.page.getByRole('menuitem', { name: item }).click()
    }
    await more('Give it a name…')
    await ana.page.getByRole('textbox', { name: 'Name of this version' }).fill('As imported')
    await ana.page.keyboard.press('Enter')
    await expect(panel(ana.page).getByRole('heading', { name: 'As imported' })).toBeVisible()
    await more('Make a new map of it')
    const opening = ana.page.waitForEvent('popup')
    await ana.page.getByRole('link', { name: 'Open the new map' }).click()
    const other = await opening
    await expect(other).not.toHaveURL(new RegExp(map.id))
    await expect(other).toHaveURL(/\/m\//)
    await more('Delete')
    await ana.page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(rows(ana.page).filter({ hasText: 'As imported' })).toHaveCount(0)
    await expect(field(ana.page)).toBeVisible()
  })

  for (const [look, options] of looks) {
    test(`VERSION-35: nothing is to be found on the list and on a version, ${look}`, async ({ importMap, come }) => {
      const map = await importMap(threeVariables)
      const ben = await come('Ben', map)
      await rename(ben, 'Flooding', 'High water')
      const ana = await come('Ana', map, options)
      const { page } = ana
      if ('viewport' in options) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByText('Versions', { exact: true }).click()
      } else await openVersions(ana)
      await keep(ana, 'Before the vote')
      await rename(ben, 'Rain', 'Snow')
      await isClean(page, 'the list')
      await rows(page).filter({ hasText: 'Start of the meeting' }).click()
      await expect(picture(page)).toBeVisible()
      await expect(page.getByText('“Flooding” is called “High water”')).toBeVisible()
      await isClean(page, 'a version')
      await page.getByRole('button', { name: 'Put it back…' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await isClean(page, 'the question')
    })
  }
})

test('VERSION-36: on a phone a version is looked at in the panel, and put back', async ({ importMap, come }) => {
  const map = await importMap(threeVariables)
  const ana = await come('Ana', map)
  await rename(ana, 'Rain', 'Hail')
  const pia = await come('Pia', map, { ...phone, grant: 'facilitate' })
  await pia.page.getByRole('button', { name: 'More', exact: true }).click()
  await pia.page.getByText('Versions', { exact: true }).click()
  await rows(pia.page).filter({ hasText: 'Start of the meeting' }).click()
  await expect(picture(pia.page)).toBeVisible()
  await pia.page.getByRole('button', { name: 'Put it back…' }).click()
  await pia.page.getByRole('button', { name: 'Put it back', exact: true }).click()
  await expect(ana.element('Rain')).toBeVisible()
})
