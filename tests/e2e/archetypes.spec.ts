import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** A fix that fails, as people draw it: nothing is marked, no delay said. */
const ward = weftFile(
  'Ward',
  {
    vacant: { label: 'Vacant posts', at: [0, 0] },
    agency: { label: 'Agency cover', at: [360, 0] },
    gap: { label: 'Pay gap', at: [360, 220] },
    leaving: { label: 'Staff who leave', at: [0, 220] },
    weather: { label: 'Increase morale', at: [-320, 110] },
  },
  [
    { from: 'vacant', to: 'agency', polarity: '+' },
    { from: 'agency', to: 'vacant', polarity: '-' },
    { from: 'agency', to: 'gap', polarity: '+' },
    { from: 'gap', to: 'leaving', polarity: '+' },
    { from: 'leaving', to: 'vacant', polarity: '+' },
  ],
)

test.describe('archetypes', () => {
  test('ARCH-1, ARCH-10, ARCH-13: a mark brings a suggestion; it is shown, its delay said, and confirmed for everybody', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(ward)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const one of [ana, ben]) await one.page.getByRole('button', { name: 'Loops' }).click()
    const [left, right] = [ana, ben].map((one) => one.page.getByRole('region', { name: 'Loops' }))
    if (left === undefined || right === undefined) throw new Error('no panels')
    await left.getByRole('button', { name: /^Could be/ }).click()
    await expect(left.getByText('Mark a variable as symptom, goal or result')).toBeVisible()

    await ana.select('Vacant posts')
    await ana.inspector.getByRole('radio', { name: 'Symptom' }).click()
    await expect(ana.canvas.getByRole('group', { name: 'Vacant posts. Variable, symptom.' })).toBeVisible()
    const card = left.getByRole('article', { name: 'Could be: Fixes that fail' })
    await expect(card).toContainText('Agency cover eases Vacant posts soon. Later, by way of Pay gap')

    await card.getByRole('button', { name: 'Show on the map' }).click()
    await expect(ana.element('Increase morale')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Pay gap')).not.toHaveAttribute('data-dimmed', 'true')
    await expect(card.getByRole('button', { name: 'Shown on the map' })).toHaveAttribute('aria-pressed', 'true')

    await card.getByRole('button', { name: 'Yes, mark the delay' }).click()
    await expect(ana.link('Agency cover increases Pay gap, delayed')).toBeAttached()
    await card.getByRole('button', { name: 'Parts, question, ways out' }).click()
    await expect(card).toContainText('What it brings about')

    await card.getByRole('button', { name: 'Yes, it is' }).click()
    await expect(right.getByRole('article', { name: 'Fixes that fail', exact: true })).toBeVisible()
    await expect(left.getByRole('article', { name: 'Could be: Fixes that fail' })).toBeHidden()
    // It is several loops, and none that is missing something.
    await expect(right.getByText('Named or pinned, but not in the list')).toBeHidden()

    await ben.link('Agency cover decreases Vacant posts').focus()
    await ben.press('Delete')
    await expect(left.getByText('this figure is not on the map any more')).toBeVisible()
    await ben.press('ControlOrMeta+z')
    await expect(left.getByRole('article', { name: 'Fixes that fail', exact: true })).toBeVisible()
  })

  test('ARCH-9: "Not this" puts a suggestion away on this device, until it is brought back', async ({
    makeMap,
    come,
  }) => {
    const ana = await come('Ana', await makeMap({ template: 'escalation' }))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    const card = panel.getByRole('article', { name: 'Could be: Escalation' })
    await card.getByRole('button', { name: 'Not this' }).click()
    await expect(card).toBeHidden()
    await ana.page.reload()
    await ana.isOpen()
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const back = panel.getByRole('button', { name: 'Bring back one that was “Not this”' })
    const opener = panel.getByRole('button', { name: /^Could be/ }).first()
    // It opens by itself once something else is suggested.
    await expect(async () => {
      if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click()
      await expect(back).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await back.click()
    await expect(card).toBeVisible()
  })

  test('ARCH-10: on a phone a suggestion is read in the sheet and shown alone on the map', async ({
    makeMap,
    come,
  }) => {
    const bo = await come('Bo', await makeMap({ template: 'limits-to-growth' }), phone)
    await bo.page.getByRole('button', { name: 'More' }).tap()
    await bo.page.getByRole('button', { name: 'Loops', exact: true }).tap()
    const card = bo.page.getByRole('article', { name: 'Could be: Limits to growth' })
    await expect(card).toContainText('Behind it stands Size of the hall')
    await card.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing Limits to growth only')).toBeVisible()
    await bo.page.getByRole('button', { name: 'Show all', exact: true }).tap()
    await expect(bo.page.getByText('Showing Limits to growth only')).toBeHidden()
  })

  test('ARCH-14, ARCH-15: the parts say where less of a variable plays one; what is opened while a loop is read comes into view', async ({
    importMap,
    come,
  }) => {
    const shop = weftFile(
      'Shop',
      {
        workload: { label: 'Workload', at: [0, 0], mark: 'symptom' },
        stress: { label: 'Stress', at: [300, 0] },
        quality: { label: 'Quality', at: [300, 220] },
        complaints: { label: 'Complaints', at: [0, 220] },
        orders: { label: 'Orders', at: [-300, 110] },
      },
      [
        { from: 'workload', to: 'stress', polarity: '+' },
        { from: 'stress', to: 'quality', polarity: '-' },
        { from: 'quality', to: 'orders', polarity: '+' },
        { from: 'orders', to: 'workload', polarity: '+' },
        { from: 'quality', to: 'complaints', polarity: '-' },
        { from: 'complaints', to: 'workload', polarity: '+' },
      ],
    )
    const ana = await come('Ana', await importMap(shop))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    const opener = panel.getByRole('button', { name: /^Could be/ }).first()
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    await panel.getByRole('button', { name: /^R1 / }).first().click()
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    await opener.click()
    await expect(opener).toHaveAttribute('aria-expanded', 'false')
    await opener.click()
    const card = panel
      .getByRole('article', { name: 'Could be: Fixes that fail' })
      .filter({ hasText: /less of Quality/i })
      .first()
    await expect(card).toBeInViewport()
    await card.getByRole('button', { name: 'Parts, question, ways out' }).click()
    await expect(card.getByRole('definition').filter({ hasText: 'Less of Quality' })).toBeVisible()
    await expect(card.getByRole('definition').filter({ hasText: /^Workload$/ })).toBeVisible()
  })

  test('TPL-6: an example of an archetype is added to the open map and found there', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(ward))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await panel.getByRole('button', { name: /^Could be/ }).click()
    await panel.getByRole('button', { name: 'Ten patterns that recur' }).click()
    await ana.page.getByRole('button', { name: 'Add the example of “Eroding goals” to this map' }).click()
    await expect(ana.canvas.getByRole('group', { name: 'Speed that we promise. Variable, goal.' })).toBeVisible()
    await expect(panel.getByRole('article', { name: 'Could be: Eroding goals' })).toBeVisible()
    await ana.press('ControlOrMeta+z')
    await expect(ana.element('Vacant posts')).toBeVisible()
  })
})

test.describe('hints', () => {
  test('HINT-1, HINT-4: are counted, stepped through, said in the inspector, and put away', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(ward))
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await panel.getByRole('button', { name: /^Hints/ }).click()
    await expect(panel.getByText('1 variable is named like an action or a direction')).toBeVisible()
    await expect(panel.getByText('1 balancing loop in the list has no goal')).toBeVisible()

    await panel.getByRole('button', { name: /^Show: 1 variable is named like an action/ }).click()
    await expect(ana.inspector).toContainText('This name says what to do, or which way.')
    await panel.getByRole('button', { name: /^Show: 1 balancing loop/ }).click()
    await expect(ana.element('Pay gap')).toHaveAttribute('data-dimmed', 'true')

    const row = panel.getByRole('listitem').filter({ hasText: 'linked with nothing' })
    await row.getByRole('button', { name: 'Do not show this hint on this map' }).click()
    await expect(row).toBeHidden()
    await panel.getByRole('button', { name: 'Bring back a hint' }).click()
    await expect(row).toBeVisible()
  })
})
