import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** A loop of four drawn as a line, with a cause outside it. */
const line = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [220, 0] },
    t: { label: 'Turnover', at: [440, 0] },
    v: { label: 'Vacant posts', at: [660, 0] },
    f: { label: 'Funding', at: [880, 0] },
  },
  [
    { from: 'w', to: 'b', polarity: '+' },
    { from: 'b', to: 't', polarity: '+' },
    { from: 't', to: 'v', polarity: '+' },
    { from: 'v', to: 'w', polarity: '+' },
    { from: 'f', to: 'v', polarity: '-' },
  ],
)
const names = ['Workload', 'Burnout', 'Turnover', 'Vacant posts', 'Funding']

test.describe('arranging a map', () => {
  test('LAYOUT-11, LAYOUT-14: the whole map in one step, seen by all and undone in one', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(line)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const heights = async (one: typeof ana): Promise<number> => {
      const boxes = await Promise.all(names.map((name) => one.element(name).boundingBox()))
      const ys = boxes.map((box) => box?.y ?? 0)
      return Math.max(...ys) - Math.min(...ys)
    }
    expect(await heights(ana)).toBeLessThan(20)
    await ana.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Arrange' }).click()
    await ana.page.getByRole('menuitem', { name: 'Loops as circles' }).click()
    await expect.poll(async () => heights(ana)).toBeGreaterThan(150)
    await expect.poll(async () => heights(ben)).toBeGreaterThan(150)
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    await expect(ana.page.getByText(/^Undid: arranged “.+” and 4 others$/)).toBeVisible()
    await expect.poll(async () => heights(ana)).toBeLessThan(20)
    await expect.poll(async () => heights(ben)).toBeLessThan(20)
  })

  test('LAYOUT-12, LAYOUT-14: only the selection, by its menu', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(line))
    await ana.element('Funding').click()
    await expect(ana.inspector).toContainText('Funding')
    await ana.element('Vacant posts').click({ modifiers: ['Shift'] })
    await expect(ana.inspector).toContainText('2 elements')
    const before = await ana.element('Workload').boundingBox()
    await ana.page.getByRole('toolbar').getByRole('button', { name: 'Align' }).click()
    await ana.page.getByRole('menuitem', { name: 'Causes left, effects right' }).click()
    const gap = async (): Promise<number> => {
      const [cause, effect] = [
        await ana.element('Funding').boundingBox(),
        await ana.element('Vacant posts').boundingBox(),
      ]
      return (effect?.x ?? 0) - (cause?.x ?? 0)
    }
    await expect.poll(gap).toBeGreaterThan(50)
    expect(before).not.toBeNull()
  })

  test('LAYOUT-18: undo while the map is being arranged cancels that, says so, and takes nothing else back', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(line))
    await ana.add('Rain', { x: 700, y: 700 })
    await ana.press('Escape')
    // The answer to an arrangement never comes.
    await ana.page.evaluate(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called on the worker below
      const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function held(this: Worker, message: unknown) {
        const isArrangement = typeof message === 'object' && message !== null && 'style' in message
        if (!isArrangement) post.call(this, message)
      }
    })
    const arrange = async (): Promise<void> => {
      await ana.page.getByRole('button', { name: 'Menu', exact: true }).click()
      await ana.page.getByRole('menuitem', { name: 'Arrange' }).click()
      await ana.page.getByRole('menuitem', { name: 'Loops as circles' }).click()
      await expect(ana.toast('Arranging the map …')).toBeVisible()
    }
    await arrange()
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    await expect(ana.toast('Arranging was cancelled. Nothing has moved.')).toBeVisible()
    await expect(ana.element('Rain')).toBeVisible()
    await arrange()
    await ana.page.getByRole('button', { name: 'Undo' }).click()
    await expect(ana.toast('Arranging was cancelled. Nothing has moved.')).toBeVisible()
    await expect(ana.toast('Arranging the map …')).toHaveCount(0)
    await expect(ana.element('Rain')).toBeVisible()
    await ana.page.getByRole('button', { name: 'Undo' }).click()
    await expect(ana.element('Rain')).toHaveCount(0)
  })

  test('LAYOUT-11: on a phone it is in the More sheet', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(line), phone)
    await bo.page.getByRole('button', { name: 'More' }).tap()
    await bo.page.getByRole('button', { name: 'Linked ones together' }).tap()
    await expect
      .poll(async () => {
        const [one, other] = [await bo.element('Workload').boundingBox(), await bo.element('Turnover').boundingBox()]
        return Math.abs((one?.y ?? 0) - (other?.y ?? 0))
      })
      .toBeGreaterThan(10)
  })
})
