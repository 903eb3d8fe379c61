import { isClean, looks } from './isClean'
import { threeVariables } from './sampleFiles'
import type { MapScreen } from './mapScreen'
import { expect, test } from './weftTest'

for (const [look, options] of looks) {
  test.describe(`axe finds nothing: ${look}`, () => {
    const onPhone = 'isMobile' in options

    test('start page, help, joining and refusals', async ({ server, map, browserOf }) => {
      const page = await (await browserOf(options)).newPage()
      await page.goto(server.url)
      await expect(page.getByRole('heading', { name: 'Start a map' })).toBeVisible()
      await isClean(page, 'start page')
      await page.getByRole('button', { name: /Blank map/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await isClean(page, 'asking for a name')
      await page.goto(`${server.url}/help`)
      await isClean(page, 'help')
      await page.goto(`${server.url}/join`)
      await isClean(page, 'join by code')
      await page.goto(map.links.contribute.url)
      await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible()
      await isClean(page, 'the door')
      await page.goto(`${server.url}/m/nosuchmap000000000000`)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
      await isClean(page, 'refused')
      await page.goto(`${server.url}/nothing/here`)
      await isClean(page, 'not found')
    })

    test('the map: empty, filled, selected, naming, asked for a sign', async ({ map, importMap, come }) => {
      const empty = await come('Ana', map, options)
      await isClean(empty.page, 'empty map')
      const ana = await come('Ana', await importMap(threeVariables), options)
      await isClean(ana.page, 'filled map')
      const { x, y } = await ana.middleOf('Rain')
      if (onPhone) await ana.page.touchscreen.tap(x, y)
      else await ana.page.mouse.click(x, y)
      await expect(
        ana.page.getByRole(onPhone ? 'dialog' : 'toolbar', { name: onPhone ? 'Rain' : 'Selection' }),
      ).toBeVisible()
      await isClean(ana.page, 'one selected')
      if (onPhone) return
      await ana.press('F2')
      await expect(ana.nameField).toBeFocused()
      await isClean(ana.page, 'naming')
      await ana.press('Escape', 'l')
      await expect(ana.page.getByRole('combobox', { name: /^Link “Rain”/ })).toBeFocused()
      await isClean(ana.page, 'choosing where a link leads')
      await ana.page.keyboard.type('Lost')
      await ana.press('Enter')
      await expect(ana.signQuestion).toBeVisible()
      await isClean(ana.page, 'sign question')
      await ana.press('+')
      await ana.focusCanvas()
      await ana.press('Control+a')
      await isClean(ana.page, 'several selected')
    })

    test('menu and dialogs of the map', async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(threeVariables), options)
      const { page } = ana
      await (onPhone
        ? page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
        : page.getByRole('button', { name: 'Menu' }).click())
      // An open menu is modal and named; the rule knows that of dialogs only.
      await isClean(page, 'menu', ['region'])
      await ana.press('Escape')
      await expect(page.getByRole(onPhone ? 'dialog' : 'menu')).toHaveCount(0)
      for (const [action, title] of [
        ['share', 'Share'],
        ['export', 'Export'],
        ['paste a list', 'Paste a list'],
        ['import into', 'Import into this map'],
        ['keyboard shortcuts', 'Keyboard shortcuts'],
        ['about weft', 'About Weft'],
      ] as const) {
        await openPalette(ana)
        await page.keyboard.type(action)
        await ana.press('Enter')
        await expect(page.getByRole('dialog', { name: title })).toBeVisible()
        if (action === 'share') await expect(page.getByRole('button', { name: 'Make a code' })).toBeVisible()
        await isClean(page, title)
        await ana.press('Escape')
        await expect(page.getByRole('dialog', { name: title })).toBeHidden()
      }
    })

    test('palette, outline, find and people', async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(threeVariables), options)
      const { page } = ana
      await openPalette(ana)
      await isClean(page, 'palette')
      await page.keyboard.type('open the outline')
      await ana.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Add a variable' })).toBeVisible()
      await isClean(page, 'outline')
      await closePanel(ana, 'Add a variable')
      await openPalette(ana)
      await page.keyboard.type('find on this map')
      await ana.press('Enter')
      await page.getByRole('combobox', { name: 'Find on this map' }).fill('rain')
      await isClean(page, 'find')
      await closePanel(ana, 'Find on this map')
      await openPalette(ana)
      await page.keyboard.type('who is here')
      await ana.press('Enter')
      await expect(page.getByText('Ana (you)')).toBeVisible()
      await isClean(page, 'people')
    })
  })
}

/** Closes the panel, or on a phone the sheet, that holds this field. */
async function closePanel({ page }: MapScreen, field: string): Promise<void> {
  await page.getByRole('button', { name: 'Close' }).first().click()
  await expect(page.getByRole('textbox', { name: field }).or(page.getByRole('combobox', { name: field }))).toBeHidden()
}

async function openPalette(screen: MapScreen): Promise<void> {
  await screen.press('Control+k')
  await expect(screen.page.getByRole('dialog', { name: 'Find an action' })).toBeVisible()
}
