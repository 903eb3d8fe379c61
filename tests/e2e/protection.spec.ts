import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { writeUpdate } from '../../lib/protocol/wire'
import { openRawClient } from '../helpers/rawClient'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const sample = weftFile(
  'Town',
  {
    rain: { label: 'Rain', at: [0, 0] },
    floods: { label: 'Floods', at: [300, 0] },
    roads: { label: 'Roads', at: [0, 200] },
  },
  [{ from: 'rain', to: 'floods', polarity: '+' }],
)

/** What the menu of an element says. */
async function openMenu(screen: MapScreen, name: string): Promise<void> {
  const { x, y } = await screen.middleOf(name)
  await screen.page.mouse.click(x, y, { button: 'right' })
  await expect(screen.page.getByRole('menu')).toBeVisible()
}

async function chooseInMenu(screen: MapScreen, name: string, row: string): Promise<void> {
  await openMenu(screen, name)
  await screen.page.getByRole('menuitem', { name: row, exact: true }).click()
}

const openPeople = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /people are here|Only you are here/ }).click()
  await expect(page.getByRole('dialog', { name: 'People' })).toBeVisible()
}

test.describe('what those who run the meeting keep others from', () => {
  test('PROTECT-20, PROTECT-21: a facilitator locks an element; a participant can do nothing to it, and is told by whom', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await chooseInMenu(fay, 'Rain', 'Facilitator lock')
    await expect(fay.toast(/“Rain” is locked for participants/)).toBeVisible()

    // It stays where it is, what it is called, and on the map.
    const before = await ana.middleOf('Rain')
    await ana.page.mouse.move(before.x, before.y)
    await ana.page.mouse.down()
    await ana.page.mouse.move(before.x + 120, before.y + 80, { steps: 6 })
    await ana.page.mouse.up()
    await expect(ana.toast('“Rain” is locked by the facilitator.')).toBeVisible()
    expect(await ana.middleOf('Rain')).toEqual(before)
    await openMenu(ana, 'Rain')
    const menu = ana.page.getByRole('menu')
    await expect(menu.getByText('Facilitator lock')).toHaveCount(0)
    for (const row of ['Unlock', 'Copy', 'Duplicate']) {
      await expect(menu.getByRole('menuitem', { name: new RegExp(`^${row}`) })).toHaveCount(0)
    }
    for (const row of ['Rename', 'Cut', 'Delete']) {
      await expect(menu.getByRole('menuitem', { name: new RegExp(`^${row}`) })).toHaveAttribute('aria-disabled', 'true')
    }
    await ana.page.keyboard.press('Escape')
    await ana.page.keyboard.press('Delete')
    await ana.page.keyboard.press('ControlOrMeta+Shift+l')
    await expect(ana.element('Rain')).toBeVisible()
    await expect(ana.inspector.getByText('Locked by the facilitator')).toBeVisible()
    await expect(ana.inspector.getByRole('button', { name: 'Unlock' })).toHaveCount(0)

    // Those who run the meeting rename it, and lift the lock.
    await fay.page.mouse.click((await fay.middleOf('Rain')).x, (await fay.middleOf('Rain')).y)
    await expect(fay.inspector.getByText(/^Facilitator lock: only those/)).toBeVisible()
    await fay.inspector.getByRole('textbox', { name: 'Name' }).fill('Heavy rain')
    await fay.page.keyboard.press('Enter')
    await expect(ana.element('Heavy rain')).toBeVisible()
    await fay.inspector.getByRole('button', { name: 'Lift' }).click()
    await expect(ana.inspector.getByText('Locked by the facilitator')).toHaveCount(0)
    await expect(ana.element('Heavy rain')).toBeVisible()
    await ana.page.keyboard.press('Delete')
    await expect(fay.element('Heavy rain')).toHaveCount(0)
  })

  test('PROTECT-3, PROTECT-23: of what a participant did without a network only what was locked meanwhile is put back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.isSaved()
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await expect(ana.page.getByRole('region', { name: 'Where your changes are' })).toBeVisible()
    const rain = await ana.middleOf('Rain')
    await ana.page.mouse.click(rain.x, rain.y)
    await ana.page.keyboard.press('Delete')
    await expect(ana.element('Rain')).toHaveCount(0)
    await ana.page.keyboard.press('Escape')
    await ana.add('Drains', { x: 420, y: 620 })

    await chooseInMenu(fay, 'Rain', 'Facilitator lock')
    await expect(fay.toast(/“Rain” is locked for participants/)).toBeVisible()
    await ana.page.context().setOffline(false)
    await expect(ana.element('Rain')).toBeVisible({ timeout: 20_000 })
    await expect(ana.toast('“Rain” is locked by the facilitator, so your change to it was put back.')).toBeVisible()
    await expect(
      ana.toast('Back online. What you may not change was put back; anything else of yours is sent.'),
    ).toBeVisible()
    await ana.isSaved()
    for (const screen of [fay, ana]) {
      await expect(screen.element('Drains')).toBeVisible()
      await expect(screen.link('Rain increases Floods')).toBeVisible()
    }
    await ana.page.reload()
    await ana.isOpen()
    await expect(ana.element('Rain')).toBeVisible()
    await expect(ana.element('Drains')).toBeVisible()
  })

  test('PROTECT-7, PROTECT-8, PROTECT-22: the layout is locked, and participants delete only what they added', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.add('Drains', { x: 420, y: 640 })
    await ana.isSaved()
    await openPeople(fay.page)
    await fay.page.getByRole('button', { name: /^What participants may change/ }).click()
    await fay.page.getByRole('switch', { name: 'Lock the layout' }).click()
    await expect(fay.page.getByRole('switch', { name: 'Lock the layout' })).toBeChecked()
    await fay.page.getByRole('switch', { name: 'Delete only their own' }).click()
    await expect(fay.page.getByRole('switch', { name: 'Delete only their own' })).toBeChecked()

    const before = await ana.middleOf('Floods')
    await expect(async () => {
      await ana.page.mouse.move(before.x, before.y)
      await ana.page.mouse.down()
      await ana.page.mouse.move(before.x + 100, before.y + 60, { steps: 5 })
      await ana.page.mouse.up()
      await expect(ana.toast(/The facilitator has locked the layout/)).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect.poll(() => ana.middleOf('Floods')).toEqual(before)
    await ana.page.keyboard.press('Delete')
    await expect(ana.toast(/Here you can delete only what you added/)).toBeVisible()
    await expect(fay.element('Floods')).toBeVisible()
    const own = await ana.middleOf('Drains')
    await ana.page.mouse.click(own.x, own.y)
    await ana.page.keyboard.press('Delete')
    await expect(fay.element('Drains')).toHaveCount(0)
  })

  test('PROTECT-27, PROTECT-28, PROTECT-42: a padlock stands at what is locked, and what would be in vain says why beforehand', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await chooseInMenu(fay, 'Rain', 'Facilitator lock')
    for (const { page } of [fay, ana]) await expect(page.locator('[data-lock][data-sealed]')).toHaveCount(1)
    await expect(ana.element('Rain')).toHaveAccessibleName(/Facilitator lock\.$/)

    await ana.page.keyboard.press('Escape')
    await ana.page.keyboard.press('ControlOrMeta+a')
    const bar = ana.page.getByRole('toolbar', { name: 'Selection' })
    const align = bar.getByRole('button', { name: 'Align' })
    await expect(align).toBeEnabled()
    await openPeople(fay.page)
    await fay.page.getByRole('button', { name: /^What participants may change/ }).click()
    await fay.page.getByRole('switch', { name: 'Lock the layout' }).click()
    await expect(align).toHaveAttribute('aria-disabled', 'true')
    await expect(bar.getByRole('button', { name: 'Delete' })).not.toHaveAttribute('aria-disabled', 'true')
    await fay.page.getByRole('switch', { name: 'Delete only their own' }).click()
    await expect(bar.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
    await expect(
      ana.inspector.getByText('The facilitator has locked the layout: things stay where they are.'),
    ).toBeVisible()
    await ana.page.keyboard.press('ControlOrMeta+k')
    await ana.page.getByRole('combobox').fill('arrange')
    const row = ana.page.getByRole('option', { name: /^Arrange the selection.*locked the layout/ }).first()
    await expect(row).toBeVisible()
    await row.click()
    await expect(row).toBeVisible()
    // What one has added oneself might be moved, and the rest not: of the whole map nothing is arranged.
    await ana.page.keyboard.press('Escape')
    await ana.add('Wind', { x: 500, y: 700 })
    await ana.page.keyboard.press('Escape')
    await ana.page.keyboard.press('ControlOrMeta+k')
    await ana.page.getByRole('combobox').fill('arrange the map')
    const whole = ana.page.getByRole('option', { name: /^Arrange the map.*locked the layout/ })
    await expect(whole).toHaveCount(3)
    await whole.first().click()
    await expect(whole).toHaveCount(3)
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Arrange' }).press('ArrowRight')
    await expect(ana.page.getByRole('menuitem', { name: /^Loops as circles.*locked the layout/ })).toBeVisible()
  })

  test('PROTECT-23, PROTECT-29: words that a lock puts back are told whole, and a deletion is not said to be done', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.isSaved()
    const floods = await ana.middleOf('Floods')
    await ana.page.mouse.click(floods.x, floods.y)
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toBeVisible()
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await expect(ana.chip).toHaveAccessibleName(/^Offline/)
    await ana.inspector.getByRole('textbox', { name: 'Name' }).fill('Floods of the river')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Floods of the river')).toBeVisible()
    const rain = await ana.middleOf('Rain')
    await ana.page.mouse.click(rain.x, rain.y)
    for (const name of ['Rain', 'Floods']) {
      await chooseInMenu(fay, name, 'Facilitator lock')
      await expect(fay.toast(new RegExp(`“${name}” is locked for participants`))).toBeVisible()
    }
    await ana.page.keyboard.press('Delete')
    await expect(ana.toast(/^Deleted “Rain”/)).toBeVisible()
    await ana.page.context().setOffline(false)
    await expect(ana.element('Rain')).toBeVisible({ timeout: 20_000 })
    const words = ana.toast(
      '“Floods” is locked by the facilitator, so what you had written was put back: “Floods of the river”.',
    )
    await expect(words).toBeVisible()
    await expect(ana.page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible()
    await expect(ana.toast(/is locked by the facilitator, so your change/)).toBeVisible()
    await expect(ana.toast(/^Deleted “Rain”/)).toHaveCount(0)
  })

  test('PROTECT-23: the one change that was put back is not said to be sent', async ({ importMap, come }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.isSaved()
    const { x, y } = await ana.middleOf('Floods')
    await ana.page.mouse.click(x, y)
    const name = ana.inspector.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeVisible()
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await expect(ana.page.getByRole('region', { name: 'Where your changes are' })).toBeVisible()
    await name.fill('Floods of the river')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Floods of the river')).toBeVisible()
    await chooseInMenu(fay, 'Floods', 'Facilitator lock')
    await expect(fay.toast(/“Floods” is locked for participants/)).toBeVisible()
    await ana.page.context().setOffline(false)
    await expect(ana.toast(/so what you had written was put back: “Floods of the river”/)).toBeVisible()
    await expect(ana.toast(/^Back online/)).toHaveText('Back online.')
  })

  test('PROTECT-20: of a link, too, nothing looks as if it could be written in', async ({ importMap, come }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.middleOf('Rain')
    const middle = await ana
      .link('Rain increases Floods')
      .locator('.weft-stroke')
      .evaluate((line: SVGPathElement) => {
        const { x, y } = line.getPointAtLength(line.getTotalLength() / 2)
        const place = new DOMPoint(x, y).matrixTransform(line.getScreenCTM() ?? undefined)
        return { x: place.x, y: place.y }
      })
    for (const { page } of [fay, ana]) await page.mouse.click(middle.x, middle.y)
    const evidence = ana.inspector.getByRole('textbox', { name: 'Evidence', exact: true })
    await expect(evidence).toHaveAttribute('placeholder', /./)
    const edge = (): Promise<string> => evidence.evaluate((field) => getComputedStyle(field).borderColor)
    const live = await edge()
    await fay.page.mouse.click(middle.x, middle.y, { button: 'right' })
    await fay.page.getByRole('menuitem', { name: 'Facilitator lock', exact: true }).click()
    await expect(ana.inspector.getByText('Locked by the facilitator')).toBeVisible()
    await expect(evidence).not.toBeEditable()
    await expect(evidence).not.toHaveAttribute('placeholder')
    expect(await edge()).not.toBe(live)
  })

  test('PROTECT-20: on a phone it says so, and offers nothing that would be in vain', async ({ importMap, come }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await chooseInMenu(fay, 'Rain', 'Facilitator lock')
    const { x, y } = await cem.middleOf('Rain')
    await cem.page.touchscreen.tap(x, y)
    const sheet = cem.page.getByRole('dialog', { name: /Rain/ })
    await expect(sheet.getByText('Locked by the facilitator')).toBeVisible()
    for (const name of ['Rename', 'Delete', 'Unlock']) {
      await expect(sheet.getByRole('button', { name, exact: true })).toHaveCount(0)
    }
  })

  test('PANEL-67: who added something is told by what the server wrote down, whatever name a modified client writes', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cookie = (await ana.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const doc = new Y.Doc()
    const fields = { kind: 'variable', label: 'Forged', createdBy: 'Fay', createdAt: 1_000 }
    doc.transact(() => {
      doc.getMap('elements').set('forged', new Y.Map(Object.entries(fields)))
      doc.getMap('positions:board').set('forged', [300, 200])
    })
    const { origin } = new URL(ana.page.url())
    const modified = await openRawClient(`${origin.replace('http', 'ws')}/sync`, map.id, '?events=1', cookie)
    modified.send(writeUpdate(Y.encodeStateAsUpdate(doc)))
    await fay.select('Forged')
    await expect(fay.inspector.getByText(/^Added by Ana, /)).toBeVisible()
    await fay.select('Rain')
    await expect(fay.inspector.getByText('Added by')).toHaveCount(0)
    modified.close()
  })

  test('PANEL-70: who last changed something is told below who added it, as it changes, on a phone too', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute' })
    await ana.select('Rain')
    await expect(ana.inspector.getByText(/^Changed/)).toHaveCount(0)
    await cem.select('Rain')
    await cem.inspector.getByRole('textbox', { name: 'Description' }).fill('Per year')
    await cem.page.keyboard.press('Tab')
    await expect(ana.inspector.getByText(/^Changed by Cem, \d\d:\d\d$/)).toBeVisible()
    const dana = await come('Dana', map, { ...phone, grant: 'contribute' })
    await dana.element('Rain').tap()
    await expect(dana.page.getByRole('dialog', { name: /Rain/ }).getByText(/^Changed by Cem, /)).toBeVisible()
    // Moving it is no change.
    const at = await ana.middleOf('Rain')
    await ana.drag(at, { x: at.x + 60, y: at.y + 80 })
    await ana.inspector.getByRole('textbox', { name: 'Description' }).fill('Per month')
    await ana.page.keyboard.press('Tab')
    await expect(ana.inspector.getByText(/^Changed by Ana, /)).toBeVisible()
  })
})
