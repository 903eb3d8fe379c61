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

const openWhatIf = async ({ page }: MapScreen) => {
  await page.getByRole('button', { name: 'Loops' }).click()
  await page.getByRole('tab', { name: 'What if' }).click()
  return page.getByRole('region', { name: 'What if' })
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

    await expect(ben.page.getByText('Ana shows a what-if: Workload pushed up')).toBeVisible()
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
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const loops = ana.page.getByRole('region', { name: 'Loops' })
    await loops.getByRole('button', { name: /^R1/ }).click()
    await loops.getByRole('button', { name: 'Watch the signal' }).click()
    const panel = ana.page.getByRole('region', { name: 'What if' })
    await expect(panel).toContainText('Only in the loop')
    await expect(panel).toContainText('Vacant posts rises → Workload rises')
    await expect(panel).not.toContainText('Quality')
    await expect(ana.element('Quality')).toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('button', { name: 'End' }).click()
    await expect(ana.element('Quality')).not.toHaveAttribute('data-dimmed', 'true')
  })

  test('PUSH-10: on a phone, from the sheet to the map and by a tap', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(staff), phone)
    await bo.page.getByRole('button', { name: 'More' }).tap()
    await bo.page.getByRole('button', { name: 'Loops' }).tap()
    await bo.page.getByRole('tab', { name: 'What if' }).tap()
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
