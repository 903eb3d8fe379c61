import type { Page } from '@playwright/test'
import { threeVariables, weftFile } from './sampleFiles'
import type { MapScreen, Spot } from './mapScreen'
import { expect, test } from './weftTest'

/** Grips and guides are for the eye and the hand: they have no name of their own. */
const grips = (page: Page) => page.locator('.weft-grip')
const middleGrip = (page: Page) => page.locator('.weft-grip-mid')
const guides = (page: Page) => page.locator('.weft-snap')

async function middle(locator: ReturnType<typeof grips>): Promise<Spot> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('nothing of it is on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The grip that is nearest to a place. */
async function gripNear(page: Page, place: Spot): Promise<Spot> {
  const all = await Promise.all((await grips(page).all()).map(middle))
  const [nearest] = all.sort(
    (a, b) => Math.hypot(a.x - place.x, a.y - place.y) - Math.hypot(b.x - place.x, b.y - place.y),
  )
  if (nearest === undefined) throw new Error('there are no grips')
  return nearest
}

async function selectLink(ana: MapScreen, from: string, sentence: string): Promise<void> {
  await ana.select(from)
  await ana.press('Escape', 'Alt+ArrowRight')
  await expect(ana.link(sentence)).toBeFocused()
  await ana.press('Space')
  await expect(middleGrip(ana.page)).toBeVisible()
}

test.describe('snapping', () => {
  test('GEST-15: a drag falls in line with others and shows with what; Ctrl leaves it where it is', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const rain = await ana.middleOf('Rain')
    const loss = await ana.middleOf('Lost harvest')
    const off = { x: loss.x - 320, y: rain.y + 3 }
    await ana.drag(loss, off, { hold: true })
    await expect(guides(ana.page)).not.toHaveCount(0)
    await ana.page.mouse.up()
    await expect(guides(ana.page)).toHaveCount(0)
    await expect.poll(async () => (await ana.middleOf('Lost harvest')).y - rain.y).toBeCloseTo(0, 0)
    await ana.press('Control+z')
    await expect.poll(() => ana.middleOf('Lost harvest')).toEqual(loss)

    await ana.drag(loss, { ...off, y: off.y - 12 }, { hold: true })
    await ana.page.keyboard.down('Control')
    await ana.page.mouse.move(off.x, off.y)
    await expect(guides(ana.page)).toHaveCount(0)
    await ana.page.mouse.up()
    await ana.page.keyboard.up('Control')
    await expect.poll(async () => Math.round((await ana.middleOf('Lost harvest')).y - rain.y)).toBe(3)
  })
})

test.describe('what lies over what', () => {
  test('the keys bring forward and send back, for the eye and for the hand', async ({ importMap, come }) => {
    const ana = await come(
      'Ana',
      await importMap(
        weftFile('Pile', {
          under: { kind: 'note', label: 'Under', at: [0, 0, 220, 160] },
          over: { kind: 'note', label: 'Over', at: [80, 60, 220, 160] },
        }),
      ),
    )
    const { x, y } = await ana.middleOf('Under')
    const shared = { x: x + 40, y: y + 30 }
    const name = ana.inspector.getByRole('textbox', { name: 'Name' })
    const isDrawnOver = async (above: string, below: string): Promise<boolean> =>
      ana
        .element(above)
        .evaluate(
          (one, other) =>
            other !== null && (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
          await ana.element(below).elementHandle(),
        )
    await ana.page.mouse.click(shared.x, shared.y)
    await expect(name).toHaveValue('Over')
    await expect.poll(() => isDrawnOver('Over', 'Under')).toBe(true)

    await ana.press('Control+Shift+[')
    await ana.press('Escape')
    await expect.poll(() => isDrawnOver('Under', 'Over')).toBe(true)
    await ana.page.mouse.click(shared.x, shared.y)
    await expect(name).toHaveValue('Under')

    await ana.press('Control+[')
    await ana.press('Escape')
    await ana.page.mouse.click(shared.x, shared.y)
    await expect(name).toHaveValue('Over')

    await ana.press('Escape')
    await ana.page.mouse.click(x - 90, y, { button: 'right' })
    await ana.page.getByRole('menuitem', { name: 'Order' }).hover()
    await ana.page.getByRole('menuitem', { name: /^Bring to front/ }).click()
    await ana.press('Escape')
    await ana.page.mouse.click(shared.x, shared.y)
    await expect(name).toHaveValue('Under')
    await ana.isSaved()
  })
})

test.describe('the overview', () => {
  test('a press goes there, a drag takes the view along', async ({ importMap, come }) => {
    const ana = await come(
      'Ana',
      await importMap(
        weftFile('Wide', { west: { label: 'West', at: [0, 0] }, east: { label: 'East', at: [4000, 600] } }),
      ),
    )
    await ana.focusCanvas()
    await ana.press('Control+0')
    const overview = ana.page.getByRole('img', { name: /^Overview of the map/ })
    const box = await overview.boundingBox()
    if (box === null) throw new Error('no overview')
    const east = { x: box.x + box.width * 0.94, y: box.y + box.height * 0.56 }
    const west = { x: box.x + box.width * 0.06, y: box.y + box.height * 0.44 }
    await ana.page.mouse.click(east.x, east.y)
    await expect(ana.element('East')).toBeInViewport({ ratio: 0.99 })
    await expect(ana.element('West')).not.toBeInViewport()
    await ana.drag(east, west)
    await expect(ana.element('West')).toBeInViewport({ ratio: 0.99 })
    await expect(ana.element('East')).not.toBeInViewport()
    await expect(ana.inspector).toBeHidden()
  })
})

test.describe('the grips of a link', () => {
  test('GEST-9: its middle bends it, a double click gives the default bow back', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await selectLink(ana, 'Rain', 'Rain increases Flooding')
    const line = ana.link('Rain increases Flooding')
    const before = await line.boundingBox()
    const grip = await middle(middleGrip(ana.page))
    await ana.drag(grip, { x: grip.x, y: grip.y + 150 })
    await expect.poll(async () => (await line.boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) + 60)
    await ana.isSaved()
    const bent = await middle(middleGrip(ana.page))
    await ana.page.mouse.dblclick(bent.x, bent.y)
    await expect.poll(() => line.boundingBox()).toEqual(before)
  })

  test('GEST-9: an end goes to another element; dropped on nothing it stays', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await selectLink(ana, 'Rain', 'Rain increases Flooding')
    const flood = await ana.middleOf('Flooding')
    const end = await gripNear(ana.page, flood)
    await ana.drag(end, { x: end.x, y: end.y - 200 })
    await expect(ana.link('Rain increases Flooding')).toBeVisible()
    await ana.drag(end, await ana.middleOf('Lost harvest'))
    await expect(ana.link('Rain increases Lost harvest')).toBeVisible()
    await expect(ana.links).toHaveCount(1)
    const start = await gripNear(ana.page, await ana.middleOf('Rain'))
    await ana.drag(start, await ana.middleOf('Flooding'))
    await expect(ana.link('Flooding increases Lost harvest')).toBeVisible()
    await ana.press('Control+z', 'Control+z')
    await expect(ana.link('Rain increases Flooding')).toBeVisible()
    await ana.isSaved()
  })
})
