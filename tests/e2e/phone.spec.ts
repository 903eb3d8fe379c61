import type { Locator } from '@playwright/test'
import { threeVariables, weftFile } from './sampleFiles'
import type { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

async function tap(screen: MapScreen, name: string): Promise<void> {
  const { x, y } = await screen.middleOf(name)
  await screen.page.touchscreen.tap(x, y)
}

const bar = (screen: MapScreen): Locator => screen.page.getByRole('navigation', { name: 'Actions' })
const sheet = (screen: MapScreen, title: string | RegExp): Locator => screen.page.getByRole('dialog', { name: title })

test('CANVAS-15: the menu of a long press shows no keys, and deleting in sight', async ({ importMap, come }) => {
  const ana = await come('Ana', await importMap(threeVariables), phone)
  const { x, y } = await ana.middleOf('Rain')
  const device = await ana.page.context().newCDPSession(ana.page)
  await device.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  const menu = ana.page.getByRole('menu')
  await expect(menu).toBeVisible()
  await device.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeInViewport({ ratio: 0.99 })
  await expect(menu.locator('kbd:visible')).toHaveCount(0)
  await ana.page.setViewportSize({ width: 390, height: 560 })
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeInViewport({ ratio: 0.99 })
})

test.describe('how a map opens on a phone', () => {
  const partOfMap = (screen: MapScreen): Locator => screen.page.getByRole('button', { name: /^Part of the map/ })

  test('VIEW-4: whole where its names can be made out', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    for (const element of await ana.elements.all()) await expect(element).toBeInViewport({ ratio: 0.99 })
    await expect(partOfMap(ana)).toBeHidden()
  })

  test('VIEW-4: else at its beginning, with a way to the whole that goes when it is used', async ({
    importMap,
    come,
  }) => {
    const long = weftFile(
      'Long',
      Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`e${index}`, { label: `Step ${index}`, at: [index * 260, 0] }]),
      ),
    )
    const ana = await come('Ana', await importMap(long), phone)
    await expect(ana.element('Step 0')).toBeInViewport({ ratio: 0.99 })
    await expect(ana.element('Step 11')).not.toBeInViewport()
    // Above the buttons, which take more room once there is something to undo.
    const [words, buttons] = await Promise.all([
      partOfMap(ana).boundingBox(),
      ana.page.getByRole('region', { name: 'View' }).boundingBox(),
    ])
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0)
    await partOfMap(ana).tap()
    await expect(partOfMap(ana)).toBeHidden()
    for (const name of ['Step 0', 'Step 11']) await expect(ana.element(name)).toBeInViewport({ ratio: 0.99 })
  })
})

test('CANVAS-14: a name that would be too small to read is typed near, and the view goes back', async ({
  importMap,
  come,
}) => {
  const far = weftFile('Far', {
    rain: { label: 'Rain', at: [0, 0] },
    floods: { label: 'Floods', at: [900, 1400] },
  })
  const ana = await come('Ana', await importMap(far), phone)
  await ana.page.getByRole('button', { name: /^Part of the map/ }).tap()
  await expect(ana.element('Floods')).toBeInViewport({ ratio: 0.99 })
  const heightOf = async (name: string): Promise<number> => (await ana.element(name).boundingBox())?.height ?? 0
  await ana.middleOf('Rain')
  const small = await heightOf('Rain')
  await tap(ana, 'Rain')
  await sheet(ana, 'Rain').getByRole('button', { name: 'Contribute …' }).tap()
  await expect(ana.nameField).toBeFocused()
  await expect.poll(() => heightOf('Rain')).toBeGreaterThan(2 * small)
  await expect(ana.nameField).toBeInViewport({ ratio: 1 })
  await ana.page.keyboard.type('Plant trees')
  await ana.page.keyboard.press('Enter')
  await expect(ana.element('Plant trees')).toBeVisible()
  await expect.poll(() => heightOf('Rain')).toBeLessThan(1.2 * small)
  await expect(ana.element('Plant trees')).toBeInViewport({ ratio: 0.99 })
})

/** So many variables in rows of `across`, each linked to the next, at distances that people leave. */
function grid(count: number, across: number): ReturnType<typeof weftFile> {
  return weftFile(
    `${count} elements`,
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `e${index}`,
        { label: `Pressure of kind ${index}`, at: [(index % across) * 250, Math.floor(index / across) * 160] },
      ]),
    ),
    Array.from({ length: count - 1 }, (_, index) => ({
      from: `e${index}`,
      to: `e${index + 1}`,
      polarity: index % 2 === 0 ? '+' : '-',
    })),
  )
}

test.describe('a whole map on a phone', () => {
  for (const [count, across] of [
    [10, 3],
    [17, 4],
  ] as const) {
    test(`VIEW-4, VIEW-9: ${count} elements are shown whole, with names and signs that can be made out`, async ({
      importMap,
      come,
    }) => {
      const ana = await come('Ana', await importMap(grid(count, across)), phone)
      // It opens readable, in part.
      await expect(hints(ana)).toHaveCount(0)
      await ana.page.getByRole('button', { name: /^Part of the map/ }).tap()
      for (const element of await ana.elements.all()) await expect(element).toBeInViewport({ ratio: 0.99 })
      await expect(hints(ana)).toHaveCount(count)
      for (const size of await letterSizes(ana)) expect(size).toBeGreaterThanOrEqual(6)
      const signs = ana.canvas.locator('.weft-sign')
      await expect(signs).toHaveCount(count - 1)
      for (const sign of await signs.all()) {
        await expect(sign).toBeVisible()
        expect((await sign.boundingBox())?.width).toBeGreaterThanOrEqual(8)
      }
      const box = await ana.element('Pressure of kind 0').boundingBox()
      const name = await hints(ana).first().boundingBox()
      expect(name?.width).toBeLessThanOrEqual((box?.width ?? 0) + 1)
      // Nearer, everything is as it is on the map.
      await zoomIn(ana)
      await expect(hints(ana)).toHaveCount(0)
      await expect(ana.element('Pressure of kind 4').getByText('Pressure of kind 4')).toBeVisible()
    })
  }

  test('VIEW-4, VIEW-9: of 25 in wide rows the middle is readable, and all of them still have their names', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(grid(25, 6)), phone)
    await expect(hints(ana)).toHaveCount(0)
    await ana.page.getByRole('button', { name: /^Part of the map/ }).tap()
    await expect(ana.element('Pressure of kind 24')).toBeInViewport({ ratio: 0.99 })
    await expect(hints(ana)).toHaveCount(25)
    for (const size of await letterSizes(ana)) expect(size).toBeGreaterThanOrEqual(5)
  })
})

const hints = (screen: MapScreen): Locator => screen.canvas.locator('.weft-hint')

/** Of the names, in pixels of the screen. */
async function letterSizes(screen: MapScreen): Promise<readonly number[]> {
  return hints(screen).evaluateAll((all) =>
    all.map((hint) => {
      const scale = hint.getBoundingClientRect().width / (hint as HTMLElement).offsetWidth
      return Number.parseFloat(getComputedStyle(hint).fontSize) * scale
    }),
  )
}

/** None of the others is covered. */
async function expectClearOf(box: Locator, ...others: readonly Locator[]): Promise<void> {
  const boxOf = async (locator: Locator) => {
    const found = await locator.boundingBox()
    if (found === null) throw new Error('not on the screen')
    return found
  }
  const overlapping = async () => {
    const one = await boxOf(box)
    const boxes = await Promise.all(others.map(boxOf))
    return boxes.filter(
      (other) =>
        one.x < other.x + other.width &&
        other.x < one.x + one.width &&
        one.y < other.y + other.height &&
        other.y < one.y + one.height,
    )
  }
  await expect.poll(overlapping).toEqual([])
}

async function zoomIn(screen: MapScreen): Promise<void> {
  await screen.focusCanvas()
  for (let step = 0; step < 6; step += 1) await screen.press('ControlOrMeta+=')
}

test.describe('on a phone', () => {
  test('PANEL-24: a stakeholder is added by name where the map has them, or by choice', async ({ importMap, come }) => {
    const people = weftFile('Who', { council: { kind: 'stakeholder', label: 'Council', at: [0, 0] } })
    const ana = await come('Ana', await importMap(people), phone)
    await bar(ana).getByRole('button', { name: 'Add' }).tap()
    await ana.page.getByRole('textbox', { name: 'Name of the new stakeholder' }).fill('Parents')
    await ana.page.getByRole('button', { name: 'Done' }).tap()
    await expect(ana.canvas.getByRole('group', { name: /^Parents\. Stakeholder/ })).toBeVisible()
    await bar(ana).getByRole('button', { name: 'Add' }).tap()
    await ana.page.getByRole('radio', { name: 'Variable' }).tap()
    await ana.page.getByRole('textbox', { name: 'Name of the new variable' }).fill('Trust')
    await ana.page.getByRole('button', { name: 'Done' }).tap()
    await expect(ana.canvas.getByRole('group', { name: /^Trust\. Variable/ })).toBeVisible()

    // It is selected, and nothing covers the bar that adds the next; a tap on it opens its sheet.
    await expect(ana.element('Trust')).toBeInViewport({ ratio: 0.99 })
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await bar(ana).getByRole('button', { name: 'Add' }).tap()
    await ana.page.getByRole('textbox', { name: 'Name of the new' }).fill('Rain')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Rain')).toBeVisible()
    await ana.page.keyboard.press('Escape')
    await expect(bar(ana).getByRole('button', { name: 'Link' })).toBeVisible()
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await tap(ana, 'Rain')
    // Whoever deletes from there has the keyboard on the map.
    await sheet(ana, 'Rain').getByRole('button', { name: 'Delete' }).tap()
    await expect(ana.element('Rain')).toHaveCount(0)
    await expect(ana.page.locator('[data-region="canvas"] :focus')).toHaveCount(1)
  })

  test('adding two variables and a note, linking them by taps, saying the sign', async ({ map, come }) => {
    const ana = await come('Ana', map, phone)
    const { page } = ana
    await bar(ana).getByRole('button', { name: 'Add' }).tap()
    const field = page.getByRole('textbox', { name: 'Name of the new variable' })
    await field.fill('Rain')
    await page.getByRole('button', { name: 'Add & next' }).tap()
    await expect(field).toHaveValue('')
    await field.fill('Flooding')
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(ana.element('Rain')).toBeInViewport({ ratio: 0.99 })
    await expect(ana.element('Flooding')).toBeInViewport({ ratio: 0.99 })

    await bar(ana).getByRole('button', { name: 'Link' }).tap()
    await tap(ana, 'Rain')
    await tap(ana, 'Flooding')
    await expect(ana.signQuestion).toBeVisible()
    await expect(page.getByText('Choose where the link begins')).toBeHidden()
    await ana.signQuestion.getByRole('button', { name: 'up' }).tap()
    await expect(ana.link('Rain increases Flooding')).toBeVisible()

    await expect(page.getByText('Choose where the next link begins')).toBeVisible()
    await tap(ana, 'Flooding')
    await expect(page.getByText('Choose where it leads', { exact: true })).toBeVisible()
    await tap(ana, 'Rain')
    await ana.signQuestion.getByRole('button', { name: 'down' }).tap()
    await expect(ana.link('Flooding decreases Rain')).toBeVisible()
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(page.getByText('Choose where the next link begins')).toBeHidden()

    await bar(ana).getByRole('button', { name: 'Note' }).tap()
    await page.getByRole('textbox', { name: 'What the note says' }).fill('Ask the farmers')
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(ana.element('Ask the farmers')).toBeVisible()
    await ana.isSaved()
  })

  test('GEST-9, GEST-16, GEST-18: links are made in a row: an element under a link, an open question, undo and the end', async ({
    importMap,
    come,
  }) => {
    const column = weftFile('Column', {
      top: { kind: 'stakeholder', label: 'Top', at: [0, 0] },
      between: { kind: 'stakeholder', label: 'Between', at: [0, 90] },
      foot: { kind: 'stakeholder', label: 'Foot', at: [0, 180] },
    })
    const ana = await come('Ana', await importMap(column), phone)
    const { page } = ana
    const question = page.getByRole('dialog', { name: 'Kind of tie' })
    const next = page.getByText('Choose where the next link begins')
    const link = bar(ana).getByRole('button', { name: 'Link' })

    await link.tap()
    await tap(ana, 'Foot')
    await tap(ana, 'Top')
    await expect(question).toBeVisible()
    await expectClearOf(question, page.getByRole('banner'), page.getByRole('region', { name: 'View' }), bar(ana))
    await expectClearOf(question, ...(await ana.elements.all()))
    await question.getByRole('button', { name: 'Money' }).tap()
    await expect(next).toBeVisible()
    await expect(page.locator('.weft-grip')).toHaveCount(0)

    await tap(ana, 'Between')
    await expect(page.getByText('Choose where it leads', { exact: true })).toBeVisible()
    await tap(ana, 'Top')
    await expect(question).toBeVisible()
    await page.touchscreen.tap(30, 300)
    await expect(question).toBeHidden()
    await expect(next).toBeVisible()

    await tap(ana, 'Between')
    await tap(ana, 'Foot')
    await page.getByRole('region', { name: 'View' }).getByRole('button', { name: 'Undo' }).tap()
    await expect(question).toBeHidden()
    await expect(next).toBeVisible()

    await tap(ana, 'Between')
    await tap(ana, 'Foot')
    await question.getByRole('button', { name: 'Not now' }).tap()
    await expect(next).toBeVisible()
    await tap(ana, 'Top')
    await tap(ana, 'Between')
    await expect(question).toBeVisible()
    await link.tap()
    await expect(question).toBeHidden()
    await expect(next).toBeHidden()
    await expect(link).toHaveAttribute('aria-pressed', 'false')
  })

  test('VIEW-11: a phone that is turned keeps what is selected in view, and back again', async ({
    importMap,
    come,
  }) => {
    const far = weftFile('Far apart', {
      top: { label: 'Top', at: [0, 0] },
      middle: { label: 'Middle', at: [0, 300] },
      low: { label: 'Low', at: [0, 560] },
    })
    const ana = await come('Ana', await importMap(far), phone)
    await tap(ana, 'Low')
    await expect(ana.element('Low')).toBeInViewport({ ratio: 0.99 })
    await ana.page.setViewportSize({ width: 844, height: 390 })
    await expect(ana.element('Low')).toBeInViewport({ ratio: 0.99 })
    await ana.page.setViewportSize({ width: 390, height: 844 })
    await expect(ana.element('Low')).toBeInViewport({ ratio: 0.99 })
  })

  test('a tap opens the sheet: rename, link from there, delete, undo', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    const { page } = ana
    await tap(ana, 'Rain')
    await sheet(ana, 'Rain').getByRole('button', { name: 'Rename' }).tap()
    await page.getByRole('textbox', { name: 'New name' }).fill('Heavy rain')
    await page.getByRole('button', { name: 'Save', exact: true }).tap()
    await expect(ana.element('Heavy rain')).toBeVisible()

    await sheet(ana, 'Heavy rain').getByRole('button', { name: 'Link to' }).tap()
    await expect(page.getByText('Choose where it leads', { exact: true })).toBeVisible()
    await tap(ana, 'Lost harvest')
    await ana.signQuestion.getByRole('button', { name: 'up' }).tap()
    await expect(ana.link('Heavy rain increases Lost harvest')).toBeVisible()

    await page.keyboard.press('Escape')
    await tap(ana, 'Flooding')
    await sheet(ana, 'Flooding').getByRole('button', { name: 'Delete' }).tap()
    await expect(ana.elements).toHaveCount(2)
    await expect(ana.toast(/^Deleted “Flooding” and \d links?$/)).toBeVisible()
    await page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .tap()
    await expect(ana.element('Flooding')).toBeVisible()

    // PANEL-25: it is seen, and nothing is in the way of the next undo.
    await expect(ana.element('Flooding')).toBeInViewport({ ratio: 0.99 })
    await page.getByRole('region', { name: 'View' }).getByRole('button', { name: 'Undo' }).tap()
    await expect(ana.link('Heavy rain increases Lost harvest')).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // PANEL-30: nor is what it says in the way of what lies below.
    await expect(ana.toast(/^Undid/).last()).toHaveCSS('pointer-events', 'none')
    await tap(ana, 'Flooding')
    await expect(sheet(ana, 'Flooding')).toBeVisible()
  })

  test('PANEL-45: what was said of the map is not in the way in a sheet that comes over it', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    const { page } = ana
    await tap(ana, 'Flooding')
    await sheet(ana, 'Flooding').getByRole('button', { name: 'Delete' }).tap()
    await expect(ana.toast(/^Deleted “Flooding”/)).toBeVisible()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(ana.toast(/^Deleted “Flooding”/)).toBeHidden({ timeout: 2_000 })
  })

  test('GEO-18: what is added by name keeps off the badge of a loop and its name', async ({ importMap, come }) => {
    const pair = weftFile('Pair', { a: { label: 'A', at: [-90, 0] }, b: { label: 'B', at: [90, 0] } }, [
      { from: 'a', to: 'b', polarity: '+' },
      { from: 'b', to: 'a', polarity: '+' },
    ])
    // Where people put it, it does not make room by itself.
    const loops = { 'link-0.link-1': { name: 'A spiral', pinned: true, at: [0, 150] } }
    const content = JSON.stringify({ ...(JSON.parse(String(pair.content)) as object), loops })
    const ana = await come('Ana', await importMap({ ...pair, content }), phone)
    const { page } = ana
    const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
    const badge = ana.canvas.getByRole('button', { name: /^R1/ })
    await expect(badge).toBeVisible()
    await bar(ana).getByRole('button', { name: 'Add' }).tap()
    const field = page.getByRole('textbox', { name: 'Name of the new variable' })
    for (const name of names) {
      await field.fill(name)
      await page.getByRole('button', { name: 'Add & next' }).tap()
      await expect(ana.element(name)).toBeVisible()
    }
    const taken = await badge.boundingBox()
    if (taken === null) throw new Error('no badge')
    for (const name of names) {
      const box = await ana.element(name).boundingBox()
      if (box === null) throw new Error(`no ${name}`)
      // What a finger may press of the badge is larger than what is seen of it.
      const reach = 12
      const isApart =
        box.x + box.width <= taken.x + reach ||
        taken.x + taken.width <= box.x + reach ||
        box.y + box.height <= taken.y + reach ||
        taken.y + taken.height <= box.y + reach
      expect(isApart, name).toBe(true)
    }
  })

  test('nothing is wider than the screen, and what is pressed is large enough for a finger', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    const { page } = ana
    for (const name of ['Rain', 'Flooding', 'Lost harvest'])
      await expect(ana.element(name)).toBeInViewport({ ratio: 0.99 })
    await tap(ana, 'Rain')
    await expect(sheet(ana, 'Rain')).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    for (const button of await page.getByRole('button').all()) {
      if (!(await button.isVisible())) continue
      const box = await button.boundingBox()
      const name = await button.innerText()
      if (box === null || box.y < 0) continue
      expect(
        Math.min(box.width, box.height),
        `${name} ${await button.getAttribute('aria-label')}`,
      ).toBeGreaterThanOrEqual(43.5)
    }
  })

  test('the More sheet leads to sharing, export and the outline', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    await bar(ana).getByRole('button', { name: 'More' }).tap()
    await ana.page.getByRole('button', { name: 'Export…' }).tap()
    await expect(sheet(ana, 'Export')).toBeVisible()
    await sheet(ana, 'Export').getByRole('button', { name: 'Cancel' }).tap()
    await expect(sheet(ana, 'Export')).toBeHidden()
  })

  test('phone and desktop on one map see each other', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { ...phone, grant: 'contribute' })
    await ana.add('From the desk', { x: 600, y: 400 })
    await expect(ben.element('From the desk')).toBeVisible()
    await bar(ben).getByRole('button', { name: 'Add' }).tap()
    await ben.page.getByRole('textbox', { name: 'Name of the new variable' }).fill('From the bus')
    await ben.page.getByRole('button', { name: 'Done' }).tap()
    await expect(ana.element('From the bus')).toBeVisible()
  })
})
