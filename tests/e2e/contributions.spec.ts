import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const rents = weftFile(
  'Rents',
  {
    rent: { kind: 'variable', label: 'Rent', at: [0, 0], chosen: true },
    debt: { kind: 'variable', label: 'Debt', at: [0, 240] },
    stress: { kind: 'variable', label: 'Stress', at: [300, 240] },
    council: { kind: 'stakeholder', label: 'City council', at: [420, 0], sector: 'government' },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [600, 120], sector: 'community' },
    build: { kind: 'action', label: 'Renovate flats', at: [-300, 200], act: 'start' },
  },
  [
    { kind: 'causal', from: 'rent', to: 'debt', polarity: '+' },
    { kind: 'causal', from: 'debt', to: 'stress', polarity: '+' },
    { kind: 'causal', from: 'stress', to: 'rent', polarity: '-' },
    { kind: 'contribution', from: 'build', to: 'rent', effect: 'rise' },
  ],
)

async function openLedger(page: Page) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name: 'Contributions' }).click()
  return page.getByRole('region', { name: 'Contributions' })
}

/** Homes lower rents; one contribution is for homes, the other raises rents. Of five loops the last has seven links. */
const homes = weftFile(
  'Homes',
  {
    spec: { kind: 'variable', label: 'Speculation', at: [-300, -100] },
    rents: { kind: 'variable', label: 'Rents', at: [0, -100] },
    evict: { kind: 'variable', label: 'Evictions', at: [260, -200] },
    street: { kind: 'variable', label: 'Homelessness', at: [520, -100] },
    health: { kind: 'variable', label: 'Health', at: [780, -40] },
    trust: { kind: 'variable', label: 'Trust', at: [780, 160] },
    press: { kind: 'variable', label: 'Pressure', at: [520, 120] },
    homes: { kind: 'variable', label: 'Homes', at: [160, 160] },
    build: { kind: 'action', label: 'Build flats', at: [-160, 160], due: '2030-12-15', act: 'start' },
    raise: { kind: 'action', label: 'Raise rents', at: [-300, 20] },
  },
  [
    { kind: 'causal', from: 'spec', to: 'rents', polarity: '+' },
    { kind: 'causal', from: 'rents', to: 'spec', polarity: '+' },
    { kind: 'causal', from: 'rents', to: 'evict', polarity: '+' },
    { kind: 'causal', from: 'evict', to: 'street', polarity: '+' },
    { kind: 'causal', from: 'street', to: 'press', polarity: '+' },
    { kind: 'causal', from: 'street', to: 'health', polarity: '-' },
    { kind: 'causal', from: 'health', to: 'trust', polarity: '+' },
    { kind: 'causal', from: 'trust', to: 'press', polarity: '-' },
    { kind: 'causal', from: 'press', to: 'homes', polarity: '+' },
    { kind: 'causal', from: 'homes', to: 'rents', polarity: '-' },
    { kind: 'causal', from: 'homes', to: 'street', polarity: '-' },
    { kind: 'contribution', from: 'build', to: 'homes', effect: 'rise' },
    { kind: 'contribution', from: 'raise', to: 'rents', effect: 'rise' },
  ],
)

test.describe('contributions', () => {
  test('CONTRIBUTION-3, CONTRIBUTION-5, CONTRIBUTION-6: two that work against each other are told once, where they meet; what one reaches stands alone on the map, and no loop is left out', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const ana = await come('Ana', map)
    const { page, inspector } = ana
    const panel = await openLedger(page)
    const meeting = panel.getByRole('button', { name: /they meet here|both aimed/ })
    await expect(meeting).toHaveCount(1)
    await expect(meeting).toHaveText(
      /Rents: they meet hereRaised by “Raise rents”Lowered by “Build flats”And so after it, at Evictions, .* and 2 more\./,
    )
    await page.keyboard.press('Escape')
    await ana.select('Build flats')
    await expect(inspector).toContainText('Another contribution works against it at Rents: it comes to raise it.')
    for (const tag of ['B1', 'B2', 'B3', 'B4']) {
      await expect(inspector.getByRole('button', { name: `Read the loop ${tag}` })).toBeVisible()
    }
    await expect(inspector.getByRole('button', { name: 'Read the loop R1' })).toBeHidden()

    // The way to one thing that it reaches, as long as one looks at its row; then all of them, until Escape.
    await inspector.getByRole('button', { name: 'Evictions falls, 2 links on' }).hover()
    await expect(ana.element('Trust')).toHaveAttribute('data-dimmed', 'true')
    for (const name of ['Build flats', 'Homes', 'Rents', 'Evictions']) {
      await expect(ana.element(name)).not.toHaveAttribute('data-dimmed', 'true')
    }
    await inspector.getByRole('heading', { name: 'Action' }).hover()
    await expect(ana.element('Trust')).not.toHaveAttribute('data-dimmed', 'true')
    await inspector.getByRole('button', { name: 'Show on the map' }).click()
    await expect(ana.element('Raise rents')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Trust')).not.toHaveAttribute('data-dimmed', 'true')
  })

  test('CONTRIBUTION-10, CONTRIBUTION-12: what is listed stands alone on the map, with what comes to it, until the whole map is asked for; what has a day goes into a calendar', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const panel = await openLedger(ana.page)
    await panel.getByRole('button', { name: 'Show them alone on the map' }).click()
    await expect(ana.element('Trust')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Homes')).not.toHaveAttribute('data-dimmed', 'true')
    // Somebody contributes to trust meanwhile.
    const trust = await ben.middleOf('Trust')
    await ben.page.mouse.click(trust.x, trust.y, { button: 'right' })
    await ben.page.getByRole('menuitem', { name: 'Contribute …' }).click()
    await ben.page.keyboard.type('Open hours')
    await ben.page.keyboard.press('Enter')
    await expect(ana.element('Open hours')).not.toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Trust')).not.toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Health')).toHaveAttribute('data-dimmed', 'true')
    await panel.getByRole('button', { name: 'Show the whole map' }).click()
    await expect(ana.element('Health')).not.toHaveAttribute('data-dimmed', 'true')

    await expect(panel).toContainText('2 that are still to be done have no day, and are not in the calendar.')
    const [file] = await Promise.all([
      ana.page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Reminders for a calendar (.ics)' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Homes-Contributions.ics')
    const text = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;VALUE=DATE:20301215')
    expect(text).toContain('SUMMARY:Build flats')
    expect(text).toContain('We will start\\nBy nobody yet\\nFor Homes ↑ rise')
    expect(text).toContain('BEGIN:VALARM')
  })

  test('CONTRIBUTION-6, CONTRIBUTION-8: a facilitator makes one for a variable, says whose it is and what it does, and is told what works against it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const rent = await ana.middleOf('Rent')
    await ana.page.mouse.click(rent.x, rent.y, { button: 'right' })
    await ana.page.getByRole('menuitem', { name: 'Contribute …' }).click()
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Rent guidance')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Rent guidance')).toBeVisible()
    await expect(ana.link('Rent guidance contributes to Rent')).toBeVisible()

    const { inspector, page } = ana
    await inspector.getByRole('combobox', { name: 'We will' }).click()
    await page.getByRole('option', { name: 'educate' }).click()
    await inspector.getByLabel('By when').fill('2020-03-01')
    await inspector.getByLabel('By when').press('Enter')
    await expect(inspector).toContainText('Overdue: it was to be done by 1 Mar 2020.')
    await inspector.getByRole('button', { name: 'Add a stakeholder' }).click()
    await page.getByPlaceholder('Find a stakeholder').fill('ten')
    await page.keyboard.press('Enter')
    await expect(inspector.getByRole('button', { name: 'Not by Tenants' })).toBeVisible()
    await inspector.getByRole('radio', { name: 'Fall' }).click()

    await expect(ana.link('Rent guidance is to lower Rent')).toBeVisible()
    await expect(ben.link('Rent guidance is to lower Rent')).toBeVisible()
    await expect(inspector).toContainText(
      'Another contribution works against it: it is to raise Rent, at which this one is aimed.',
    )
    const debt = inspector.getByRole('button', { name: 'Debt falls, one link on' })
    await expect(debt).toBeVisible()
    await expect(inspector.getByRole('button', { name: 'Stress falls, 2 links on' })).toBeVisible()
    await expect(inspector.getByRole('button', { name: 'Read the loop B1' })).toBeVisible()

    // One step back for the effect alone.
    await page.keyboard.press('Control+z')
    await expect(ana.link('Rent guidance contributes to Rent')).toBeVisible()
    await expect(inspector.getByRole('button', { name: 'Not by Tenants' })).toBeVisible()
    await expect(inspector).not.toContainText('works against it')

    await inspector.getByRole('button', { name: 'Not by Tenants' }).click()
    await expect(inspector).toContainText('Nobody is named yet.')
    await inspector.getByRole('combobox', { name: 'How far' }).click()
    await page.getByRole('option', { name: 'Done' }).click()
    await expect(inspector).not.toContainText('Overdue')
  })

  test('CONTRIBUTION-8: a participant makes one on a phone, and one step takes it back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const ana = await come('Ana', map, { ...phone, grant: 'contribute' })
    const { x, y } = await ana.middleOf('Rent')
    await ana.page.touchscreen.tap(x, y)
    const sheet = ana.page.getByRole('dialog', { name: 'Rent' })
    await sheet.getByRole('button', { name: 'Contribute …' }).tap()
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Rent guidance')
    await ana.page.keyboard.press('Enter')
    await expect(ana.link('Rent guidance contributes to Rent')).toBeVisible()
    // What it is to do, by whom and by when is asked at once.
    const made = ana.page.getByRole('dialog', { name: 'Rent guidance' })
    await made.getByRole('radio', { name: 'Fall' }).tap()
    await expect(ana.link('Rent guidance is to lower Rent')).toBeVisible()
    await expect(made.getByRole('button', { name: 'Add a stakeholder' })).toBeVisible()
    await made.getByLabel('By when').fill('2030-03-01')
    await made.getByLabel('By when').blur()
    await made.getByRole('button', { name: 'More', exact: true }).tap()
    await expect(made.getByLabel('By when')).toHaveValue('2030-03-01')
  })

  test('CONTRIBUTION-8: the inspector of a variable offers it; the field says what to write, and nothing else is read about', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const ana = await come('Ana', map)
    await ana.select('Debt')
    await ana.inspector.getByRole('button', { name: 'Contribute …' }).click()
    await expect(ana.nameField).toBeFocused()
    await expect(ana.nameField).toHaveAttribute('placeholder', 'We will …')
    expect((await ana.nameField.boundingBox())?.width).toBeGreaterThan(60)
    await expect(ana.inspector.getByRole('heading', { name: 'Variable' })).toBeHidden()
    await ana.page.keyboard.type('Advise tenants')
    await ana.page.keyboard.press('Enter')
    await expect(ana.link('Advise tenants contributes to Debt')).toBeVisible()
    await expect(ana.inspector.getByRole('heading', { name: 'Action' })).toBeVisible()
  })

  test('CONTRIBUTION-10: the ledger tells all of them, what is left out and what works against each other', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(
      weftFile(
        'Ledger',
        {
          rent: { kind: 'variable', label: 'Rent', at: [0, 0] },
          wages: { kind: 'variable', label: 'Wages', at: [0, 240], chosen: true },
          build: { kind: 'action', label: 'Renovate flats', at: [-300, 0], state: 'under-way', due: '2020-03-01' },
          guide: { kind: 'action', label: 'Rent guidance', at: [-300, 200] },
          council: { kind: 'stakeholder', label: 'City council', at: [300, 0], sector: 'government' },
          tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 200], sector: 'community' },
        },
        [
          { kind: 'contribution', from: 'build', to: 'rent', effect: 'rise' },
          { kind: 'contribution', from: 'guide', to: 'rent', effect: 'fall' },
          { kind: 'contribution', from: 'council', to: 'build' },
        ],
      ),
    )
    const { page, inspector } = await come('Ana', map)
    const panel = await openLedger(page)
    const rows = panel.getByRole('list', { name: 'Contributions' }).getByRole('button')
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText('Overdue since 1 Mar 2020')
    await expect(rows.first()).toContainText('By City council')
    await expect(rows.first()).toContainText('For Rent ↑ rise')
    await expect(panel).toContainText('2 of 2 contributions, 1 overdue')
    await expect(panel.getByRole('button', { name: /^Rent: both aimed at it/ })).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Wages' })).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Tenants' })).toBeVisible()
    await expect(panel).toContainText('Sectors of which nobody contributes: Community')

    await panel.getByRole('searchbox', { name: 'Find a contribution' }).fill('guid')
    await expect(rows).toHaveCount(1)
    await rows.first().click()
    await expect(inspector.getByRole('heading', { name: 'Action' })).toBeVisible()
    await panel.getByRole('searchbox').fill('')
    await panel.getByRole('combobox', { name: 'By whom' }).click()
    await page.getByRole('option', { name: 'City council' }).click()
    await expect(rows).toHaveCount(1)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'As a table (CSV)' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Ledger-Contributions.csv')
  })
})
