import type { Locator, Page } from '@playwright/test'
import type { AppServer } from '../helpers/appServer'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, phone, test, type ComeOptions, type NewMap } from './weftTest'

async function openPeople({ page }: MapScreen): Promise<Locator> {
  await page.getByRole('button', { name: /here$/ }).first().click()
  const panel = page.getByRole('region', { name: 'People' })
  await expect(panel).toBeVisible()
  return panel
}

async function openAgenda(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Agenda and timer')
  await page.getByRole('option', { name: 'Agenda and timer' }).click()
  const panel = page.getByRole('region', { name: 'Agenda and timer' })
  await expect(panel).toBeVisible()
  return panel
}

async function send(server: AppServer, map: NewMap, path: string, method: string, json: object): Promise<void> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
    body: JSON.stringify(json),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not on the page')
  return box
}

/** The strips at the head of the map cover none of these. */
async function areClear(who: MapScreen, strip: Locator, names: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      const { y, height } = await boxOf(strip)
      const boxes = await Promise.all(names.map((name) => boxOf(who.element(name))))
      return Math.min(...boxes.map((box) => box.y)) - (y + height)
    })
    .toBeGreaterThanOrEqual(0)
}

const names = ['Ana', 'Ben', 'Cem', 'Dee', 'Eli', 'Flo', 'Gus', 'Hal', 'Ida', 'Jon', 'Kim'] as const

test.describe('strips', () => {
  for (const [screen, options] of [
    ['a wide screen', {}],
    ['a phone', phone],
  ] as const satisfies readonly (readonly [string, ComeOptions])[]) {
    test(`PANEL-60: on ${screen} the view that follows leaves room for the strips, also for one that comes later`, async ({
      server,
      importMap,
      come,
    }) => {
      // From the head of her map to its foot.
      const map = await importMap(
        weftFile('Three in a row', {
          rain: { label: 'Rain', at: [0, 0] },
          flood: { label: 'Flooding', at: [0, 700] },
          loss: { label: 'Lost harvest', at: [0, 1_400] },
        }),
      )
      const fay = await come('Fay', map, { grant: 'facilitate', ...options })
      const cem = await come('Cem', map, { grant: 'contribute', ...options })
      const panel = await openPeople(fay)
      await panel.getByRole('button', { name: 'Hold the map' }).click()
      await fay.page.keyboard.press('Escape')
      await expect(fay.page.getByRole('region', { name: 'Map held' })).toBeVisible()
      await fay.focusCanvas()
      await fay.page.keyboard.press('Shift+Digit1')
      const held = cem.page.getByRole('region', { name: 'Map held' })
      await expect(held).toBeVisible()
      const all = ['Rain', 'Flooding', 'Lost harvest']
      await areClear(cem, held, all)

      const steps = [{ id: 'a', title: 'Warm up', instruction: 'Each draws one thing that nothing can break.' }]
      await send(server, map, '/agenda', 'PUT', { version: 0, agenda: { title: 'Ours', steps } })
      await send(server, map, '/agenda/step', 'POST', { to: 'a' })
      const meeting = cem.page.getByRole('region', { name: 'Meeting' })
      await expect(meeting).toBeVisible()
      await areClear(cem, meeting, all)
    })
  }
})

test.describe('people and agenda', () => {
  test('PANEL-61, PANEL-62: the panel of people leaves the agenda open; after Esc keys are the map’s', async ({
    importMap,
    come,
  }) => {
    const fay = await come('Fay', await importMap(threeVariables), { grant: 'facilitate' })
    const agenda = await openAgenda(fay.page)
    const people = await openPeople(fay)
    await expect(agenda).toBeVisible()
    await isClean(fay.page, 'people and agenda')
    await fay.page.keyboard.press('Escape')
    await expect(people).toBeHidden()
    await expect(agenda).toBeVisible()
    await fay.page.keyboard.press('n')
    await expect(fay.nameField).toBeFocused()
    await fay.page.keyboard.press('Escape')

    // From the button that opened it, too.
    await fay.page.getByRole('button', { name: 'Menu', exact: true }).focus()
    await fay.page.keyboard.press('Escape')
    await expect(agenda).toBeHidden()
    await fay.page.keyboard.press('n')
    await expect(fay.nameField).toBeFocused()
    await fay.page.keyboard.press('Escape')

    // In a field Esc is the field's, and letters are.
    await openAgenda(fay.page)
    await agenda.getByRole('spinbutton').first().focus()
    await fay.page.keyboard.type('n')
    await expect(fay.nameField).toHaveCount(0)
  })

  for (const [screen, options] of [
    ['a wide screen', {}],
    ['a phone', phone],
  ] as const satisfies readonly (readonly [string, ComeOptions])[]) {
    test(`PEOPLE-55: on ${screen} the list of people has the room, and settings fold`, async ({
      server,
      makeMap,
      come,
      browserOf,
    }) => {
      test.slow()
      const map: NewMap = await makeMap()
      const fay = await come('Fay', map, { grant: 'facilitate', ...options })
      // Eleven tabs of eleven people, each with a seat of its own: what they show is not looked at.
      for (const name of names) {
        const other = await browserOf({ viewport: { width: 400, height: 300 } })
        await other.request.post(`${server.url}/api/maps/${map.id}/join`, {
          data: { key: map.links.contribute.key, name },
          headers: { origin: server.url },
        })
        await (await other.newPage()).goto(`${server.url}/m/${map.id}`)
      }
      const panel = await openPeople(fay)
      await expect(panel.getByRole('heading', { name: '12 people here' })).toBeVisible()

      const list = panel.getByRole('list').first()
      const inSight = async (): Promise<number> => {
        const { y, height } = await boxOf(list)
        const rows = await list.getByRole('listitem').all()
        const boxes = await Promise.all(rows.map((row) => boxOf(row)))
        return boxes.filter((row) => row.y >= y - 1 && row.y + row.height <= y + height + 1).length
      }
      await expect.poll(inSight).toBeGreaterThanOrEqual(8)
      const settings = panel.getByRole('button', { name: 'What participants may change' })
      await expect(panel.getByRole('switch', { name: 'Delete only their own' })).toHaveCount(0)
      await isClean(fay.page, 'the panel of people')
      await settings.click()
      await expect(panel.getByRole('switch', { name: 'Delete only their own' })).toBeVisible()
      await expect.poll(inSight).toBeGreaterThanOrEqual(4)
      const cursors = panel.getByRole('switch', { name: 'Hide cursors' })
      await cursors.scrollIntoViewIfNeeded()
      await expect(cursors).toBeInViewport()

      await isClean(fay.page, 'the panel of people with its settings')
    })
  }

  test('AGENDA-76: a press on a step opens its details, and “Go here” brings everyone there', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const panel = await openAgenda(fay.page)
    await panel.getByRole('button', { name: /First causal map in 75 minutes/ }).click()
    const meeting = ({ page }: MapScreen): Locator => page.getByRole('region', { name: 'Meeting' })
    const row = panel.getByRole('button', { name: /Vote on leverage/ }).first()
    await row.click()
    await expect(row).toHaveAttribute('aria-expanded', 'true')
    await expect(panel.getByText(/: Where would a small change move most\?$/)).toBeVisible()
    await expect(meeting(fay)).toHaveCount(0)
    await isClean(fay.page, 'the details of a step')

    await panel.getByRole('button', { name: 'Go here, with everyone' }).click()
    for (const one of [fay, ana]) await expect(meeting(one)).toContainText('9 of 10Vote on leverage')
    await row.click()
    await expect(row).toHaveAttribute('aria-expanded', 'false')
  })

  test('AGENDA-77: minutes that are too many are not changed in silence: the field says the bound, wherever they are asked for', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const panel = await openAgenda(fay.page)
    const wrong = 'Whole minutes, from 1 to 240.'
    const own = panel.getByRole('spinbutton', { name: 'Minutes, of your own' })
    await own.fill('999')
    await expect(panel.getByRole('alert')).toHaveText(wrong)
    await fay.page.keyboard.press('Enter')
    await expect(own).toHaveValue('999')
    await isClean(fay.page, 'too many minutes')
    await own.fill('5')
    await expect(panel.getByRole('alert')).toHaveCount(0)

    await panel.getByRole('button', { name: 'Make your own, step by step' }).click()
    const dialog = fay.page.getByRole('dialog', { name: 'New step' })
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Long')
    const minutes = dialog.getByRole('spinbutton', { name: 'Minutes' })
    await minutes.fill('999')
    await expect(minutes).toHaveValue('999')
    await expect(dialog.getByRole('alert')).toHaveText('Whole minutes, from 0 to 240.')
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(dialog).toBeVisible()
    await minutes.fill('240')
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(dialog).toBeHidden()

    await panel.getByRole('button', { name: 'Send out groups…' }).click()
    await panel.getByRole('spinbutton', { name: 'Minutes', exact: true }).fill('999')
    await expect(panel.getByRole('alert')).toHaveText(wrong)
  })
})

test.describe('on a phone', () => {
  for (const width of [390, 360]) {
    test(`PANEL-63: what can be done with an element is said in words that fit, ${width} wide`, async ({
      importMap,
      come,
    }) => {
      const map = await importMap(threeVariables)
      const cem = await come('Cem', map, { grant: 'contribute', ...phone, viewport: { width, height: 844 } })
      const { x, y } = await cem.middleOf('Rain')
      await cem.page.touchscreen.tap(x, y)
      const sheet = cem.page.getByRole('dialog', { name: 'Rain' })
      await expect(sheet.getByRole('button', { name: 'Comment' })).toBeVisible()
      const cut = await sheet
        .getByRole('button')
        .evaluateAll((buttons) =>
          buttons
            .flatMap((button) =>
              [...button.querySelectorAll('span')].filter((span) => span.scrollWidth > span.clientWidth + 1),
            )
            .map((span) => span.textContent),
        )
      expect(cut).toEqual([])
    })
  }

  test('PRES-12: whoever renames on a phone is shown as typing', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    const { x, y } = await cem.middleOf('Rain')
    await cem.page.touchscreen.tap(x, y)
    await cem.page.getByRole('button', { name: 'Rename' }).tap()
    await expect(cem.page.getByRole('textbox', { name: 'New name' })).toBeFocused()
    const panel = await openPeople(fay)
    const row = panel.getByRole('listitem').filter({ hasText: 'Cem' })
    await expect(row).toContainText('typing')
    await cem.page.getByRole('button', { name: 'Cancel' }).tap()
    await expect(row).not.toContainText('typing')
  })
})
