import { readFile } from 'node:fs/promises'
import { isClean, looks } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** Workload acts on three, Trust on one; nothing acts on Funding; one loop. */
const staff = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [300, -120], mark: 'symptom' },
    v: { label: 'Vacant posts', at: [300, 160] },
    o: { label: 'Overtime', at: [-300, 0] },
    f: { label: 'Funding', at: [0, 320] },
    t: { label: 'Open talks', at: [-300, 320], kind: 'action' },
  },
  [
    { from: 'w', to: 'b', polarity: '+' },
    { from: 'b', to: 'v', polarity: '+' },
    { from: 'v', to: 'w', polarity: '+' },
    { from: 'w', to: 'o', polarity: '+' },
    { from: 'f', to: 'v', polarity: '-' },
  ],
)

async function openLeverage({ page }: MapScreen) {
  await page.getByRole('button', { name: 'Loops', exact: true }).click()
  await page.getByRole('tab', { name: 'Leverage' }).click()
  const panel = page.getByRole('region', { name: 'Leverage', exact: true })
  await expect(panel.getByRole('rowheader').first()).toBeVisible()
  return panel
}

test.describe('leverage', () => {
  test('LEVER-2, LEVER-3, LEVER-4: variables are sorted by any column, by mouse and by key', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(staff))
    const panel = await openLeverage(ana)
    const names = panel.getByRole('rowheader')
    await expect(panel.getByRole('columnheader', { name: 'Reach' })).toHaveAttribute('aria-sort', 'descending')
    await panel.getByRole('button', { name: 'Effects out' }).click()
    await expect(panel.getByRole('columnheader', { name: 'Effects out' })).toHaveAttribute('aria-sort', 'descending')
    await expect(names.first()).toHaveText('Workload')
    await ana.press('Enter')
    await expect(panel.getByRole('columnheader', { name: 'Effects out' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(names.first()).toHaveText('Overtime')
    const row = panel.getByRole('row', { name: /Workload/ })
    await expect(row.getByRole('cell')).toHaveText(['', '1', '2', '3', '1', '0', '0', /\d/, /\d/, 'Ordinary'])
    await expect(panel.getByRole('region', { name: 'Effects out' })).toContainText('How many variables it acts on')

    await panel.getByRole('button', { name: 'Columns' }).click()
    await ana.page.getByRole('checkbox', { name: 'Effects per cause' }).click()
    await ana.press('Escape')
    await panel.getByRole('button', { name: 'Effects per cause' }).click()
    await expect(names.last()).toHaveText('Funding')
    await expect(
      panel
        .getByRole('row', { name: /Funding/ })
        .getByRole('cell')
        .nth(3),
    ).toHaveText('– Nothing acts on it, so there is nothing to divide by.')
    await panel.getByRole('button', { name: 'Reinforcing loops' }).click()
    await expect(panel.getByText('Counted over the only loop of the map.')).toBeVisible()
  })

  test('LEVER-6: a row lights its variable and selects it; its column is shown on the map', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(staff))
    const panel = await openLeverage(ana)
    await panel.getByRole('button', { name: 'Overtime', exact: true }).hover()
    await expect(ana.element('Funding')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Workload')).not.toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('button', { name: 'Overtime', exact: true }).click()
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Overtime')

    await panel.getByRole('radio', { name: 'Number' }).click()
    const chips = ana.page.locator('.weft-chip')
    await expect(chips).toHaveCount(5)
    await expect(chips.filter({ hasText: '3' })).toHaveCount(2)
    await panel.getByRole('radio', { name: 'Colour' }).click()
    await expect(chips).toHaveCount(0)
    await expect(ana.page.locator('.weft-shade')).toHaveCount(5)
    // It follows the map.
    await ana.link('Workload increases Overtime').focus()
    await ana.press('Delete')
    await panel.getByRole('radio', { name: 'Number' }).click()
    await expect(chips.filter({ hasText: '2' })).toHaveCount(4)
  })

  test('LEVER-5: the table is taken home as a file', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    const panel = await openLeverage(ana)
    await panel.getByRole('button', { name: 'Effects out' }).click()
    const coming = ana.page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Download table' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('Staff-measures.csv')
    const [head, first] = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(head).toMatch(/^Variable,Chosen by the group,Causes in,Effects out,Reach,Reinforcing loops,/)
    expect(first).toMatch(/^Workload,,1,2,3,1,0,0,/)
  })

  test('LEVER-7, LEVER-8: the chart is walked by keys and selects', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    const panel = await openLeverage(ana)
    await panel.getByRole('radio', { name: 'Influence', exact: true }).click()
    await panel.getByRole('radio', { name: 'Direct links' }).click()
    const chart = panel.getByRole('group', { name: 'Influence and dependence' })
    await chart.getByRole('button', { name: 'Workload. Driving: influence 2, dependence 1' }).focus()
    await ana.press('ArrowRight')
    await expect(chart.getByRole('button', { name: /^Vacant posts\. Dependent/ })).toBeFocused()
    await expect(ana.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    await ana.press('Enter')
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Vacant posts')
    await expect(panel.getByRole('region', { name: 'By field' })).toContainText('Apart')
  })

  test('LEVER-9, LEVER-10: a dot and a tag are seen by the others', async ({ importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const left = await openLeverage(ana)
    await left.getByRole('button', { name: 'Burnout: chosen by the group' }).click()
    await expect(ben.element('Burnout')).toHaveAccessibleName(/Chosen by the group\.$/)
    await expect(ben.element('Burnout').locator('.weft-dot')).toBeVisible()
    // Beside the mark, which stays a stroke in its own place.
    await expect(ben.element('Burnout').locator('.weft-variable-mark')).toHaveCSS('position', 'absolute')
    await expect(ben.element('Burnout').locator('.weft-variable-mark')).toHaveCSS('fill', 'none')
    // From the bar of the selection, and from the inspector.
    await ben.select('Burnout')
    await ben.selectionBar.getByRole('button', { name: 'Chosen by the group' }).click()
    await expect(left.getByRole('button', { name: 'Burnout: chosen by the group' })).toHaveAttribute(
      'aria-pressed',
      'false',
    )
    await ben.inspector.getByRole('checkbox', { name: 'Chosen by the group' }).click()
    await expect(ana.element('Burnout')).toHaveAccessibleName(/Chosen by the group\.$/)

    await left.getByRole('radio', { name: 'Places', exact: true }).click()
    await expect(left.getByText('Nothing is tagged yet.')).toBeVisible()
    await ben.inspector.getByRole('combobox', { name: 'Place to intervene' }).click()
    await ben.page.getByRole('option', { name: /^12 Numbers/ }).click()
    await expect(left.getByText('All tags are in 12 to 10')).toBeVisible()
    await ben.select('Open talks')
    await ben.inspector.getByRole('combobox', { name: 'Place to intervene' }).click()
    await ben.page.getByRole('option', { name: /^6 Information/ }).click()
    await expect(left.getByText('2 tags')).toBeVisible()
    await expect(left.getByText('All tags are in 12 to 10')).toBeHidden()
    await left.getByRole('button', { name: 'Open talks' }).click()
    await expect(ana.inspector.getByRole('combobox', { name: 'Place to intervene' })).toContainText('6 Information')
  })

  test('LEVER-6: on a phone, cards in the sheet, and the column on the map until it is hidden', async ({
    importMap,
    come,
  }) => {
    const bo = await come('Bo', await importMap(staff), phone)
    await bo.page.getByRole('button', { name: 'More', exact: true }).tap()
    await bo.page.getByRole('button', { name: 'Loops', exact: true }).tap()
    await bo.page.getByRole('tab', { name: 'Leverage' }).tap()
    const cards = bo.page.getByRole('list', { name: 'Measures of the variables' })
    await expect(cards.getByRole('listitem')).toHaveCount(5)
    await expect(cards.getByRole('listitem').first()).toContainText('3')
    await bo.page.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing Reach as size')).toBeVisible()
    await expect(bo.page.locator('.weft-amount')).toHaveCount(4)
    await bo.page.getByRole('button', { name: 'Hide' }).tap()
    await expect(bo.page.locator('.weft-amount')).toHaveCount(0)
  })
})

for (const [look, options] of looks) {
  test(`axe finds nothing in the leverage panel: ${look}`, async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff), options)
    if ('isMobile' in options) {
      await ana.page.getByRole('button', { name: 'More', exact: true }).tap()
      await ana.page.getByRole('button', { name: 'Loops', exact: true }).tap()
      await ana.page.getByRole('tab', { name: 'Leverage' }).tap()
      await expect(ana.page.getByRole('list', { name: 'Measures of the variables' })).toBeVisible()
    } else await openLeverage(ana)
    await isClean(ana.page, 'measures')
    for (const section of ['Influence', 'Places']) {
      await ana.page.getByRole('radio', { name: section, exact: true }).click()
      await isClean(ana.page, section)
    }
  })
}
