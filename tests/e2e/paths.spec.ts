import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** Two ways from workload to turnover that disagree, and a variable off to the side. */
const tradeOff = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [300, -120] },
    p: { label: 'Overtime pay', at: [300, 120] },
    t: { label: 'Turnover', at: [600, 0] },
    s: { label: 'School meals', at: [0, 300] },
  },
  [
    { from: 'w', to: 'b', polarity: '+' },
    { from: 'b', to: 't', polarity: '+', delay: true },
    { from: 'w', to: 'p', polarity: '+' },
    { from: 'p', to: 't', polarity: '-' },
  ],
)

/** Four times over one road or another, one of them the opposite way; names are long. */
const manyWays = weftFile(
  'Many ways',
  Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => at).flatMap((at) => [
      [
        `j${at}`,
        {
          label: at === 0 ? 'Beginning of it all' : at === 4 ? 'End of it all' : `Meeting place number ${at}`,
          at: [at * 220, 0] as const,
        },
      ],
      ...(at === 4
        ? []
        : [
            [
              `u${at}`,
              { label: `The upper road from place number ${at} onwards`, at: [at * 220 + 110, -110] as const },
            ],
            [`l${at}`, { label: `The lower road from place number ${at} onwards`, at: [at * 220 + 110, 110] as const }],
          ]),
    ]),
  ),
  Array.from({ length: 4 }, (_, at) => at).flatMap((at) =>
    ['u', 'l'].flatMap((road) => [
      { from: `j${at}`, to: `${road}${at}`, polarity: '+' },
      { from: `${road}${at}`, to: `j${at + 1}`, polarity: road === 'u' ? '+' : '-' },
    ]),
  ),
)

test.describe('ways through a map', () => {
  test('PATHS-1: what one variable affects, up to so many links away; the map fades the rest', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(tradeOff))
    await ana.element('Workload').click()
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    await ana.page.getByRole('tab', { name: 'Paths' }).click()
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    await expect(panel.getByRole('status')).toHaveText('Workload affects 3 variables')
    await expect(ana.element('School meals')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Turnover')).not.toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('radio', { name: '1' }).click()
    await expect(panel.getByRole('status')).toHaveText('Workload affects 2 variables')
    await expect(ana.element('Turnover')).toHaveAttribute('data-dimmed', 'true')
    // The question goes with the selection.
    await ana.element('Turnover').click()
    await panel.getByRole('radio', { name: 'Causes' }).click()
    await expect(panel.getByRole('status')).toHaveText('2 variables affect Turnover')
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect(ana.element('School meals')).not.toHaveAttribute('data-dimmed', 'true')
  })

  test('PATH-12: links with opposite signs are named as what the answer hangs on, and shown', async ({
    importMap,
    come,
  }) => {
    const torn = weftFile(
      'Market',
      {
        d: { label: 'Demand', at: [0, 0] },
        s: { label: 'Supply', at: [300, 0] },
      },
      [
        { from: 'd', to: 's', polarity: '+' },
        { from: 'd', to: 's', polarity: '-' },
      ],
    )
    const ana = await come('Ana', await importMap(torn))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    await ana.page.getByRole('tab', { name: 'Paths' }).click()
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    await panel.getByRole('radio', { name: 'Between two' }).click()
    await ana.element('Demand').click()
    await ana.element('Supply').click()
    const answer = panel.getByRole('status')
    await expect(answer).toContainText('Contested: links between the same two variables have opposite signs.')
    await expect(answer).toContainText('No way the same way, none the opposite way, 1 by links with opposite signs.')
    await expect(answer).not.toContainText('nobody has set')
    await expect(answer).toContainText('Two links “Demand” → “Supply” have opposite signs.')
    await answer.getByRole('button', { name: 'Show them' }).click()
    await expect(ana.page.getByText('2 links').first()).toBeVisible()
  })

  test('PATHS-2, PATHS-5: ways that disagree are said to be ambiguous, with the shortest of each in words', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(tradeOff))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    await ana.page.getByRole('tab', { name: 'Paths' }).click()
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    await panel.getByRole('radio', { name: 'Between two' }).click()
    await ana.element('Workload').click()
    await ana.element('Turnover').click()
    const answer = panel.getByRole('status')
    await expect(answer).toContainText('Ambiguous: by some ways Turnover rises with Workload, by others it falls.')
    await expect(answer).toContainText('1 way the same way, 1 the opposite way.')
    await expect(answer).toContainText('More Workload → more Burnout → later more Turnover')
    await expect(answer).toContainText('More Workload → more Overtime pay → less Turnover')
    await expect(ana.element('School meals')).toHaveAttribute('data-dimmed', 'true')
    for (const mark of ['start', 'end']) await expect(ana.page.getByText(mark, { exact: true })).toBeVisible()
    await panel.getByRole('button', { name: /Workload → Overtime pay → Turnover/ }).click()
    await ana.page.mouse.move(900, 700)
    await expect(ana.element('Burnout')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Overtime pay')).not.toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('button', { name: 'The other way round' }).click()
    await expect(answer).toHaveText('No way leads from Turnover to Workload.')
    await expect(ana.page.getByText('start', { exact: true })).toBeHidden()
    // The answer follows the map.
    await ana.page.getByRole('button', { name: 'The other way round' }).click()
    await ana.focusCanvas()
    await ana.press('Escape')
    await ana.link('Overtime pay decreases Turnover').focus()
    await ana.press('Delete')
    await expect(answer).toContainText('They move the same way: when Workload rises, Turnover rises.')
    await ana.press('Escape')
    await ana.element('Turnover').focus()
    await ana.press('Delete')
    await expect(answer).toHaveText('Choose two variables to see what a change of the first does to the second.')
  })

  test('PANEL-29: in a low window all that a panel holds is scrolled to within it', async ({ importMap, come }) => {
    // Where there is room for both beside the inspector that the first opens.
    const ana = await come('Ana', await importMap(manyWays), { viewport: { width: 1920, height: 900 } })
    await ana.select('Beginning of it all', 'End of it all')
    await ana.page.setViewportSize({ width: 1280, height: 600 })
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const spill = (name: string) =>
      ana.page
        .getByRole('region', { name, exact: true })
        .first()
        .evaluate((panel) => panel.scrollHeight - panel.clientHeight)
    for (const name of ['Loops', 'Leverage', 'What if', 'Paths']) {
      await ana.page.getByRole('tab', { name }).click()
      await expect(ana.page.getByRole('region', { name, exact: true }).first()).toBeVisible()
      expect(await spill(name), name).toBeLessThanOrEqual(0)
    }
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    const ways = panel.getByRole('list', { name: 'Ways' }).getByRole('button')
    await expect(ways.first()).toBeAttached()
    expect(await spill('Paths')).toBeLessThanOrEqual(0)
    await panel.getByText('Ambiguous').hover()
    await ana.page.mouse.wheel(0, 5_000)
    await expect(ways.last()).toBeInViewport({ ratio: 1 })
    const [frame, last] = [await panel.boundingBox(), await ways.last().boundingBox()]
    if (frame === null || last === null) throw new Error('not on the screen')
    expect(last.y + last.height).toBeLessThanOrEqual(frame.y + frame.height)
  })

  test('PATHS-3: on a phone the variables are picked from a list and the ways shown on the map', async ({
    importMap,
    come,
  }) => {
    const bo = await come('Bo', await importMap(tradeOff), phone)
    await bo.page.getByRole('button', { name: 'More' }).tap()
    await bo.page.getByRole('button', { name: 'Loops', exact: true }).tap()
    await bo.page.getByRole('tab', { name: 'Paths' }).tap()
    await bo.page.getByRole('button', { name: /^Variable/ }).tap()
    await bo.page.getByRole('option', { name: 'Burnout' }).tap()
    await expect(bo.page.getByRole('status').filter({ hasText: 'Burnout affects 1 variable' })).toBeVisible()
    await bo.page.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing what Burnout affects only')).toBeVisible()
    await expect(bo.element('Workload')).toHaveAttribute('data-dimmed', 'true')
  })

  test('PATHS-4: by keys from row to row, and on to what lies around another variable', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(tradeOff))
    await ana.element('Workload').click()
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    await ana.page.getByRole('tab', { name: 'Paths' }).click()
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    await expect(panel.getByRole('status')).toHaveText('Workload affects 3 variables')
    const rows = panel.getByRole('listitem').getByRole('button')
    await expect(rows).toHaveCount(3)
    await rows.first().focus()
    await ana.press('End')
    await expect(rows.last()).toBeFocused()
    await ana.press('Home', 'ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    // One tab stop: the next Tab leaves the list.
    await ana.press('Shift+Tab', 'Tab')
    await expect(rows.nth(1)).toBeFocused()
    await ana.press('Home', 'Enter')
    await expect(panel.getByRole('status')).toHaveText('Burnout affects 1 variable')
    await expect(panel.getByRole('button', { name: /^Variable Burnout/ })).toBeFocused()
  })

  test('PATHS-4: a way is lit while the keyboard is on it, and dark when it has left', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(tradeOff))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    await ana.page.getByRole('tab', { name: 'Paths' }).click()
    const panel = ana.page.getByRole('region', { name: 'Paths' })
    await panel.getByRole('radio', { name: 'Between two' }).click()
    await ana.element('Workload').click()
    await ana.element('Turnover').click()
    const ways = panel.getByRole('list', { name: 'Ways' }).getByRole('button')
    await expect(ways).toHaveCount(2)
    await ways.first().focus()
    await expect(ana.element('Overtime pay')).toHaveAttribute('data-dimmed', 'true')
    await ana.press('ArrowDown')
    await expect(ways.last()).toBeFocused()
    await expect(ana.element('Burnout')).toHaveAttribute('data-dimmed', 'true')
    await ana.press('Shift+Tab')
    await expect(ana.element('Burnout')).not.toHaveAttribute('data-dimmed', 'true')
  })
})
