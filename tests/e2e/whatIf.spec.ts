import type { Locator } from '@playwright/test'
import { isClean, looks } from './isClean'
import { holdWorkers } from './lateParts'
import { weftFile } from './sampleFiles'
import type { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

/** A loop of three with a delay, a way out of it, and a link whose sign nobody has said. */
const staff = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [320, -140] },
    v: { label: 'Vacant posts', at: [320, 140] },
    q: { label: 'Quality', at: [-320, 120] },
    m: { label: 'Money', at: [-320, -120] },
  },
  [
    { from: 'w', to: 'b', polarity: '+', strength: 1 },
    { from: 'b', to: 'v', polarity: '+', strength: 1, delay: true },
    { from: 'v', to: 'w', polarity: '+', strength: 0.5 },
    { from: 'w', to: 'q', polarity: '-', strength: 0.5 },
    { from: 'w', to: 'm' },
  ],
)

const others = ['Far 1', 'Far 2', 'Far 3', 'Far 4', 'Far 5', 'Far 6', 'Far 7']

/** One variable that moves many at once, far to both sides. */
const wide = weftFile(
  'Wide',
  {
    n: { label: 'Near', at: [0, 0] },
    ...Object.fromEntries(
      others.map((label, index) => [
        `f${index}`,
        { label, at: [index % 2 === 0 ? -700 : 700, Math.floor(index / 2) * 110 - 160] as const },
      ]),
    ),
  },
  others.map((_, index) => ({ from: 'n', to: `f${index}`, polarity: '+', strength: 1 - index / 10 })),
)

const boxOf = async (part: Locator) => {
  const box = await part.boundingBox()
  if (box === null) throw new Error('not on the page')
  return box
}

const openWhatIf = async ({ page }: MapScreen) => {
  if (page.viewportSize()?.width === phone.viewport.width)
    await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Loops', exact: true }).click()
  await page.getByRole('tab', { name: 'What if' }).click()
  // Beside the map, or on a phone in a sheet over it.
  return page.getByRole('region', { name: 'What if' }).or(page.getByRole('dialog', { name: 'What if' }))
}

/** The same with two saved scenarios, and one that goes round. */
const planned = {
  ...staff,
  content: JSON.stringify({
    ...(JSON.parse(String(staff.content)) as object),
    scenarios: {
      more: { name: 'More work', clamps: { w: 1 }, preferred: { q: 'up', b: 'down' }, note: 'As it goes on' },
      less: { name: 'Less work', clamps: { w: -1 }, preferred: { q: 'up', b: 'down' }, settings: { maxSteps: 500 } },
    },
  }),
}

const openScenarios = async (screen: MapScreen) => {
  const panel = await openWhatIf(screen)
  await panel.getByRole('radio', { name: 'Scenarios' }).click()
  return panel
}

test.describe('pushing a variable', () => {
  test('PUSH-1, PUSH-2, PUSH-10: the signal is told and shown step by step, and stops where nobody said the sign', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(staff))
    await ana.page.emulateMedia({ reducedMotion: 'reduce' })
    const panel = await openWhatIf(ana)
    await ana.select('Workload')
    await expect(panel.getByRole('button', { name: 'Variable: Workload' })).toBeVisible()
    await panel.getByRole('button', { name: 'Push up' }).click()
    await panel.getByRole('button', { name: 'One step on' }).click()
    await panel.getByRole('button', { name: 'Back to the start' }).click()
    await expect(panel).toContainText('Workload rises')
    await expect(panel).toContainText('Stops at Workload → Money: nobody has said its sign.')
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(panel).toContainText('Step 1 of')
    await expect(panel).toContainText('Workload rises → Burnout rises')
    await expect(panel).toContainText('Workload rises → Quality falls')
    // At the elements: arrows up and down, more for more.
    await expect(ana.canvas.getByText('▲▲▲', { exact: true })).toHaveCount(2)
    await expect(ana.canvas.getByText('▼▼▼', { exact: true })).toHaveCount(1)
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(panel).toContainText('a delayed signal is on its way')
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(panel).toContainText('Burnout rises → later Vacant posts rises')
    await panel.getByRole('button', { name: 'One step back' }).click()
    await expect(panel).toContainText('Step 2 of')
    await panel.getByRole('button', { name: 'End' }).click()
    await expect(ana.canvas.getByText('▲▲▲', { exact: true })).toHaveCount(0)
  })

  test('PUSH-10: on the map by the arrows beside a variable, and by the keyboard', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    await openWhatIf(ana)
    await ana.select('Burnout')
    await ana.page.getByRole('button', { name: 'Push Burnout down' }).click()
    const panel = ana.page.getByRole('region', { name: 'What if' })
    await expect(panel.getByRole('region', { name: 'Burnout pushed down' })).toBeVisible()
    await ana.select('Workload')
    await ana.press('PageUp')
    await expect(panel.getByRole('region', { name: 'Workload pushed up' })).toBeVisible()
    // It plays by itself, with the motion that this person wants.
    await expect(panel).toContainText('Burnout rises → later Vacant posts rises')
  })

  test('PUSH-11, PUSH-12, PUSH-13: everyone may watch the same step, with a link to view as well, and late', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'view' })
    const panel = await openWhatIf(ana)
    await ana.select('Workload')
    await panel.getByRole('button', { name: 'Push up' }).click()
    await panel.getByRole('button', { name: 'One step on' }).click()
    await panel.getByRole('button', { name: 'Back to the start' }).click()
    await panel.getByRole('switch', { name: 'Let everyone watch' }).click()

    await expect(ben.page.getByRole('status').filter({ hasText: 'Ana shows a what-if' })).toContainText(
      'Workload pushed up',
    )
    await ben.page.getByRole('button', { name: 'Watch', exact: true }).click()
    const watched = ben.page.getByRole('region', { name: 'Watching Ana: Workload pushed up' })
    await expect(watched).toContainText('Step 0 of')
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(watched).toContainText('Workload rises → Burnout rises')
    await expect(ben.canvas.getByText('▲▲▲', { exact: true })).toHaveCount(2)
    await panel.getByRole('button', { name: 'One step on' }).click()
    await panel.getByRole('button', { name: 'One step on' }).click()

    // Cy comes when it has long begun.
    const cy = await come('Cy', map)
    await cy.page.getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(cy.page.getByRole('region', { name: 'Watching Ana: Workload pushed up' })).toContainText(
      'Burnout rises → later Vacant posts rises',
    )

    // Who draws where the signal goes, has it begin again for everybody.
    await cy.page.getByRole('button', { name: 'Stop watching' }).click()
    await cy.link('Workload affects Money, sign not known').focus()
    await cy.press('+')
    await expect(panel).toContainText('The map has changed where the signal goes')
    await expect(watched).toContainText('Step 0 of')
    await expect(watched).toContainText('The map has changed where the signal goes')
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(watched).toContainText('Step 1 of')
    await expect(ben.canvas.getByText('▲▲▲', { exact: true })).toHaveCount(3)

    await panel.getByRole('button', { name: 'End' }).click()
    await expect(ben.toast('Ana has ended the what-if.')).toBeVisible()
    await expect(watched).toBeHidden()
    await expect(ben.canvas.getByText('▲▲▲', { exact: true })).toHaveCount(0)
  })

  test('PUSH-13: it ends for those who watch when the other leaves; "Not now" is kept', async ({ importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const cy = await come('Cy', map)
    const panel = await openWhatIf(ana)
    await ana.select('Workload')
    await panel.getByRole('button', { name: 'Push up' }).click()
    await panel.getByRole('switch', { name: 'Let everyone watch' }).click()
    await ben.page.getByRole('button', { name: 'Watch', exact: true }).click()
    await cy.page.getByRole('button', { name: 'Not now' }).click()
    await expect(cy.page.getByText('Ana shows a what-if')).toBeHidden()
    await panel.getByRole('button', { name: 'Push down' }).click()
    await expect(ben.page.getByRole('region', { name: 'Watching Ana: Workload pushed down' })).toBeVisible()
    await expect(cy.page.getByText('Ana shows a what-if')).toBeHidden()
    await ana.page.close()
    await expect(ben.toast('Ana has ended the what-if.')).toBeVisible()
  })

  test('PUSH-6: the signal goes round one loop alone', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    await ana.page.getByRole('button', { name: 'Loops', exact: true }).click()
    const loops = ana.page.getByRole('region', { name: 'Loops' })
    await loops.getByRole('button', { name: /^R1/ }).click()
    await loops.getByRole('textbox', { name: 'Name' }).fill('Burnout spiral')
    await ana.press('Enter')
    await loops.getByRole('button', { name: 'Watch the signal' }).click()
    const panel = ana.page.getByRole('region', { name: 'What if' })
    await expect(panel).toContainText('Only in the loop Burnout spiral')
    await expect(panel).toContainText('Vacant posts rises → Workload rises')
    await expect(panel).not.toContainText('Quality')
    await expect(ana.element('Quality')).toHaveAttribute('data-dimmed', 'true')
    // What somebody looks at outside the loop is seen as it is.
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+a')
    await expect(ana.element('Quality')).not.toHaveAttribute('data-dimmed', 'true')
    await ana.press('Escape')
    await expect(ana.element('Quality')).toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('button', { name: 'End' }).click()
    await expect(ana.element('Quality')).not.toHaveAttribute('data-dimmed', 'true')
  })

  test('PUSH-18, PUSH-19: in a small window nothing opens over the map, the view goes along, and the controls stay in sight', async ({
    importMap,
    come,
  }) => {
    const window = { width: 1280, height: 720 }
    const ana = await come('Ana', await importMap(wide), { viewport: window })
    const panel = await openWhatIf(ana)
    await ana.select('Near')
    await expect(ana.page.getByRole('group', { name: 'Push Near' })).toBeVisible()
    await expect(ana.inspector).toBeHidden()
    await expect(ana.selectionBar).toBeHidden()
    await ana.page.getByRole('button', { name: 'Push Near up' }).click()
    await expect(panel).toContainText('The signal has died away.')
    // The view goes there in its own time.
    await expect(async () => {
      const { x: panelX, width: panelWidth } = await boxOf(panel)
      for (const name of ['Near', ...others]) {
        const { x, width } = await boxOf(ana.element(name))
        expect(x, name).toBeGreaterThanOrEqual(panelX + panelWidth)
        expect(x + width, name).toBeLessThanOrEqual(window.width)
      }
    }).toPass({ timeout: 15_000 })
    await expect(panel.getByRole('switch', { name: 'Let everyone watch' })).toBeInViewport({ ratio: 0.99 })
    await expect(panel.getByRole('button', { name: 'End' })).toBeInViewport({ ratio: 0.99 })

    await panel.getByRole('button', { name: 'Back to the start' }).click()
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(panel).not.toContainText('Near rises → Far 7')
    await panel.getByRole('button', { name: 'and 2 more' }).click()
    await expect(panel).toContainText('Near rises → Far 7')
    await panel.getByRole('button', { name: 'Show less' }).click()
    await expect(panel).not.toContainText('Near rises → Far 7')

    // Without its panel, too, the run is not covered by what was selected; what is selected now is told of.
    await panel.getByRole('button', { name: 'Close' }).click()
    const strip = ana.page.getByRole('region', { name: 'Near pushed up' })
    await expect(strip).toBeVisible()
    await expect(ana.inspector).toBeHidden()
    await ana.select('Far 1')
    await expect(ana.inspector).toBeVisible()
    await ana.select('Near')
    await expect(ana.selectionBar).toBeVisible()
    await strip.getByRole('button', { name: 'End' }).click()
    await expect(strip).toBeHidden()
  })

  test('PUSH-18: a hand that moves the view keeps it where it is, until the next push', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(wide), { viewport: { width: 1280, height: 720 } })
    const panel = await openWhatIf(ana)
    await ana.select('Near')
    await panel.getByRole('button', { name: 'Push up' }).click()
    await expect(panel).toContainText('The signal has died away.')
    await panel.getByRole('button', { name: 'Back to the start' }).click()
    const { x, y } = await ana.middleOf('Near')
    await ana.page.mouse.move(x, y + 150)
    await ana.page.mouse.wheel(600, 0)
    const moved = await ana.middleOf('Near')
    await panel.getByRole('button', { name: 'One step on' }).click()
    await expect(panel).toContainText('Near rises → Far 1')
    expect(await ana.middleOf('Near')).toEqual(moved)
  })

  test('PUSH-18: on a phone the sheet gives way, and the view goes along', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(wide), phone)
    await openWhatIf(bo)
    await bo.page.getByRole('button', { name: 'Choose on the map' }).tap()
    await bo.element('Near').tap()
    await expect(bo.page.getByRole('button', { name: 'Push Near up' })).toBeVisible()
    await expect(bo.page.getByRole('dialog')).toBeHidden()
    await bo.page.getByRole('button', { name: 'Push Near up' }).tap()
    const run = bo.page.getByRole('region', { name: 'Near pushed up' })
    await expect(run).toContainText('Step 1 of')
    await expect(bo.element('Far 1')).toBeInViewport({ ratio: 0.99 })
    await expect(bo.page.getByRole('button', { name: 'Part of the map' })).toBeHidden()
    await run.getByRole('button', { name: 'End' }).tap()
    await bo.page.getByRole('button', { name: 'Done' }).tap()

    // From the sheet, with something selected on the map.
    await bo.element('Near').tap()
    await expect(bo.page.getByRole('dialog', { name: 'Near' })).toBeVisible()
    await bo.page.getByRole('button', { name: 'Close' }).tap()
    await expect(bo.page.getByRole('dialog', { name: 'Near' })).toBeHidden()
    const panel = await openWhatIf(bo)
    await panel.getByRole('button', { name: 'Variable', exact: true }).tap()
    await bo.page.getByRole('option', { name: 'Near' }).tap()
    await panel.getByRole('button', { name: 'Push up' }).tap()
    await expect(run).toContainText('Step 1 of')
    await expect(bo.page.getByRole('dialog')).toBeHidden()
    await expect(bo.element('Far 1')).toBeInViewport({ ratio: 0.99 })
  })

  test('PUSH-10: on a phone, from the sheet to the map and by a tap', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(staff), phone)
    await openWhatIf(bo)
    await bo.page.getByRole('button', { name: 'Choose on the map' }).tap()
    await expect(bo.page.getByText('Tap a variable, then ▲ or ▼.')).toBeVisible()
    await bo.element('Workload').tap()
    await bo.page.getByRole('button', { name: 'Push Workload up' }).tap()
    const run = bo.page.getByRole('region', { name: 'Workload pushed up' })
    await expect(run).toContainText('Burnout rises → later Vacant posts rises')
    await run.getByRole('button', { name: 'End' }).tap()
    await expect(run).toBeHidden()
  })
})

test.describe('scenarios', () => {
  test('WHATIF-10, WHATIF-16: one is made, held, wished and told; the others have it at once; undo brings it back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'view' })
    const panel = await openScenarios(ana)
    await panel.getByRole('button', { name: 'New scenario' }).click()
    await panel.getByRole('textbox', { name: 'Name' }).fill('Calmer')
    await ana.press('Enter')
    await panel.getByRole('button', { name: 'Hold a variable …' }).click()
    await ana.page.getByRole('option', { name: 'Workload' }).click()
    await expect(panel.getByRole('table')).toContainText('Burnout')
    await panel.getByRole('textbox', { name: 'Value of Workload' }).fill('-1')
    await ana.press('Enter')
    await panel.getByRole('button', { name: 'Add a variable …' }).click()
    await ana.page.getByRole('option', { name: 'Burnout' }).click()
    await expect(panel).toContainText('The wish does not come out.')
    await panel.getByRole('radio', { name: 'Down' }).click()
    await expect(panel).toContainText('The wish comes out.')
    const row = panel.getByRole('row', { name: /Burnout/ })
    await expect(row.getByRole('img', { name: 'falls' })).toBeVisible()
    await expect(row.getByRole('img', { name: 'as wished' })).toBeVisible()
    await expect(panel).toContainText(/Came to rest after \d+ steps/)
    await expect(panel).toContainText('One link has no sign and counts for nothing.')

    const theirs = await openScenarios(ben)
    await theirs.getByRole('button', { name: /^Calmer/ }).click()
    await expect(theirs).toContainText('The wish comes out.')
    await expect(theirs.getByRole('textbox', { name: 'Value of Workload' })).toHaveValue('-1')
    await expect(theirs.getByRole('textbox', { name: 'Value of Workload' })).not.toBeEditable()
    // The sliders of a reader stand still; those of a hand move in tenths.
    await panel.getByRole('slider', { name: 'Value of Workload' }).focus()
    await ana.press('ArrowRight')
    await expect(theirs.getByRole('textbox', { name: 'Value of Workload' })).toHaveValue('-0.9')

    for (const one of [panel, theirs]) await one.getByRole('button', { name: 'All scenarios' }).click()
    await panel.getByRole('button', { name: 'More for Calmer' }).click()
    await ana.page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(panel.getByRole('button', { name: /^Calmer \(copy\)/ })).toBeVisible()
    await panel.getByRole('button', { name: 'More for Calmer', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(theirs.getByRole('button', { name: /^Calmer/ })).toHaveCount(1)
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    await expect(theirs.getByRole('button', { name: /^Calmer/ })).toHaveCount(2)
  })

  test('WHATIF-9, WHATIF-17: side by side, against the map left alone and each other, and on the map', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(planned), { grant: 'view' })
    const panel = await openScenarios(ana)
    await panel.getByRole('checkbox', { name: 'Compare More work' }).click()
    await panel.getByRole('checkbox', { name: 'Compare Less work' }).click()
    const table = panel.getByRole('table')
    await expect(table.getByRole('row', { name: /Burnout/ })).toContainText('More work')
    await expect(table.getByRole('row', { name: /Less work/ }).first()).toBeVisible()
    const comparison = panel.getByRole('region', { name: 'Comparison' })
    await expect(comparison).toContainText('2 of 2 wishes')
    await expect(comparison).toContainText('0 of 2 wishes')

    await panel.getByRole('combobox', { name: 'Compared with' }).click()
    await ana.page.getByRole('option', { name: /More work/ }).click()
    await expect(panel.getByRole('table', { name: 'Less work, compared with: More work' })).toBeVisible()
    await expect(panel.getByRole('row', { name: /Burnout/ }).getByRole('img', { name: 'falls' })).toBeVisible()

    await expect(panel.getByRole('region', { name: /^Held/ })).toContainText(/[AB] [+−]1 · [AB] [+−]1/)
    await panel.getByRole('button', { name: 'Show on the map' }).click()
    await expect(ana.canvas.getByText('▼ 1st ✓')).toBeVisible()
    await expect(ana.canvas.getByText('held −1')).toBeVisible()
    // With the panel at another scenario, the map says whose figures it shows.
    await panel.getByRole('button', { name: /^More work/ }).click()
    await expect(ana.page.getByText('Showing Less work compared with More work (1st changes most)')).toBeVisible()
    await panel.getByRole('button', { name: 'All scenarios' }).click()
    await panel.getByRole('combobox', { name: 'Compared with' }).click()
    await ana.page.getByRole('option', { name: /More work/ }).click()
    await panel.getByRole('button', { name: 'Hide on the map' }).click()
    await expect(ana.canvas.getByText('held −1')).toBeHidden()
  })

  test('WHATIF-10: scenarios travel in Weft JSON, and back', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(planned))
    const { origin, pathname } = new URL(ana.page.url())
    const answer = await ana.page.request.get(`${origin}/api/maps/${pathname.split('/').at(-1)}/export?format=json`)
    const content = await answer.text()
    expect((JSON.parse(content) as { scenarios: object }).scenarios).toEqual(
      (JSON.parse(planned.content) as { scenarios: object }).scenarios,
    )
    const again = await come('Ana', await importMap({ name: 'again.weft.json', type: 'application/json', content }))
    const panel = await openScenarios(again)
    await panel.getByRole('button', { name: /^More work/ }).click()
    await expect(panel.getByRole('textbox', { name: 'Note' })).toHaveValue('As it goes on')
    await expect(panel).toContainText('0 of 2 wishes come out.')
  })

  test('WHATIF-11, WHATIF-12: tried over what nobody said; WHATIF-18: results to take along', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(planned))
    const panel = await openScenarios(ana)
    await panel.getByRole('button', { name: /^Less work/ }).click()
    await panel.getByRole('button', { name: 'Try 500 runs' }).click()
    await expect(panel).toContainText('Comes out as you want in 100 % of 500 runs.')
    await expect(panel).toContainText('Draws no. 1')
    await expect(panel).toContainText('Quality rises in 100 %')
    await panel.getByRole('button', { name: 'Other draws' }).click()
    await expect(panel).toContainText('Draws no. 2')
    const coming = ana.page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Download (CSV)' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('Staff-scenarios.csv')
  })

  test('WHATIF-4, WHATIF-14: a run that goes round, and one that was given up, are told as such, and what would help', async ({
    importMap,
    come,
  }) => {
    const swing = weftFile(
      'Swing',
      { a: { label: 'A', at: [0, 0] }, b: { label: 'B', at: [300, 0] }, e: { label: 'E', at: [0, 200] } },
      [
        { from: 'a', to: 'b', polarity: '+', strength: 1 },
        { from: 'b', to: 'a', polarity: '-', strength: 1 },
      ],
    )
    const scenarios = {
      round: { name: 'Round', clamps: { e: 1 }, settings: { transfer: 'trivalent' } },
      slow: { name: 'Slow', clamps: { e: 1 }, settings: { maxSteps: 10 } },
    }
    const content = JSON.stringify({ ...(JSON.parse(String(swing.content)) as object), scenarios })
    const ana = await come('Ana', await importMap({ ...swing, content }))
    const panel = await openScenarios(ana)
    await panel.getByRole('button', { name: /^Round/ }).click()
    await expect(panel).toContainText('the same values come back every 4 steps')
    await panel.getByRole('button', { name: 'All scenarios' }).click()
    await panel.getByRole('button', { name: /^Slow/ }).click()
    await expect(panel).toContainText('Did not come to rest in 10 steps')
    await panel.getByRole('button', { name: 'Use 0.9' }).click()
    await panel.getByText('Settings for those who check').click()
    await expect(panel.getByRole('textbox', { name: 'Steepness (lambda)' })).toHaveValue('0.9')
    await panel.getByRole('textbox', { name: 'Steps at most' }).fill('1000')
    await ana.press('Enter')
    await expect(panel).toContainText(/Came to rest after \d+ steps/)
    await panel.getByRole('combobox', { name: 'What keeps values in bounds' }).click()
    await ana.page.getByRole('option', { name: 'Sigmoid, from 0 to 1' }).click()
    await panel.getByRole('textbox', { name: 'Value of E' }).fill('-1')
    await ana.press('Enter')
    await expect(panel.getByRole('alert')).toContainText('E cannot be held at -1')
  })

  test('WHATIF-14: a new scenario that is asked for at once waits until it is known how steep it may be', async ({
    importMap,
    come,
  }) => {
    const strong = weftFile('Strong', { a: { label: 'A', at: [0, 0] }, b: { label: 'B', at: [300, 0] } }, [
      { from: 'a', to: 'b', polarity: '+', strength: 1 },
      { from: 'b', to: 'a', polarity: '+', strength: 1 },
    ])
    const ana = await come('Ana', await importMap(strong), {
      prepare: (context) => context.addInitScript(holdWorkers),
    })
    const panel = await openScenarios(ana)
    const made = panel.getByRole('button', { name: 'New scenario' })
    await made.click()
    await expect(made).toHaveAttribute('aria-busy', 'true')
    await ana.page.evaluate(() => window.dispatchEvent(new Event('let-workers-go')))
    await panel.getByText('Settings for those who check').click()
    await expect(panel.getByRole('textbox', { name: 'Steepness (lambda)' })).toHaveValue('0.9')
  })

  test('PANEL-33, WHATIF-10: on a phone what is picked from stands over the sheet: held, wished, pushed, measured, placed', async ({
    importMap,
    come,
  }) => {
    const bo = await come('Bo', await importMap(planned), phone)
    const panel = await openWhatIf(bo)
    const pick = async (button: Locator, option: RegExp | string) => {
      await button.tap()
      await bo.page.getByRole('option', { name: option }).tap()
    }
    await pick(panel.getByRole('button', { name: 'Variable', exact: true }), 'Workload')
    await expect(panel.getByRole('button', { name: 'Variable: Workload' })).toBeVisible()
    await bo.page.getByRole('radio', { name: 'Scenarios' }).tap()
    await bo.page.getByRole('button', { name: /^Less work/ }).tap()
    await pick(panel.getByRole('button', { name: 'Hold a variable …' }), 'Money')
    await expect(panel.getByRole('textbox', { name: 'Value of Money' })).toBeVisible()
    await pick(panel.getByRole('button', { name: 'Add a variable …' }), 'Vacant posts')
    await expect(panel).toContainText(/\d of 3 wishes/)
    await bo.page.getByRole('tab', { name: 'Leverage' }).tap()
    const measure = bo.page.getByRole('dialog', { name: 'Leverage' }).getByRole('combobox').first()
    await pick(measure, /^Variable$/)
    await expect(measure).toContainText('Variable')
    await bo.page.getByRole('button', { name: 'Close' }).tap()
    await bo.element('Workload').tap()
    await bo.page.getByRole('dialog').getByRole('button', { name: 'More' }).tap()
    const place = bo.page.getByRole('combobox', { name: 'Place to intervene' })
    await pick(place, /^6 Information/)
    await expect(place).toContainText('6 Information')
  })

  test('WHATIF-17: on a phone a scenario is shown on the map', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(planned), phone)
    await openWhatIf(bo)
    await bo.page.getByRole('radio', { name: 'Scenarios' }).tap()
    await bo.page.getByRole('button', { name: /^Less work/ }).tap()
    await bo.page.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing Less work')).toBeVisible()
    await expect(bo.canvas.getByText('▼ 1st ✓')).toBeVisible()
    await bo.page.getByRole('button', { name: 'Hide', exact: true }).tap()
    await expect(bo.canvas.getByText('▼ 1st ✓')).toBeHidden()
  })
})

for (const [look, options] of looks) {
  test(`axe finds nothing in the what-if panel and its strips: ${look}`, async ({ importMap, come }) => {
    const map = await importMap(planned)
    const ben = await come('Ben', map)
    const push = await openWhatIf(ben)
    await push.getByRole('button', { name: 'Variable', exact: true }).click()
    await ben.page.getByRole('option', { name: 'Workload' }).click()
    await push.getByRole('button', { name: 'Push up' }).click()
    await push.getByRole('switch', { name: 'Let everyone watch' }).click()

    const ana = await come('Ana', map, options)
    await expect(ana.page.getByText('Ben shows a what-if')).toBeVisible()
    await isClean(ana.page, 'asked to watch')
    await ana.page.getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(ana.page.getByRole('region', { name: /^Watching Ben/ })).toBeVisible()
    await isClean(ana.page, 'watching')
    const panel = await openWhatIf(ana)
    await panel.getByText('How this is worked out').click()
    await isClean(ana.page, 'a run in the panel')
    await panel.getByRole('radio', { name: 'Scenarios' }).click()
    await panel.getByRole('checkbox', { name: 'Compare More work' }).click()
    await panel.getByRole('checkbox', { name: 'Compare Less work' }).click()
    await expect(panel.getByRole('table')).toBeVisible()
    await isClean(ana.page, 'a comparison')
    await panel.getByRole('button', { name: /^More work/ }).click()
    await panel.getByText('Settings for those who check').click()
    await panel.getByRole('button', { name: 'Try 500 runs' }).click()
    await expect(panel).toContainText('Comes out as you want in')
    // Figures are told while runs go on.
    await expect(panel.getByRole('button', { name: 'Other draws' })).not.toHaveAttribute('aria-busy')
    await isClean(ana.page, 'a scenario')
  })
}
