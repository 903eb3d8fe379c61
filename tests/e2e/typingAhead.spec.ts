import type { Page } from '@playwright/test'
import { holdScripts, neverIdle, neverLate } from './lateParts'
import { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, test } from './weftTest'

const unlinked = weftFile('Three causes', {
  rain: { label: 'Rain', at: [0, 0] },
  flood: { label: 'Flooding', at: [300, 0] },
  loss: { label: 'Lost harvest', at: [150, 200] },
})

/** A wide screen with a map of Rain, Flooding and Lost harvest, on which nothing that comes late has come, nor will before `release`. */
interface Hasty {
  readonly ana: MapScreen
  readonly page: Page
  readonly release: () => void
}

const hastyTest = test.extend<{ readonly hasty: Hasty }>({
  hasty: async ({ server, importMap, browserOf }, use) => {
    const map = await importMap(unlinked)
    const context = await browserOf({ serviceWorkers: 'block' })
    await context.addInitScript(neverIdle)
    await context.addInitScript(neverLate)
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
      headers: { origin: server.url },
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/m/${map.id}`)
    const ana = new MapScreen(page)
    await ana.isOpen()
    await expect(ana.elements).toHaveCount(3)
    await expect(page.getByRole('toolbar', { name: 'Tools' })).toBeVisible()
    await ana.element('Rain').focus()
    const release = await holdScripts(page)
    await use({ ana, page, release })
    release()
  },
})

/** Nothing was added, named or opened on the map by what was meant for a part. */
async function isUntouched({ ana }: Hasty): Promise<void> {
  await expect(ana.elements).toHaveCount(3)
  await expect(ana.nameField).toHaveCount(0)
}

hastyTest.describe('typing ahead of a part that comes late', () => {
  hastyTest('PAGE-18: "link to": every key typed after L goes to the list, in order', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('l')
    await page.keyboard.type('nest')
    for (let key = 0; key < 4; key += 1) await ana.press('Backspace')
    await page.keyboard.type('Harvest')
    await isUntouched(hasty)
    release()
    await expect(page.getByRole('dialog', { name: /^Link “Rain” to/ }).getByRole('combobox')).toHaveValue('Harvest')
    await ana.press('Enter')
    await ana.press('-')
    await expect(ana.link('Rain decreases Lost harvest')).toBeVisible()
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: "link to": keys that choose, and those after them, are kept too', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('l')
    await page.keyboard.type('flood')
    await ana.press('Enter')
    await isUntouched(hasty)
    await expect(ana.links).toHaveCount(0)
    release()
    await expect(ana.link('Rain affects Flooding, sign not known')).toBeVisible()
    await expect(ana.signQuestion).toBeVisible()
  })

  hastyTest('PAGE-18: Esc and a press elsewhere give up what has not come', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('l', 'n', 'Escape')
    await ana.press('l', 'n')
    await page.mouse.click(720, 760)
    await isUntouched(hasty)
    release()
    // The keys belong to the map again.
    await ana.focusCanvas()
    await ana.press('n')
    await expect(ana.nameField).toBeFocused()
    await expect(page.getByRole('dialog', { name: /^Link “Rain” to/ })).toHaveCount(0)
  })

  hastyTest('PAGE-20: Esc gives up a menu that was asked for by hand and has not come', async ({ hasty }) => {
    const { ana, page, release } = hasty
    const button = page.getByRole('button', { name: 'Menu', exact: true })
    await button.click()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await ana.press('Escape')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    release()
    await ana.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeVisible()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await ana.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeHidden()
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: finding by Ctrl+F', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('Control+f')
    await page.keyboard.type('flood')
    await ana.press('Enter')
    await isUntouched(hasty)
    release()
    await expect(page.getByRole('combobox', { name: 'Find on this map' })).toHaveValue('flood')
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Flooding')

    // Open already, the keyboard on the map: the field is gone to, and takes what is typed.
    await ana.focusCanvas()
    await ana.press('Control+f')
    await page.keyboard.type('n')
    await expect(page.getByRole('combobox', { name: 'Find on this map' })).toHaveValue('n')
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: the list of actions by Ctrl+K', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('Control+k')
    await page.keyboard.type('flooding')
    await isUntouched(hasty)
    release()
    const palette = page.getByRole('dialog', { name: 'Find an action' })
    await expect(palette.getByRole('combobox')).toHaveValue('flooding')
    await expect(palette.getByRole('option', { name: 'Flooding' })).toBeVisible()
    await ana.press('Escape')
    await expect(palette).toHaveCount(0)
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: the list of actions by Ctrl+K, chosen from before it is there', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('Control+k')
    await page.keyboard.type('flooding')
    await ana.press('Enter')
    await isUntouched(hasty)
    release()
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Flooding')
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: the menu by Shift+F10', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await ana.press('Shift+F10', 'ArrowDown', 'd')
    await expect(ana.element('Rain')).toBeVisible()
    release()
    const menu = page.getByRole('menu')
    await expect(menu.getByRole('menuitem', { name: /^D/ }).first()).toBeFocused()
    await ana.press('Escape')
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: a pasted list', async ({ hasty }) => {
    const { ana, page, release } = hasty
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Dikes\nInsurance\n')
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await page.keyboard.type('Nets')
    await isUntouched(hasty)
    release()
    const field = page.getByRole('dialog', { name: 'Paste a list' }).getByRole('textbox')
    await expect(field).toHaveValue(/Nets/)
    await expect(field).toHaveValue(/Insurance/)
    await ana.press('Escape')
    await expect(field).toHaveCount(0)
    await isUntouched(hasty)
  })

  hastyTest('PAGE-18: a name is typed from the first key', async ({ hasty }) => {
    const { ana, page } = hasty
    await ana.press('n')
    await page.keyboard.type('Dikes')
    await ana.press('Tab')
    await page.keyboard.type('Losses')
    await ana.press('Enter')
    await expect(ana.element('Dikes')).toBeVisible()
    await expect(ana.element('Losses')).toBeVisible()
  })
})
