import type { Locator } from '@playwright/test'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** Two loops that share a variable; one of them has a link without a sign. */
const twoLoops = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [300, -120] },
    v: { label: 'Vacant posts', at: [300, 160] },
    o: { label: 'Overtime', at: [-300, 0] },
  },
  [
    { from: 'w', to: 'b', polarity: '+' },
    { from: 'b', to: 'v', polarity: '+', delay: true },
    { from: 'v', to: 'w', polarity: '+' },
    { from: 'w', to: 'o', polarity: '+' },
    { from: 'o', to: 'w' },
  ],
)

/** Steps in a ring, from each to the next directly and by a detour: two to the power of `steps` loops, few of them short. */
function ladder(steps: number) {
  const elements: Record<string, { label: string; at: [number, number] }> = {}
  const links: { from: string; to: string; polarity: '+' }[] = []
  for (let step = 0; step < steps; step += 1) {
    elements[`s${step}`] = { label: `Step ${step}`, at: [step * 240, 0] }
    elements[`d${step}`] = { label: `Detour ${step}`, at: [step * 240 + 120, 160] }
    const next = `s${(step + 1) % steps}`
    links.push({ from: `s${step}`, to: next, polarity: '+' })
    links.push({ from: `s${step}`, to: `d${step}`, polarity: '+' }, { from: `d${step}`, to: next, polarity: '+' })
  }
  return weftFile('Ladder', elements, links)
}

/** Names written from right to left: overload, errors, pressure. */
const hebrew = weftFile(
  'עומס',
  { a: { label: 'עומס', at: [0, 0] }, b: { label: 'טעויות', at: [300, -120] }, c: { label: 'לחץ', at: [300, 160] } },
  [
    { from: 'a', to: 'b', polarity: '+' },
    { from: 'b', to: 'c', polarity: '+' },
    { from: 'c', to: 'a', polarity: '+' },
  ],
)

/** Tab, until the keyboard is there. */
async function tabTo(one: MapScreen, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 30; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await one.press('Tab')
  }
  await expect(target).toBeFocused()
}

test.describe('the loops of a map', () => {
  test('LOOPS-1, LOOPS-2: they are listed as people draw, and what a sign would decide', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(twoLoops)
    const ana = await come('Ana', map)
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await expect(panel.getByRole('status')).toHaveText('2 loops, 1 reinforcing, 1 undecided')
    await expect(panel.getByRole('button', { name: /^\?1 undecided Overtime → Workload 2 links/ })).toBeVisible()
    await expect(
      panel.getByRole('button', { name: /^R1 reinforcing Burnout → Vacant posts → Workload Delayed 3 links/ }),
    ).toBeVisible()
    await expect(
      panel.getByText('Saying the sign of “Overtime” → “Workload” would decide the only undecided loop listed.'),
    ).toBeVisible()

    await panel.getByRole('button', { name: 'Show', exact: true }).click()
    await ana.focusCanvas()
    await ana.press('-')
    await expect(panel.getByRole('status')).toHaveText('2 loops, 1 reinforcing, 1 balancing')
    await expect(panel.getByRole('button', { name: /^B1 balancing Overtime/ })).toBeVisible()
  })

  test('LOOPS-7: where few of the loops are listed, all of them can be loaded, and stay so as people draw', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(ladder(8)))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await expect(panel.getByRole('status')).toHaveText('Showing 9 of 256')
    await panel.getByRole('button', { name: 'Load all 256' }).click()
    await expect(panel.getByRole('status')).toHaveText('256 loops, 256 reinforcing')
    await expect(panel.getByRole('button', { name: /^Load all/ })).toBeHidden()

    await ana.select('Step 4')
    await ana.press('Delete')
    await expect(panel.getByRole('status')).toHaveText('No loops yet')
    await ana.press('ControlOrMeta+z')
    await expect(panel.getByRole('status')).toHaveText('256 loops, 256 reinforcing')
  })

  test('LOOPS-4: on a phone a loop is read in the sheet and shown alone on the map', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(twoLoops), phone)
    await bo.page.getByRole('button', { name: 'More' }).tap()
    await bo.page.getByRole('button', { name: 'Loops', exact: true }).tap()
    // Its badge on the map is called so too.
    await bo.page.getByRole('dialog').getByRole('button', { name: /^R1/ }).tap()
    await expect(bo.page.getByRole('region', { name: 'Loop R1' })).toContainText('It feeds itself')
    await bo.page.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing R1 only')).toBeVisible()
    await expect(bo.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    await bo.page.getByRole('button', { name: 'Show all', exact: true }).tap()
    await expect(bo.element('Overtime')).not.toHaveAttribute('data-dimmed', 'true')
  })

  test('LOOPS-3, LOOPS-15: a name and a story are everybody’s; a loop that loses a link is kept and said to be none', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(twoLoops)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    // The second time a page comes from the device, and the worker that finds loops with it.
    await ben.page.reload()
    await ben.isOpen()
    for (const one of [ana, ben]) await one.page.getByRole('button', { name: 'Loops' }).click()
    const [left, right] = [ana, ben].map((one) => one.page.getByRole('region', { name: 'Loops' }))
    if (left === undefined || right === undefined) throw new Error('no panels')
    await left.getByRole('button', { name: /^R1/ }).click()
    await expect(left.getByRole('region', { name: 'Loop R1' })).toContainText(
      'More Burnout → later more Vacant posts → more Workload → more Burnout. It feeds itself',
    )
    await left.getByRole('textbox', { name: 'Name' }).fill('Burnout spiral')
    await ana.press('Enter')
    await expect(right.getByRole('button', { name: /^R1 reinforcing Burnout spiral Delayed 3 links/ })).toBeVisible()
    await ana.page.mouse.move(900, 700)
    // Only the loop that is looked at is bright.
    await expect(ana.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Workload')).not.toHaveAttribute('data-dimmed', 'true')

    // PANEL-27: kept at a pause, the story goes on where it was left.
    await right.getByRole('button', { name: /^R1/ }).click()
    const [hers, his] = [left, right].map((panel) => panel.getByRole('textbox', { name: 'Story' }))
    if (hers === undefined || his === undefined) throw new Error('no stories')
    await hers.click()
    await ana.page.keyboard.type('First thought. ')
    await expect(his).toHaveValue('First thought.')
    await ana.page.keyboard.type('Second')
    await expect(hers).toHaveValue('First thought. Second')
    await expect(his).toHaveValue('First thought. Second')

    await ben.link('Vacant posts increases Workload').focus()
    await ben.press('Delete')
    // What was read is read on, under its name and number.
    const lost = left.getByRole('button', { name: 'R1 Burnout spiral has lost a link' })
    await expect(lost).toHaveAttribute('aria-expanded', 'true')
    await expect(left).toContainText('What is left of itMore Workload → more Burnout → later more Vacant posts')
    await expect(left.getByText('First thought. Second')).toBeVisible()
    await expect(ana.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    await ben.press('ControlOrMeta+z')
    await expect(left.getByRole('button', { name: /^R1 reinforcing Burnout spiral/ })).toBeVisible()
    await expect(lost).toBeHidden()
  })

  test('LOOPS-11, LOOPS-12: by keys alone through the list, into a loop and back', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(twoLoops))
    await ana.page.getByRole('button', { name: 'Loops' }).focus()
    await ana.press('Enter')
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    const undecided = panel.getByRole('button', { name: /^\?1 undecided/ })
    const reinforcing = panel.getByRole('button', { name: /^R1 reinforcing/ })
    const lit = async (bright: string, dark: string) => {
      await expect(ana.element(dark)).toHaveAttribute('data-dimmed', 'true')
      await expect(ana.element(bright)).not.toHaveAttribute('data-dimmed', 'true')
    }
    await expect(reinforcing).toBeVisible()
    await tabTo(ana, undecided)
    await lit('Overtime', 'Burnout')
    await ana.press('ArrowDown')
    await expect(reinforcing).toBeFocused()
    await lit('Burnout', 'Overtime')

    // What the keyboard has left goes dark, and the list is come back to where it was left.
    await ana.press('Shift+Tab')
    await expect(reinforcing).not.toBeFocused()
    await expect(ana.element('Overtime')).not.toHaveAttribute('data-dimmed', 'true')
    await ana.press('Tab')
    await expect(reinforcing).toBeFocused()

    await ana.press('Enter')
    const detail = ana.page.getByRole('region', { name: 'Loop R1' })
    await expect(detail).toBeFocused()
    await lit('Burnout', 'Overtime')
    await isClean(ana.page, 'a loop opened by keys')
    await ana.press('Tab')
    await expect(detail.getByRole('button', { name: 'Watch the signal' })).toBeFocused()
    await ana.press('Escape')
    await expect(reinforcing).toBeFocused()
    await expect(reinforcing).toHaveAttribute('aria-pressed', 'true')

    await ana.press('Home')
    await expect(undecided).toBeFocused()
    await lit('Overtime', 'Burnout')
    // From any row it is one step to what is told of the loop that is open.
    await ana.press('Tab')
    await expect(detail.getByRole('button', { name: 'Watch the signal' })).toBeFocused()
    await lit('Burnout', 'Overtime')
  })

  test('LOOPS-13: names written from right to left stand in the order in which the loop goes', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(hebrew))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const row = ana.page.getByRole('region', { name: 'Loops' }).getByRole('button', { name: /^R1 reinforcing/ })
    await expect(row).toBeVisible()
    const lefts = () =>
      row.evaluate((node) => [...node.querySelectorAll('bdi')].map((name) => name.getBoundingClientRect().left))
    const inRow = await lefts()
    expect(inRow).toHaveLength(3)
    expect(inRow).toEqual(inRow.toSorted((a, b) => a - b))

    // Of a long name the end is cut off, which is on the left.
    const name = 'לולאה שמחזקת את עצמה ככל שהעומס גדל והטעויות מתרבות ואיתן הלחץ'
    await row.click()
    await ana.page.getByRole('textbox', { name: 'Name' }).fill(name)
    await ana.press('Enter')
    const cut = row.getByText(name)
    await expect(cut).toBeVisible()
    await expect(cut).toHaveCSS('direction', 'rtl')
    await expect(cut).toHaveCSS('overflow', 'hidden')
  })
})
