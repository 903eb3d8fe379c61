import type { Locator, Page } from '@playwright/test'
import type { BreakoutsAnswer } from '../../lib/protocol/breakouts'
import { isClean, looks } from './isClean'
import { MapScreen } from './mapScreen'
import { threeVariables } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** The agenda's panel: at the side, or over a phone's screen. */
async function openAgenda(page: Page): Promise<Locator> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 600
  if (isPhone) {
    await page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
    await page.getByRole('button', { name: 'Agenda and timer' }).tap()
  } else {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
  }
  const panel = page.getByRole(isPhone ? 'dialog' : 'region', { name: 'Agenda and timer' })
  await expect(panel).toBeVisible()
  return panel
}

const strip = (page: Page): Locator => page.getByRole('region', { name: 'Groups at work' })

async function sendOut(panel: Locator, mode: string): Promise<void> {
  await panel.getByRole('button', { name: 'Send out groups…' }).click()
  await panel.getByRole('spinbutton', { name: 'How many' }).fill('2')
  await panel.getByRole('combobox', { name: 'Who goes where' }).click()
  await panel.page().getByRole('option', { name: mode }).click()
  await panel.getByRole('button', { name: 'Send out', exact: true }).click()
  await expect(panel.getByRole('article', { name: 'Group 1' })).toBeVisible()
}

/** The other sign on the one link of the sample, set in whatever map the page shows. */
async function turnSign(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.patch(`${origin}/api/maps/${new URL(page.url()).pathname.split('/').at(-1)}`, {
    data: { commands: [{ name: 'setPolarity', input: { links: ['link-0'], polarity: '-' } }] },
    headers: { origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const row = (dialog: Locator, title: string): Locator => dialog.getByRole('group', { name: new RegExp(`^${title}`) })

test.describe('groups on copies of a map', () => {
  test('BREAKOUT-20, BREAKOUT-40, BREAKOUT-42, BREAKOUT-44: two groups draw, hear a message, come back, and what they made is brought together and taken back by one undo', async ({
    importMap,
    come,
    server,
  }) => {
    test.slow()
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute', ...phone })
    const panel = await openAgenda(fay.page)
    await sendOut(panel, 'People choose')
    await expect(strip(fay.page)).toContainText('2 groups are at work')
    await isClean(fay.page, 'groups that are out')

    await strip(ana.page)
      .getByRole('button', { name: /^Go to Group 1/ })
      .click()
    await strip(ben.page)
      .getByRole('button', { name: /^Go to Group 2/ })
      .tap()
    for (const [{ page }, words] of [
      [ana, 'Group 1 of “Three causes”'],
      [ben, 'Group 2'],
    ] as const) {
      await expect(strip(page)).toContainText(words)
      await expect(new MapScreen(page).element('Flooding')).toBeVisible()
    }
    await isClean(ben.page, 'a group’s map on a phone')
    await ana.add('Trust', { x: 700, y: 650 })
    await ana.isSaved()
    await turnSign(ben.page)
    const made = await ben.page.request.patch(ben.page.url().replace('/m/', '/api/maps/'), {
      data: { commands: [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 400 }, label: 'trust' } }] },
      headers: { origin: server.url },
    })
    expect(made.ok()).toBe(true)

    await panel.getByRole('textbox', { name: 'Message to all groups' }).fill('Look at the loops')
    await panel.getByRole('button', { name: 'Send', exact: true }).click()
    for (const { page } of [ana, ben]) await expect(strip(page)).toContainText('Fay: Look at the loops')
    await strip(ana.page).getByRole('button', { name: 'Ask for help' }).click()
    await expect(strip(fay.page)).toContainText('Group 1 asks for help: Ana')
    await expect(panel.getByRole('article', { name: 'Group 1' })).toContainText('Ana asks for help')
    await expect(panel.getByRole('img', { name: 'The map of Group 1' })).toBeVisible()

    await panel.getByRole('button', { name: 'Everyone back' }).click()
    await expect(strip(ana.page)).toContainText('everyone back, please')
    await strip(ben.page).getByRole('button', { name: 'Back to Three causes' }).tap()
    // Ana is taken back by herself.
    for (const { page } of [ana, ben]) await expect(page).toHaveURL(`${server.url}/m/${map.id}`)

    await panel.getByRole('button', { name: 'Bring together…' }).click()
    const dialog = fay.page.getByRole('dialog', { name: 'Bring the groups together' })
    await expect(dialog).toContainText('2 differences to decide on.')
    await expect(dialog).toContainText('2 are undecided: nothing changes yet.')
    await isClean(fay.page, 'the review')
    await expect(row(dialog, 'Trust')).toHaveAccessibleName('Trust. Of Group 1, Group 2')
    // By keyboard alone.
    await row(dialog, 'Trust').getByRole('radio').first().focus()
    await fay.page.keyboard.press('Space')
    await expect(row(dialog, 'Trust').getByRole('radio', { name: /^Take over as one/ })).toBeChecked()
    await row(dialog, 'Rain → Flooding')
      .getByRole('radio', { name: /^Keep as contested/ })
      .check({ force: true })
    await expect(dialog.getByRole('status')).toContainText('1 new element. 1 joined. 1 link contested.')
    await dialog.getByRole('button', { name: 'Bring together' }).click()
    await expect(dialog).toBeHidden()
    for (const screen of [fay, ana, ben]) await expect(screen.element('Trust')).toBeVisible()
    await expect(fay.elements).toHaveCount(4)
    await expect(fay.toast(/^Brought together/)).toBeVisible()
    await fay.page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .click()
    for (const screen of [fay, ana]) await expect(screen.elements).toHaveCount(3)
    const read = await fay.page.request.get(`${server.url}/api/maps/${map.id}`)
    expect(JSON.stringify(await read.json())).not.toContain('claim:')
  })

  test('BREAKOUT-41: who is put into a group goes there by themselves, but not who stays or is typing', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const [ana, ben, cem] = [
      await come('Ana', map, { grant: 'contribute' }),
      await come('Ben', map, { grant: 'contribute' }),
      await come('Cem', map, { grant: 'contribute' }),
    ]
    const panel = await openAgenda(fay.page)
    await sendOut(panel, 'I place people')
    for (const { page } of [ana, ben, cem]) await expect(strip(page)).toContainText('You are in none yet')
    await cem.page.mouse.dblclick(700, 650)
    await expect(cem.nameField).toBeFocused()
    for (const name of ['Ana', 'Ben', 'Cem']) {
      await panel.getByRole('button', { name: `Group of ${name}` }).click()
      await fay.page.getByRole('menuitemradio', { name: 'Group 2' }).click()
    }
    await strip(ben.page).getByRole('button', { name: 'Stay here' }).click()
    await expect(strip(ben.page)).toContainText('You are in Group 2')
    await expect(strip(ben.page)).toContainText('With Ana')
    await expect(ana.page).not.toHaveURL(`${server.url}/m/${map.id}`)
    await expect(strip(ana.page)).toContainText('Group 2 of “Three causes”')
    await expect(strip(cem.page).getByRole('button', { name: 'Go there', exact: true })).toBeVisible()
    for (const { page } of [ben, cem]) expect(page.url()).toBe(`${server.url}/m/${map.id}`)
    // What was so before a tab came moves nobody.
    await ben.page.reload()
    await expect(strip(ben.page).getByRole('button', { name: 'Go there', exact: true })).toBeVisible()
  })

  test('BREAKOUT-53: the first groups of a map take along whom they name, on a phone and after a cut network too, and so do the next, also who was still on the way back', async ({
    importMap,
    come,
    server,
  }) => {
    test.slow()
    const map = await importMap(threeVariables)
    const cem = await come('Cem', map, { grant: 'contribute' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute', ...phone })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const panel = await openAgenda(fay.page)
    const send = async (): Promise<void> => {
      await panel.getByRole('spinbutton', { name: 'How many' }).fill('2')
      await panel.getByRole('button', { name: 'Send out', exact: true }).click()
      await expect(panel.getByRole('button', { name: 'Everyone back' })).toBeVisible()
    }
    const areThere = async (): Promise<void> => {
      for (const { page } of [ana, ben, cem])
        await expect(strip(page)).toContainText(/^Group [12]/, { timeout: 30_000 })
    }
    await panel.getByRole('button', { name: 'Send out groups…' }).click()
    await cem.page.context().setOffline(true)
    await send()
    await cem.page.context().setOffline(false)
    await areThere()
    await panel.getByRole('button', { name: 'Everyone back' }).click()
    await panel.getByRole('button', { name: 'Send out groups anew…' }).click()
    for (const { page } of [ana, ben, cem]) await expect(page).toHaveURL(`${server.url}/m/${map.id}`)
    // Placed, since who is still loading is not there to be spread.
    await panel.getByRole('combobox', { name: 'Who goes where' }).click()
    await fay.page.getByRole('option', { name: 'I place people' }).click()
    await send()
    for (const name of ['Ana', 'Ben', 'Cem']) {
      await panel.getByRole('button', { name: `Group of ${name}` }).click()
      await fay.page.getByRole('menuitemradio', { name: 'Group 2' }).click()
    }
    await areThere()
  })

  test('BREAKOUT-54: who is placed while their page loads anew goes there by themselves', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const panel = await openAgenda(fay.page)
    await sendOut(panel, 'I place people')
    await expect(strip(ana.page)).toContainText('You are in none yet')
    await ana.page.goto('about:blank')
    const breakouts = `${server.url}/api/maps/${map.id}/breakouts`
    const told = (await (await fay.page.request.get(breakouts)).json()) as BreakoutsAnswer
    const people = `${server.url}/api/maps/${map.id}/people`
    const known = (await (await fay.page.request.get(people)).json()) as {
      readonly people: readonly { readonly id: string; readonly name: string }[]
    }
    const placed = await fay.page.request.put(
      `${breakouts}/people/${known.people.find(({ name }) => name === 'Ana')?.id ?? ''}`,
      { data: { group: told.breakouts?.groups[0]?.id }, headers: { origin: server.url } },
    )
    expect(placed.ok(), await placed.text()).toBe(true)
    await ana.page.goBack()
    await expect(strip(ana.page)).toContainText(/^Group 1/, { timeout: 30_000 })
    expect(ana.page.url()).not.toBe(`${server.url}/m/${map.id}`)
    // Whoever comes back to the map on their own is left there.
    await strip(ana.page).getByRole('button', { name: 'Back to Three causes' }).click()
    await expect(strip(ana.page).getByRole('button', { name: 'Go there', exact: true })).toBeVisible()
  })

  test('BREAKOUT-56: who is moved to another group while on a group’s map is told there and goes, but not who stays', async ({
    importMap,
    come,
  }) => {
    test.slow()
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map, { grant: 'contribute', ...phone })
    const ben = await come('Ben', map, { grant: 'contribute' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const panel = await openAgenda(fay.page)
    await sendOut(panel, 'I place people')
    const place = async (name: string, group: string): Promise<void> => {
      await panel.getByRole('button', { name: `Group of ${name}` }).click()
      await fay.page.getByRole('menuitemradio', { name: group }).click()
      await expect(
        panel.getByRole('article', { name: group }).getByRole('button', { name: `Group of ${name}` }),
      ).toBeVisible()
    }
    for (const name of ['Ana', 'Ben']) await place(name, 'Group 1')
    for (const { page } of [ana, ben]) await expect(strip(page)).toContainText(/^Group 1/, { timeout: 30_000 })
    const moved = (page: Page): Locator => page.getByRole('region', { name: 'Your new group' })
    await place('Ben', 'Group 2')
    await expect(moved(ben.page)).toContainText('You are in Group 2 now')
    await moved(ben.page).getByRole('button', { name: 'Stay here' }).click()
    await place('Ana', 'Group 2')
    await expect(moved(ana.page)).toContainText('With Ben')
    await isClean(ana.page, 'another group, on a phone')
    await expect(strip(ana.page)).toContainText(/^Group 2/, { timeout: 30_000 })
    await expect(moved(ana.page)).toHaveCount(0)
    await expect(strip(ben.page)).toContainText(/^Group 1/)
    await moved(ben.page).getByRole('button', { name: 'Go there', exact: true }).click()
    await expect(strip(ben.page)).toContainText(/^Group 2/)
  })

  for (const [name, options] of looks) {
    test(`BREAKOUT-44: nothing stands in anybody’s way in ${name}`, async ({ importMap, come }) => {
      const map = await importMap(threeVariables)
      const fay = await come('Fay', map, { grant: 'facilitate', ...options })
      const panel = await openAgenda(fay.page)
      await sendOut(panel, 'I place people')
      await isClean(fay.page, `the panel, ${name}`)
      await panel.getByRole('button', { name: 'Go and look: Group 1' }).click()
      await expect(strip(fay.page)).toContainText('Group 1')
      await expect(strip(fay.page).getByRole('button', { name: 'Ask for help' })).toBeVisible()
      await turnSign(fay.page)
      await isClean(fay.page, `a group’s map, ${name}`)
      await strip(fay.page).getByRole('button', { name: 'Back to Three causes' }).click()
      const again = await openAgenda(fay.page)
      await again.getByRole('button', { name: 'Bring together…' }).click()
      await expect(fay.page.getByRole('dialog', { name: 'Bring the groups together' })).toContainText(
        'One difference to decide on.',
      )
      await isClean(fay.page, `the review, ${name}`)
    })
  }
})
