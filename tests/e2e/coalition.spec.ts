import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from '../helpers/readPdf'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** Ines knows the council, the council knows the builders; the clinic is known by nobody. */
const housing = weftFile(
  'Housing',
  {
    rent: { label: 'Rent', at: [240, 300], chosen: true },
    ines: { kind: 'stakeholder', label: 'Ines', at: [0, 0], sector: 'community', contact: 'ines@example.org' },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [240, 0], sector: 'community' },
    council: { kind: 'stakeholder', label: 'Council', at: [0, 150], sector: 'government', power: 0.9 },
    builders: { kind: 'stakeholder', label: 'Builders', at: [0, 300], sector: 'business' },
    clinic: { kind: 'stakeholder', label: 'Clinic', at: [240, 150] },
  },
  [
    { kind: 'tie', from: 'ines', to: 'council' },
    { kind: 'tie', from: 'council', to: 'builders' },
    { kind: 'relation', from: 'council', to: 'rent', type: 'decides' },
  ],
)

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name: 'Coalition' }).click()
  return page.getByRole('region', { name: 'Coalition' })
}

async function make(panel: Locator, name: string): Promise<void> {
  await panel.getByLabel('Name of the coalition').fill(name)
  await panel.getByRole('button', { name: 'Make it' }).click()
  await expect(panel.getByRole('radio', { name: 'Members' })).toBeFocused()
}

async function add(page: Page, panel: Locator, name: string): Promise<void> {
  await panel.getByRole('button', { name: 'Add a stakeholder' }).click()
  await page.getByPlaceholder('Find a stakeholder').fill(name)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('list', { name: 'Members' }).getByRole('button', { name })).toBeVisible()
}

/** Opens a member's fields and says how far they are in. */
async function say(page: Page, panel: Locator, name: string, state: string): Promise<void> {
  await panel.getByRole('list', { name: 'Members' }).getByRole('button', { name, expanded: false }).click()
  await panel.getByRole('combobox', { name: 'How far' }).click()
  await page.getByRole('option', { name: state, exact: true }).click()
}

test.describe('a coalition', () => {
  test('COALITION-7, COALITION-9, COALITION-11, COALITION-12, COALITION-14: a facilitator builds one from the map, asks the next, and saves its charter in three forms', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(housing)
    const ana = await come('Ana', map, { grant: 'facilitate' })
    const { page } = ana
    const panel = await openPanel(page)
    await make(panel, 'Roofs for all')
    await expect(panel).toContainText('Nobody is in it yet.')
    await add(page, panel, 'Ines')
    await say(page, panel, 'Ines', 'In')
    await panel.getByLabel('Role').fill('Convener')
    await panel.getByLabel('Role').press('Enter')
    await panel.getByLabel('What they bring').fill('Two days a month')
    await panel.getByLabel('What they bring').blur()
    await expect(panel).toContainText('1 in, 0 asked, 0 to ask')
    await isClean(page, 'the members of a coalition')

    // COALITION-10: by sign and word, on the map too.
    await expect(ana.canvas.getByText('✓ In')).toBeVisible()
    await panel.getByRole('button', { name: 'Show them alone on the map' }).click()
    await panel.getByRole('button', { name: 'Show the whole map' }).click()
    await expect(panel.getByRole('button', { name: 'Show them alone on the map' })).toBeVisible()

    await panel.getByRole('radio', { name: 'Whom to ask' }).click()
    await expect(panel).toContainText('2 sectors have nobody in.')
    await expect(panel).toContainText('One stakeholder has no sector, and so closes no gap.')
    const next = panel.getByRole('list', { name: 'Whom to ask next' }).getByRole('listitem')
    await expect(next.first()).toContainText('Council')
    await expect(next.first()).toContainText('5 points')
    await expect(next.first()).toContainText(
      'Nobody else is in from Government · Knows one who is in · Has power · Has a hold on Rent',
    )
    await expect(next.filter({ hasText: 'Builders' })).toContainText('A way there: Ines → Council → Builders')
    await expect(next.filter({ hasText: 'Clinic' })).toContainText('No tie leads there yet.')
    await isClean(page, 'whom to ask next')
    await next.first().getByRole('button', { name: 'Council: to ask, by Ines' }).click()
    await expect(next.first()).toContainText('Builders')
    // The keyboard stays in the list, at whom to ask now.
    await expect(next.first().getByRole('button', { name: 'Builders: to ask, by Ines' })).toBeFocused()
    await expect(ana.canvas.getByText('+ To ask')).toBeVisible()
    await expect(panel).toContainText('Nobody yet, 1 to ask')

    await panel.getByRole('radio', { name: 'Members' }).click()
    await expect(panel.getByRole('list', { name: 'Members' })).toContainText('To be asked by Ines')
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'As a table (CSV)' }).click(),
    ])
    expect(await readFile(await table.path(), 'utf8')).toContain('Council,Government,To ask,,,Ines')

    await panel.getByRole('radio', { name: 'Charter' }).click()
    await panel.getByLabel('What we are for').fill('Nobody sleeps in a car.')
    await panel.getByRole('combobox', { name: 'How we decide' }).click()
    await page.getByRole('option', { name: 'Consent' }).click()
    await expect(panel).toContainText('We go on when nobody has a strong reason against it.')
    await panel.getByLabel('In our own words').fill('Tenants are heard first.')
    await panel.getByLabel('In our own words').blur()
    await isClean(page, 'the charter of a coalition')
    await ana.isSaved()

    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save as PDF' }).click(),
    ])
    expect(pdf.suggestedFilename()).toBe('Roofs-for-all.pdf')
    const read = readPdf(await readFile(await pdf.path()))
    expect(read.pages).toBe(1)
    for (const text of ['Nobody sleeps in a car.', 'Convener', 'Two days a month', 'Council', 'Consent: We go on']) {
      expect(read.text).toContain(text)
    }
    expect(read.text).not.toContain('ines@example.org')
    await panel.getByRole('checkbox', { name: 'With contacts, stance and power' }).click()
    const [docx] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save as Word' }).click(),
    ])
    const files = unzipSync(new Uint8Array(await readFile(await docx.path())))
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('ines@example.org')

    const [reader] = await Promise.all([
      page.context().waitForEvent('page'),
      panel.getByRole('link', { name: 'Read and print' }).click(),
    ])
    await expect(reader.getByRole('heading', { level: 1, name: 'Roofs for all' })).toBeVisible()
    await expect(reader.getByText('Nobody of these sectors is in yet: Government, Business.')).toBeVisible()
    await expect(reader).toHaveTitle('Roofs for all')
    await isClean(reader, 'the page of a charter')
    await reader.getByRole('link', { name: 'To the map' }).click()
    await expect(reader).toHaveURL(new RegExp(`/m/${map.id}$`))
  })

  test('COALITION-8: two people add and change members at once, and both stay; one step back takes back one change', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(housing)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    const anas = await openPanel(ana.page)
    await make(anas, 'Roofs for all')
    const bens = await openPanel(ben.page)
    await expect(bens.getByRole('heading', { name: 'Roofs for all' })).toBeVisible()
    await Promise.all([add(ana.page, anas, 'Ines'), add(ben.page, bens, 'Builders')])
    for (const panel of [anas, bens]) {
      await expect(panel.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(2)
    }
    await Promise.all([say(ana.page, anas, 'Ines', 'In'), say(ben.page, bens, 'Builders', 'Asked')])
    for (const panel of [anas, bens]) await expect(panel).toContainText('1 in, 1 asked, 0 to ask')

    await bens.getByRole('combobox', { name: 'Asked by' }).click()
    await ben.page.getByRole('option', { name: 'Ines' }).click()
    await expect(anas.getByRole('list', { name: 'Members' })).toContainText('Asked by Ines')
    await ana.select('Rent')
    await ana.press('Control+z')
    // Hers alone.
    await expect(bens).toContainText('0 in, 1 asked, 1 to ask')
    const members = bens.getByRole('list', { name: 'Members' })
    await bens.getByRole('button', { name: 'Take out' }).click()
    await expect(members.getByRole('listitem')).toHaveCount(1)
    await expect(members.getByRole('button', { name: 'Ines' })).toBeFocused()
  })

  test('COALITION-7: from the menu of stakeholders, and several that are selected at once', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(housing)
    const ana = await come('Ana', map)
    const { page } = ana
    await ana.select('Council')
    const council = await ana.middleOf('Council')
    await page.mouse.click(council.x, council.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to a coalition …' }).click()
    const panel = page.getByRole('region', { name: 'Coalition' })
    await make(panel, 'Roofs for all')
    await panel.getByRole('button', { name: 'Add the one selected' }).click()
    await expect(panel.getByRole('list', { name: 'Members' })).toContainText('Council')

    await ana.select('Ines', 'Tenants')
    await panel.getByRole('button', { name: 'Add the 2 selected' }).click()
    await expect(panel.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(3)

    const builders = await ana.middleOf('Builders')
    await page.mouse.click(builders.x, builders.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to coalition', exact: true }).click()
    await expect(ana.toast('Builders was added to Roofs for all')).toBeVisible()
    await expect(panel.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(4)
  })

  test('COALITION-8: on a phone a participant says what they bring, a viewer reads it, and the members are shown on the map', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(housing)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const fays = await openPanel(fay.page)
    await make(fays, 'Roofs for all')
    await add(fay.page, fays, 'Tenants')

    const ana = await come('Ana', map, { ...phone, grant: 'contribute' })
    await ana.page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
    await ana.page.getByRole('button', { name: 'Coalition' }).tap()
    const sheet = ana.page.getByRole('dialog', { name: 'Coalition' })
    await sheet.getByRole('button', { name: 'Tenants', expanded: false }).tap()
    await sheet.getByLabel('What they bring').fill('Fifty voices')
    await sheet.getByLabel('What they bring').blur()
    await expect(fays).toContainText('Fifty voices')
    await isClean(ana.page, 'a coalition on a phone')
    await sheet.getByRole('button', { name: 'Show them alone on the map' }).tap()
    await expect(sheet).toBeHidden()
    await expect(ana.canvas.getByText('+ To ask')).toBeVisible()

    const vera = await come('Vera', map, { grant: 'view' })
    const veras = await openPanel(vera.page)
    await veras.getByRole('button', { name: 'Tenants', expanded: false }).click()
    await expect(veras.getByLabel('What they bring')).toHaveValue('Fifty voices')
    await expect(veras.getByLabel('What they bring')).toHaveAttribute('readonly', '')
    await expect(veras.getByRole('button', { name: 'Add a stakeholder' })).toBeHidden()
    await veras.getByRole('radio', { name: 'Charter' }).click()
    await expect(veras.getByRole('link', { name: 'Read and print' })).toBeVisible()
  })

  test('COALITION-16, REPORT-18: before the PDF of a charter or of the report is saved it is said which letters it cannot show', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(housing)
    const ana = await come('Ana', map, { grant: 'facilitate' })
    const panel = await openPanel(ana.page)
    await make(panel, 'Roofs for all')
    await panel.getByRole('radio', { name: 'Charter' }).click()
    await expect(panel.getByRole('button', { name: 'Save as PDF' })).toBeVisible()
    await expect(panel.getByRole('note')).toHaveCount(0)
    await panel.getByLabel('What we are for').fill('房子')
    await panel.getByLabel('What we are for').blur()
    const note = 'A PDF saved here has no letters for 房, 子: boxes stand in their place.'
    await expect(panel.getByRole('note')).toContainText(note)
    await isClean(ana.page, 'letters that the PDF of a charter lacks')
    await ana.isSaved()
    await ana.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Report' }).click()
    await expect(ana.page.getByRole('dialog', { name: 'Report' }).getByRole('note')).toContainText(note)
  })

  test('COALITION-17: the report tells of it', async ({ importMap, come, server }) => {
    const map = await importMap(housing)
    const ana = await come('Ana', map)
    const panel = await openPanel(ana.page)
    await make(panel, 'Roofs for all')
    await add(ana.page, panel, 'Ines')
    await ana.isSaved()
    await ana.page.goto(`${server.url}/m/${map.id}/report?sections=coalitions`)
    await expect(ana.page.getByRole('heading', { name: 'Coalitions' })).toBeVisible()
    await expect(ana.page.getByRole('heading', { name: 'Roofs for all' })).toBeVisible()
    await expect(ana.page.getByRole('cell', { name: 'Ines' })).toBeVisible()
  })
})
