import type { Locator, Page } from '@playwright/test'
import type { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where something is in the window once it has stayed there for longer than a double click may take. */
async function restOf(thing: Locator): Promise<Box> {
  let box: Box | undefined
  let seen = ''
  let times = 0
  await expect
    .poll(
      async () => {
        box = (await thing.boundingBox()) ?? undefined
        const now = JSON.stringify(box)
        times = now === seen ? times + 1 : 0
        seen = now
        return box !== undefined && times >= 3
      },
      { intervals: [250] },
    )
    .toBe(true)
  if (box === undefined) throw new Error('it is not on the screen')
  return box
}

const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

async function expectApart(things: readonly Locator[], covers: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(covers.map(restOf))
  for (const thing of things) {
    const box = await restOf(thing)
    for (const cover of boxes) {
      expect(areApart(box, cover), `${String(thing)} ${JSON.stringify([box, cover])}`).toBe(true)
    }
  }
}

/** So wide that the last element is where the inspector comes, with others near all the rims. */
const wide = weftFile('Wide', {
  left: { label: 'Far left', at: [0, 350] },
  top: { label: 'High up', at: [500, 0] },
  low: { label: 'Low down', at: [500, 700] },
  middle: { label: 'In between', at: [600, 300] },
  right: { label: 'Far right', at: [1150, 200] },
  rightMiddle: { label: 'Right in the middle', at: [1120, 380] },
  rightFoot: { label: 'Right at the foot', at: [1130, 640] },
})
const atTheRight = ['Far right', 'Right in the middle', 'Right at the foot']

/** Too large for the inspector to stand above or below it. */
const largeNote = weftFile('A large note', {
  left: { label: 'Far left', at: [0, 350] },
  low: { label: 'Low down', at: [500, 700] },
  top: { label: 'High up', at: [500, 0] },
  note: { kind: 'note', label: 'A large note', at: [1000, 350, 240, 260] },
})

test.describe('the inspector that a click opens', () => {
  test('VIEW-5: moves nothing as long as what was clicked is seen, wherever it is', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide))
    // Closer to the rims than the view would put anything by itself.
    await ana.page.mouse.move(700, 450)
    await ana.page.mouse.wheel(-12, 9)
    for (const name of ['In between', 'Low down', 'High up', 'Far left']) {
      const before = await restOf(ana.element(name))
      await ana.select(name)
      await expect(ana.inspector).toBeVisible()
      expect(await restOf(ana.element(name)), name).toEqual(before)
    }
  })

  for (const name of ['Far right', 'Right in the middle', 'Right at the foot']) {
    test(`VIEW-5: leaves free what was clicked, and moves nothing: ${name}`, async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(wide))
      const before = await restOf(ana.element(name))
      await ana.select(name)
      const inspector = await restOf(ana.inspector)
      // In its own column, where the element stands too.
      expect(inspector.x).toBeLessThan(before.x + before.width)
      expect(inspector.height).toBeGreaterThan(240)
      expect(areApart(before, inspector)).toBe(true)
      expect(await restOf(ana.element(name))).toEqual(before)

      // A drag that begins whenever it likes begins on the element.
      const from = await ana.middleOf(name)
      await ana.drag(from, { x: from.x - 300, y: from.y - 20 })
      await expect.poll(async () => (await ana.middleOf(name)).x).toBeLessThan(from.x - 280)
    })
  }

  test('VIEW-5: makes room for what is dropped where it stands', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide))
    await ana.select('In between')
    const { x, y, width } = await restOf(ana.inspector)
    const from = await ana.middleOf('In between')
    await ana.drag(from, { x: x + width / 2, y: y + 60 })
    await expectApart([ana.element('In between')], [ana.inspector])
    await ana.select('Far left')
    await expect.poll(async () => (await ana.inspector.boundingBox())?.y).toBe(y)
  })

  test('VIEW-5: moves what is too large for that out from under it, sideways and just so far', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(largeNote))
    const before = await restOf(ana.element('A large note'))
    const { x, y } = await ana.middleOf('A large note')
    await ana.page.mouse.click(x, y)
    const inspector = await restOf(ana.inspector)
    const after = await restOf(ana.element('A large note'))
    expect(areApart(before, inspector)).toBe(false)
    expect(inspector.x - after.x - after.width).toBeGreaterThan(0)
    expect(inspector.x - after.x - after.width).toBeLessThan(20)
    expect(after.y).toBe(before.y)
  })

  test('VIEW-7: the view keeps still while the map is pressed', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(largeNote))
    const { x, y } = await ana.middleOf('A large note')
    await ana.page.mouse.click(x, y)
    // Pressed on the map before the inspector comes: nothing comes, nothing moves.
    await ana.page.mouse.move(x - 500, y - 150)
    const before = await ana.element('Far left').boundingBox()
    await ana.page.mouse.down()
    expect(await restOf(ana.element('Far left'))).toEqual(before)
    await ana.page.mouse.up()
  })

  test('VIEW-7: does not come between two clicks', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide))
    const { x, y } = await ana.middleOf('Far right')
    await ana.page.mouse.dblclick(x, y, { delay: 60 })
    await expect(ana.nameField).toBeFocused()
    await expect(ana.nameField).toHaveValue('Far right')
  })

  test('VIEW-7: does not come between a click and the drag that follows', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide))
    const from = await ana.middleOf('Far right')
    const to = { x: from.x - 60, y: from.y + 160 }
    await ana.page.mouse.click(from.x, from.y)
    await ana.drag(from, to, { hold: true })
    const held = await restOf(ana.element('Far right'))
    // As far as it may fall in line with others.
    expect(Math.abs(held.x + held.width / 2 - to.x)).toBeLessThan(8)
    expect(Math.abs(held.y + held.height / 2 - to.y)).toBeLessThan(8)
    await ana.page.mouse.up()
    await expect(ana.inspector).toBeVisible()
  })

  for (const way of ['Control+a', 'the menu'] as const) {
    test(`VIEW-10: with everything selected by ${way} all is seen beside it`, async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(wide))
      // Also when it was open before.
      await ana.select('In between')
      await expect(ana.inspector).toBeVisible()
      if (way === 'Control+a') await ana.page.keyboard.press(way)
      else {
        await ana.page.mouse.click(700, 700, { button: 'right' })
        await ana.page.getByRole('menuitem', { name: 'Select all' }).click()
      }
      await expect(ana.inspector).toContainText('7')
      await expectApart(
        ['Far left', 'High up', 'Low down', 'In between', ...atTheRight].map((name) => ana.element(name)),
        [ana.inspector],
      )
    })
  }

  test('VIEW-10: with everything selected of a map that goes on, the view stays', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide))
    await ana.page.mouse.move(700, 450)
    await ana.page.mouse.wheel(300, 3)
    const before = await restOf(ana.element('In between'))
    await ana.focusCanvas()
    await ana.page.keyboard.press('Control+a')
    await expect(ana.inspector).toBeVisible()
    expect(await restOf(ana.element('In between'))).toEqual(before)
  })

  test('VIEW-5: what it covers besides is reached by moving the view, or by closing it', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(wide))
    const covered = ana.element('Far right')
    const home = await restOf(covered)
    await ana.select('In between')
    expect(areApart(home, await restOf(ana.inspector))).toBe(false)
    await ana.page.mouse.move(700, 450)
    await ana.page.mouse.wheel(350, 3)
    await expectApart([covered], [ana.inspector])
    await ana.page.mouse.wheel(-350, -3)
    expect(await restOf(covered)).toEqual(home)
    await ana.inspector.getByRole('button', { name: 'Close' }).click()
    await expect(ana.inspector).toBeHidden()
    await ana.select('Far right')
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Far right')
  })

  test('VIEW-5: a phone’s sheet does the same', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    const { page } = ana
    const tap = async ({ x, y, width, height }: Box): Promise<void> =>
      page.touchscreen.tap(x + width / 2, y + height / 2)
    const seen = await restOf(ana.element('Rain'))
    await tap(seen)
    await expectApart([ana.element('Rain')], [page.getByRole('dialog', { name: 'Rain' })])
    expect(await restOf(ana.element('Rain'))).toEqual(seen)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
    await expect(page.getByRole('dialog')).toBeHidden()

    await page.mouse.move(200, 300)
    // Browsers that play a phone scale what the wheel says.
    await expect(async () => {
      await page.mouse.wheel(3, -40)
      expect((await ana.element('Rain').boundingBox())?.y).toBeGreaterThan(695)
    }).toPass({ intervals: [50] })
    const low = await restOf(ana.element('Rain'))
    await tap(low)
    const sheet = await restOf(page.getByRole('dialog', { name: 'Rain' }))
    const raised = await restOf(ana.element('Rain'))
    expect(areApart(low, sheet)).toBe(false)
    expect(areApart(raised, sheet)).toBe(true)
    expect(raised.x).toBe(low.x)
  })
})

const smallLoop = weftFile(
  'A small loop',
  {
    a: { label: 'Workload', at: [0, 0] },
    b: { label: 'Stress', at: [260, 0] },
    c: { label: 'Errors', at: [130, 190] },
  },
  [
    { from: 'a', to: 'b', polarity: '+' },
    { from: 'b', to: 'c', polarity: '+' },
    { from: 'c', to: 'a', polarity: '+' },
  ],
)

const causes = Array.from({ length: 24 }, (_, index) => `Cause number ${index}`)

/** Through the dialog, however it was opened. */
async function pasteCauses(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Paste a list' })
  await dialog.getByRole('textbox').fill(causes.join('\n'))
  await dialog.getByRole('button', { name: /^Create/ }).click()
  await expect(dialog).toBeHidden()
}

test.describe('what was just added', () => {
  test('VIEW-6: a list stands between the panels', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const { page } = ana
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: /^Paste a list/ }).click()
    await pasteCauses(page)
    await expectApart(
      causes.map((name) => ana.element(name)),
      [page.getByRole('region', { name: 'Outline' }), ana.inspector],
    )
  })

  test('VIEW-6: so does a file that joins the map', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const { page } = ana
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: /^Import/ }).click()
    const { name, type: mimeType, content } = wide
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
    await page.getByRole('button', { name: 'Add to this map' }).click()
    await expectApart(
      ['Far left', 'High up', 'Low down', 'In between', 'Far right'].map((label) => ana.element(label)),
      [page.getByRole('region', { name: 'Outline' }), ana.inspector],
    )
  })

  test('VIEW-6: on a phone it stands above the sheet', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables), phone)
    const { page } = ana
    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('button', { name: /^Paste a list/ }).tap()
    await pasteCauses(page)
    await expectApart(
      causes.map((name) => ana.element(name)),
      [page.getByRole('dialog', { name: /24/ }), page.getByRole('banner')],
    )
  })
})

test.describe('toasts on a phone', () => {
  /** Takes something back, which is told in a toast. */
  async function withToast(screen: MapScreen): Promise<Locator> {
    const { page } = screen
    // Toasts wait while nobody sees the page, however long the steps below take.
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    const { x, y } = await screen.middleOf('Flooding')
    await page.touchscreen.tap(x, y)
    await page.getByRole('dialog', { name: 'Flooding' }).getByRole('button', { name: 'Delete' }).tap()
    await page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .tap()
    const toast = page.locator('[data-sonner-toast]').filter({ hasText: 'Undid' })
    await expect(toast).toBeVisible()
    // What came back is seen, and no sheet opens over the bar.
    await expect(page.getByRole('dialog', { name: 'Flooding' })).toBeHidden()
    return toast
  }

  /** Everything to press in the header, in the bar, and in the head of a sheet or dialog. */
  async function expectClear(screen: MapScreen, toast: Locator, { mayGo = false } = {}): Promise<void> {
    const { page } = screen
    const controls = [
      page.getByRole('banner').getByRole('button'),
      page.getByRole('navigation', { name: 'Actions' }).getByRole('button'),
      page.getByRole('dialog').getByRole('heading', { level: 2 }),
      page.getByRole('dialog').getByRole('button', { name: 'Close' }),
    ]
    // All that there are at one moment: a sheet may be leaving while a dialog comes.
    const boxesOf = async (control: Locator): Promise<readonly Box[]> =>
      control.evaluateAll((found) =>
        found.map((part) => {
          const { x, y, width, height } = part.getBoundingClientRect()
          return { x, y, width, height }
        }),
      )
    await expect
      .poll(async () => {
        const [cover] = await boxesOf(toast)
        const boxes = (await Promise.all(controls.map(boxesOf))).flat()
        if (cover === undefined) return mayGo
        return boxes.length > 0 && boxes.every((box) => areApart(box, cover))
      })
      .toBe(true)
  }

  const states: readonly (readonly [string, (screen: MapScreen) => Promise<void>])[] = [
    ['with nothing open', () => Promise.resolve()],
    [
      'over the sheet of what is selected, at half and at full height',
      async (ana) => {
        const { x, y } = await ana.middleOf('Rain')
        await ana.page.touchscreen.tap(x, y)
        const sheet = ana.page.getByRole('dialog', { name: 'Rain' })
        await expectClear(ana, ana.page.locator('[data-sonner-toast]'))
        await sheet.getByRole('button', { name: 'More' }).tap()
      },
    ],
    ['over the More sheet', ({ page }) => page.getByRole('button', { name: 'More' }).tap()],
    ['over the outline', ({ page }) => page.getByRole('button', { name: 'Outline', exact: true }).tap()],
    [
      'over a dialog',
      async ({ page }) => {
        await page.getByRole('button', { name: 'More' }).tap()
        await page.getByRole('button', { name: 'Export…' }).tap()
        await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
      },
    ],
    [
      'over a search, with the keyboard up',
      async ({ page }) => {
        await page.getByRole('button', { name: 'More' }).tap()
        await page.getByRole('button', { name: 'Find', exact: true }).tap()
        await page.setViewportSize({ width: 390, height: 480 })
      },
    ],
  ]
  const modal = new Set([
    'over the More sheet',
    'over the outline',
    'over a dialog',
    'over a search, with the keyboard up',
  ])
  for (const [state, open] of states) {
    test(`PANEL-15, PANEL-45: leave free what is to be pressed and read, ${state}`, async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(threeVariables), phone)
      const toast = await withToast(ana)
      await open(ana)
      // A sheet or dialog that asks for an answer may send it away.
      await expectClear(ana, toast, { mayGo: modal.has(state) })
    })
  }
})

test.describe('dialogs on a wide screen', () => {
  test('PANEL-16: a toast covers nothing of the share dialog', async ({ importMap, come }) => {
    const { page } = await come('Ana', await importMap(threeVariables))
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Share' })
    const make = dialog.getByRole('button', { name: 'Make a new link', exact: true })
    const copy = dialog.getByRole('button', { name: 'Copy link', exact: true })
    await make.or(copy).first().click()
    const toast = page.locator('[data-sonner-toast]')
    await expect(toast).toBeVisible()
    await expectApart([dialog], [toast])
  })

  test('PANEL-17: the focus ring of what stands first in a dialog is seen whole', async ({ importMap, come }) => {
    const { page } = await come('Ana', await importMap(threeVariables))
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: /^Import/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').focus()
    const room = await dialog.locator('label:has(input[type=file])').evaluate((zone) => {
      const rest = zone.closest('.overflow-y-auto')?.getBoundingClientRect()
      const { outlineOffset, outlineWidth } = getComputedStyle(zone)
      const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth)
      return rest === undefined ? -1 : zone.getBoundingClientRect().top - ring - rest.top
    })
    expect(room).toBeGreaterThanOrEqual(0)
  })
})

test('CANVAS-8: the bar of a selected link covers neither of its ends nor a badge, that of an element no badge', async ({
  importMap,
  come,
}) => {
  const ana = await come('Ana', await importMap(smallLoop))
  const badge = ana.canvas.getByRole('button', { name: /^R1\b/ })
  await expect(badge).toBeVisible()
  const names = ['Workload', 'Stress', 'Errors']
  for (const name of names) {
    await ana.select(name)
    await expectApart([ana.selectionBar], [badge, ana.element(name)])
  }
  for (const [from, to] of [
    ['Workload', 'Stress'],
    ['Stress', 'Errors'],
    ['Errors', 'Workload'],
  ] as const) {
    await ana.link(`${from} increases ${to}`).focus()
    await ana.press('Space')
    await expectApart([ana.selectionBar], [badge, ana.element(from), ana.element(to)])
  }
})

test('VIEW-8: the button of the overview is pressed while there is one, and says why there is none', async ({
  importMap,
  come,
}) => {
  const { page } = await come('Ana', await importMap(threeVariables))
  const overview = page.getByRole('img', { name: /^Overview of the map/ })
  const idle = page.getByRole('button', { name: 'Overview: the whole map is in view' })
  await expect(idle).toHaveAttribute('aria-pressed', 'false')
  await expect(idle).toBeDisabled()
  await expect(overview).toBeHidden()
  for (let step = 0; step < 6; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(overview).toBeVisible()
  const button = page.getByRole('button', { name: 'Overview', exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await button.click()
  await expect(overview).toBeHidden()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})
