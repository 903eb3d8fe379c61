import { holdScripts, neverIdle } from './lateParts'
import { MapScreen } from './mapScreen'
import { threeVariables } from './sampleFiles'
import { expect, phone, test, type ComeOptions } from './weftTest'

test.describe('what floats over a page', () => {
  test('PAGE-14: what is asked for before it is there appears when it has come', async ({
    server,
    makeMap,
    browserOf,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const context = await browserOf({ serviceWorkers: 'block' })
    await context.addInitScript(neverIdle)
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
      headers: { origin: server.url },
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/m/${map.id}`)
    const menu = page.getByRole('button', { name: 'Menu', exact: true })
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    await expect(menu).toBeVisible()

    const release = await holdScripts(page)
    await menu.click()
    await expect(menu).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('menu')).toHaveCount(0)
    release()
    await expect(page.getByRole('menuitem', { name: 'Export…' })).toBeVisible()
  })

  test('PAGE-14: the focus goes into a menu and a popover and back to their buttons; a second press closes them', async ({
    map,
    come,
  }) => {
    const { page } = await come('Ana', map)
    const button = page.getByRole('button', { name: 'Menu', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Menu' })).toBeVisible()
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toBeFocused()

    await button.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await button.click()
    await expect(page.getByRole('menu')).toHaveCount(0)

    const chip = page.getByRole('button', { name: /Where your changes are$/ })
    const popover = page.getByRole('dialog', { name: 'Where your changes are' })
    await chip.click()
    await expect(popover).toBeVisible()
    await expect(popover.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(popover).toHaveCount(0)
    await expect(chip).toBeFocused()
    await chip.click()
    await expect(popover).toBeVisible()
    await chip.click()
    await expect(popover).toHaveCount(0)
  })

  test('PAGE-23: what cannot be loaded without a network says so, and comes when there is one', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    // Nothing has come early, and nothing is kept on the device.
    const early = {
      serviceWorkers: 'block',
      prepare: (context) => context.addInitScript(neverIdle),
    } as const satisfies ComeOptions
    const notice = 'Part of this page could not be loaded yet.'
    const ana = await come('Ana', map, early)
    await ana.page.context().setOffline(true)
    await ana.page.getByRole('button', { name: 'Loops', exact: true }).click()
    await expect(ana.page.getByText(notice)).toBeVisible()
    await ana.page.context().setOffline(false)
    await expect(ana.page.getByRole('region', { name: 'Loops' })).toBeVisible()
    await expect(ana.page.getByText(notice)).toBeHidden()

    const bo = await come('Bo', map, { ...phone, ...early })
    await bo.page.context().setOffline(true)
    await bo.element('Rain').tap()
    await expect(bo.page.getByText(notice)).toBeVisible()
    await bo.page.context().setOffline(false)
    await expect(bo.page.getByRole('dialog', { name: 'Rain' })).toBeVisible()
    await expect(bo.page.getByText(notice)).toBeHidden()
  })

  test('OFF-2: without a network right after the map was kept, nothing that comes late is missing', async ({
    server,
    makeMap,
    browserOf,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const context = await browserOf()
    await context.addInitScript(neverIdle)
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
      headers: { origin: server.url },
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/m/${map.id}`)
    const ana = new MapScreen(page)
    await ana.isOpen()
    await expect(page.locator('html')).toHaveAttribute('data-kept', `/m/${map.id}`, { timeout: 30_000 })
    await context.setOffline(true)

    await ana.elements.first().click()
    await expect(ana.selectionBar).toBeVisible()
    await expect(ana.inspector).toBeVisible()
    await ana.press('Delete', 'Control+z')
    await expect(ana.toast(/^Undid: /)).toBeVisible()
    await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Find' }).hover()
    await expect(page.getByRole('tooltip')).toBeVisible()
    await ana.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeVisible()
    await ana.press('Escape')
    await ana.chip.click()
    await expect(page.getByRole('dialog', { name: 'Where your changes are' })).toBeVisible()
  })

  test('PAGE-15: one tooltip at a time; it stays under the pointer, Esc and a press take it away', async ({
    map,
    come,
  }) => {
    const { page } = await come('Ana', map)
    const tip = page.getByRole('tooltip')
    const tools = page.getByRole('toolbar', { name: 'Tools' })
    const [variable, find] = [
      tools.getByRole('button', { name: 'Variable' }),
      tools.getByRole('button', { name: 'Find' }),
    ]

    await variable.hover()
    await expect(tip).toContainText('Variable')
    await expect(variable).toHaveAttribute('aria-describedby', (await tip.getAttribute('id')) ?? '')
    await tip.hover()
    await page.keyboard.press('Escape')
    await expect(tip).toHaveCount(0)

    await find.hover()
    await expect(tip).toContainText('Find')
    await expect(tip).toHaveCount(1)
    await find.click()
    await expect(tip).toHaveCount(0)

    // By the keyboard it comes at once, and goes with the focus.
    await variable.focus()
    await page.keyboard.press('ArrowDown')
    await expect(tip).toContainText('Stakeholder')
    await page.keyboard.press('ArrowDown')
    await expect(tip).toHaveCount(1)
    await expect(tip).toContainText('Link')
  })

  test('PAGE-20: Esc closes what has just come, in the very moment, whatever tooltip is shown', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    const { page } = ana
    await ana.add('Rain', { x: 600, y: 400 })
    // Presses Esc as soon as something that takes it is on the page, before anything else runs.
    await page.evaluate(() => {
      new MutationObserver(() => {
        const opened = document.querySelector('[role="dialog"]:not([data-pressed]), [role="menu"]:not([data-pressed])')
        if (opened === null) return
        opened.setAttribute('data-pressed', '')
        const at = opened.contains(document.activeElement) ? document.activeElement : opened
        at?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
        document.documentElement.dataset['pressed'] = `${Number(document.documentElement.dataset['pressed'] ?? 0) + 1}`
      }).observe(document.body, { childList: true, subtree: true })
    })
    const isPressed = async (times: number): Promise<void> => {
      await expect(page.locator('html')).toHaveAttribute('data-pressed', `${times}`)
      await expect(page.locator('[role="dialog"], [role="menu"]')).toHaveCount(0)
    }
    for (const [index, key] of ['Control+k', 'l', 'Shift+F10'].entries()) {
      await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Find' }).hover()
      await expect(page.getByRole('tooltip')).toBeVisible()
      await ana.element('Rain').focus()
      await ana.press(key)
      await isPressed(index + 1)
      await page.mouse.move(700, 700)
    }
    await ana.chip.focus()
    await ana.press('Enter')
    await isPressed(4)
  })

  test('PAGE-16: a bar of tools is one stop of the Tab key; arrows, Home and End go round in it', async ({
    map,
    come,
  }) => {
    const { page } = await come('Ana', map)
    const buttons = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')
    const stops = page.getByRole('toolbar', { name: 'Tools' }).locator('button[tabindex="0"]')
    await expect(stops).toHaveCount(1)
    await buttons.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(buttons.nth(1)).toBeFocused()
    await expect(stops).toHaveCount(1)
    await page.keyboard.press('End')
    await expect(buttons.last()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(buttons.first()).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(buttons.last()).toBeFocused()
    await page.keyboard.press('Home')
    await expect(buttons.first()).toBeFocused()

    // Away and back again: where one was.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await expect(buttons.nth(1)).not.toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(buttons.nth(1)).toBeFocused()
  })
})
