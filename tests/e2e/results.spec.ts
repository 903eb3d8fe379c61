import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test, type FileToImport } from './weftTest'

/** Homes, with two results: one on the way, one against what people want. */
const homes: FileToImport = (() => {
  const file = weftFile('Homes', {
    rent: { kind: 'variable', label: 'Rent', at: [0, 0] },
    nights: { kind: 'variable', label: 'Nights outside', at: [0, 220] },
  })
  const practices = {
    r1: {
      ...{ kind: 'result', name: 'Fewer families sleep in cars', indicator: 'Families who ask for a bed' },
      ...{ unit: 'families', level: 'community', who: 'Families', where: 'North side', measures: ['nights'], at: 1 },
      ...{ baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2030-12-31' } },
      'reading:k1': { value: 38, on: '2026-02-01', at: 1 },
      'reading:k2': { value: 35, on: '2026-03-01', note: 'After the cold weeks', at: 2 },
    },
    r2: {
      ...{ kind: 'result', name: 'Agencies share one list', unit: '%', level: 'network', aim: 'rise', at: 2 },
      ...{ baseline: { value: 50, on: '2026-01-01' }, target: { value: 90, on: '2026-02-01' } },
      'reading:k1': { value: 45.5, on: '2026-02-15', at: 1 },
    },
  }
  return { ...file, content: JSON.stringify({ ...JSON.parse(String(file.content)), practices }) }
})()

async function openResults(page: Page) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name: 'Results' }).click()
  return page.getByRole('region', { name: 'Results' })
}

test.describe('results', () => {
  test('RESULT-8, RESULT-10, RESULT-13: one is made at a variable, read, corrected, taken back; everyone sees it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const { page, inspector } = ana
    await ana.select('Rent')
    await inspector.getByRole('button', { name: 'Measure this …' }).click()
    const form = page.getByRole('dialog', { name: 'Add a result' })
    await expect(form.getByRole('button', { name: 'Not Rent' })).toBeVisible()
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(form.getByRole('alert')).toHaveText('Give it a name.')
    await form.getByLabel('What do we want to see?').fill('Rents stop rising')
    await form.getByLabel('Unit').fill('€')
    await form.getByLabel('Baseline').fill('about ten')
    await expect(form.getByRole('alert')).toHaveText('This is no number. Write one such as 12 or 1.5.')
    await form.getByLabel('Baseline').fill('10,5')
    await form.getByLabel('Target').fill('9 €')
    await form.getByRole('button', { name: 'Add a variable' }).click()
    await page.getByPlaceholder('Find a variable').fill('nig')
    await page.keyboard.press('Enter')
    await expect(form.getByRole('button', { name: 'Not Nights outside' })).toBeVisible()
    await form.getByRole('button', { name: 'Not Nights outside' }).click()
    await isClean(page, 'the form of a result')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(form).toBeHidden()

    const card = inspector.getByRole('article', { name: 'Rents stop rising' })
    await expect(card).toContainText('No reading yet')
    await card.getByRole('button', { name: 'Add a reading' }).click()
    const reading = page.getByRole('dialog', { name: 'Add a reading' })
    await reading.getByLabel('What was read (€)').fill('11')
    await reading.getByLabel('Day').fill('2999-01-01')
    await expect(reading.getByRole('alert')).toHaveText('This day is still to come. Choose today or a day before.')
    await reading.getByLabel('Day').fill('2026-03-01')
    await reading.getByLabel('Note').fill('City figures')
    await page.keyboard.press('Tab')
    await reading.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(card).toContainText('Wrong way')
    const mark = ben.canvas.getByRole('img', { name: 'Rent, Rents stop rising: 11 € ↑ Wrong way' })
    await expect(mark).toBeVisible()

    await card.getByRole('button', { name: '1 reading' }).click()
    await expect(card.getByRole('row', { name: /City figures · Ana/ })).toBeVisible()
    await card.getByRole('button', { name: 'Correct 11 € of 1 Mar 2026' }).click()
    const again = page.getByRole('dialog', { name: 'Correct a reading' })
    await expect(again.getByLabel('What was read (€)')).toHaveValue('11')
    await again.getByLabel('What was read (€)').fill('9.75')
    await again.getByRole('button', { name: 'Keep' }).click()
    await expect(ben.canvas.getByRole('img', { name: /^Rent, .*: 9\.75 € ↓ On the way$/ })).toBeVisible()
    await expect(
      card.getByRole('img', { name: /^Rents stop rising: 1 reading\. Latest: 9\.75 €, 1 Mar 2026/ }),
    ).toBeVisible()
    await expect(card).toContainText('0.75 € less than at the baseline · 50% of the way')

    await card.getByRole('button', { name: 'Correct 9.75 € of 1 Mar 2026' }).click()
    await again.getByRole('button', { name: 'Delete' }).click()
    await expect(card).toContainText('No reading yet')
    await expect(ben.canvas.getByRole('img', { name: /^Rent, / })).toBeHidden()
    await page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(card).toContainText('On the way')
  })

  test('RESULT-19: what was typed stays where somebody deletes the result, the reading or the variable meanwhile', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const panel = await openResults(ana.page)
    const theirs = await openResults(ben.page)
    const cars = panel.getByRole('article', { name: 'Fewer families sleep in cars' })
    const gone = theirs.getByRole('article', { name: 'Fewer families sleep in cars' })
    await cars.getByRole('button', { name: 'Add a reading' }).click()
    const reading = ana.page.getByRole('dialog', { name: 'Add a reading' })
    await reading.getByLabel('What was read (families)').fill('31')
    await gone.getByRole('button', { name: 'Change “Fewer families sleep in cars”' }).click()
    const form = ben.page.getByRole('dialog', { name: 'Change a result' })
    await form.getByRole('button', { name: 'Delete' }).click()
    await expect(form).toBeHidden()
    await expect(reading.getByRole('alert')).toContainText('has been deleted meanwhile')
    await expect(reading.getByLabel('What was read (families)')).toHaveValue('31')
    await isClean(ana.page, 'the form of a reading whose result is gone')
    await reading.getByRole('button', { name: 'Put back and keep' }).click()
    await expect(reading).toBeHidden()
    await expect(cars).toContainText('31 families')
    await expect(gone.getByRole('button', { name: '3 readings' })).toBeVisible()

    await gone.getByRole('button', { name: 'Change “Fewer families sleep in cars”' }).click()
    await form.getByLabel('Who', { exact: true }).fill('Families with children')
    await cars.getByRole('button', { name: 'Change “Fewer families sleep in cars”' }).click()
    const mine = ana.page.getByRole('dialog', { name: 'Change a result' })
    await mine.getByRole('button', { name: 'Delete' }).click()
    await expect(mine).toBeHidden()
    await expect(form.getByRole('alert')).toContainText('This result has been deleted meanwhile.')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(form).toBeHidden()
    // Undo brings it back, and opens nothing.
    await ana.page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(gone).toBeVisible()
    await expect(form).toBeHidden()

    await ben.select('Nights outside')
    const card = ben.inspector.getByRole('article', { name: 'Fewer families sleep in cars' })
    await card.getByRole('button', { name: 'Add a reading' }).click()
    await ben.page.getByRole('dialog', { name: 'Add a reading' }).getByLabel('Note').fill('From the winter count')
    await ana.select('Nights outside')
    await ana.page.keyboard.press('Delete')
    await expect(ben.page.getByRole('region', { name: /^Messages/ })).toContainText('From the winter count')
  })

  test('PRACTICE-8: what was typed into a form is there again after Esc, a press beside it and a reload', async ({
    importMap,
    come,
  }) => {
    const { page } = await come('Ana', await importMap(homes))
    const add = () =>
      page.getByRole('region', { name: 'Results' }).getByRole('button', { name: 'Add a result' }).click()
    const form = page.getByRole('dialog', { name: 'Add a result' })
    const name = form.getByLabel('What do we want to see?')
    const messages = page.getByRole('region', { name: /^Messages/ })
    const panel = await openResults(page)
    await add()
    await name.fill('Rents stop rising')
    await form.getByLabel('By this day').fill('2030-01-01')
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    await expect(messages).toContainText('What you typed is kept for you.')

    await add()
    await expect(name).toHaveValue('Rents stop rising')
    await expect(form.getByLabel('By this day')).toHaveValue('2030-01-01')
    await expect(form.getByRole('status')).toContainText('You typed this earlier.')
    await isClean(page, 'a form with what was typed earlier')
    await form.getByLabel('Where', { exact: true }).fill('Here')
    await page.mouse.click(4, 4)
    await expect(form).toBeHidden()

    await page.reload()
    await openResults(page)
    await add()
    await expect(form.getByLabel('Where', { exact: true })).toHaveValue('Here')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(form).toBeHidden()
    await messages.getByRole('button', { name: 'Bring it back' }).click()
    await expect(name).toHaveValue('Rents stop rising')
    await form.getByRole('button', { name: 'Begin anew' }).click()
    await expect(name).toHaveValue('')
    await name.fill('Rents fall')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(panel.getByRole('article', { name: 'Rents fall' })).toBeVisible()

    await add()
    await expect(name).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()

    const cars = panel.getByRole('article', { name: 'Fewer families sleep in cars' })
    await cars.getByRole('button', { name: 'Add a reading' }).click()
    const reading = page.getByRole('dialog', { name: 'Add a reading' })
    await reading.getByLabel('What was read (families)').fill('31')
    await page.keyboard.press('Escape')
    await expect(reading).toBeHidden()
    await cars.getByRole('button', { name: 'Add a reading' }).click()
    await expect(reading.getByLabel('What was read (families)')).toHaveValue('31')
  })

  test('RESULT-7, RESULT-9: the panel lists them by level, as a table and as charts on one axis', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const { page, inspector } = await come('Ana', map)
    const panel = await openResults(page)
    await expect(panel).toContainText('2 of 2 results, 1 overdue')
    await expect(panel.getByRole('heading', { level: 3 })).toHaveText(['Network', 'Community'])
    const cars = panel.getByRole('article', { name: 'Fewer families sleep in cars' })
    await expect(cars).toContainText('5 families less than at the baseline · 25% of the way')
    const shared = panel.getByRole('article', { name: 'Agencies share one list' })
    await expect(shared).toContainText('Wrong way')
    await expect(shared).toContainText('Overdue: it was to be reached by 1 Feb 2026.')
    await isClean(page, 'the panel of results')

    await panel.getByRole('radio', { name: 'Table' }).click()
    const row = panel.getByRole('row', { name: /^Agencies share one list/ })
    await expect(row).toContainText('−4.5')
    await panel.getByRole('radio', { name: 'Charts' }).click()
    await expect(panel.getByRole('list', { name: 'Charts' }).getByRole('img')).toHaveCount(2)
    await expect(panel).toContainText('All from 1 Jan 2026 to 31 Dec 2030.')
    await isClean(page, 'the charts of results')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'As a table (CSV)' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Homes-Results.csv')
    const csv = await readFile(await file.path(), 'utf8')
    expect(csv).toContain('Nights outside,2026-03-01,35,After the cold weeks')
    expect(csv.trim().split('\r\n')).toHaveLength(4)

    await panel.getByRole('radio', { name: 'List' }).click()
    await panel.getByRole('combobox', { name: 'Where it shows' }).click()
    await page.getByRole('option', { name: 'Community' }).click()
    await expect(panel.getByRole('article')).toHaveCount(1)
    await panel.getByRole('button', { name: 'Nights outside' }).click()
    await expect(inspector.getByRole('article', { name: 'Fewer families sleep in cars' })).toBeVisible()
  })

  test('RESULT-10, RESULT-11, RESULT-13: a participant on a phone writes down a result at a variable and adds a reading, and the facilitator sees it on the map', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(homes)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await expect(
      fay.canvas.getByRole('img', { name: 'Nights outside, Families who ask for a bed: 35 ↓ On the way' }),
    ).toBeVisible()
    const ana = await come('Ana', map, { ...phone, grant: 'contribute' })
    const { page } = ana
    const rent = await ana.middleOf('Rent')
    await page.touchscreen.tap(rent.x, rent.y)
    const here = page.getByRole('dialog', { name: 'Rent' })
    await here.getByRole('button', { name: 'More' }).tap()
    await here.getByRole('button', { name: 'Measure this …' }).tap()
    const form = page.getByRole('dialog', { name: 'Add a result' })
    await form.getByLabel('What do we want to see?').fill('Rents stop rising')
    await form.getByRole('button', { name: 'Add', exact: true }).tap()
    await expect(here.getByRole('article', { name: 'Rents stop rising' })).toContainText('No reading yet')
    await here.getByRole('button', { name: 'Close' }).first().tap()
    await expect(here).toBeHidden()

    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('button', { name: /^Results/ }).tap()
    const sheet = page.getByRole('dialog', { name: 'Results' })
    const card = sheet.getByRole('article', { name: 'Fewer families sleep in cars' })
    await card.getByRole('button', { name: 'Add a reading' }).tap()
    const reading = page.getByRole('dialog', { name: 'Add a reading' })
    await reading.getByLabel('What was read (families)').fill('19,5')
    await isClean(page, 'a reading on a phone')
    await reading.getByRole('button', { name: 'Add', exact: true }).tap()
    await expect(card).toContainText('Reached')
    await expect(
      fay.canvas.getByRole('img', { name: 'Nights outside, Families who ask for a bed: 19.5 ↓ Reached' }),
    ).toBeVisible()
  })

  test('TPL-4, RESULT-14: from the template, by a first reading, to the report', async ({ server, browserOf }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.getByRole('button', { name: 'From leader to community' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'First name' }).fill('Fay')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('application', { name: 'Map' })).toBeVisible()
    const panel = await openResults(page)
    await expect(panel.getByRole('heading', { level: 3 })).toHaveText([
      ...['Person', 'Organisation', 'Network', 'Community', 'Whole system'],
    ])
    await panel
      .getByRole('article', { name: 'Leaders ask before they answer' })
      .getByRole('button', { name: 'Add a reading' })
      .click()
    const reading = page.getByRole('dialog', { name: 'Add a reading' })
    await reading.getByLabel('What was read (%)').fill('40 %')
    await reading.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('img', { name: /^Leaders who learn together, .*: 40 %$/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Saved\..*Where your changes are$/ })).toBeVisible()

    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Report…' }).click()
    const [reader] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('dialog', { name: 'Report' }).getByRole('link', { name: 'Read and print' }).click(),
    ])
    await expect(reader.getByRole('heading', { level: 2, name: 'Results' })).toBeVisible()
    const row = reader.getByRole('table', { name: 'Results' }).getByRole('row', { name: /^Leaders ask/ })
    await expect(row).toContainText('40 %')
    await expect(row).toContainText('First reading')
    await expect(reader.getByRole('table', { name: 'Readings' }).getByRole('row')).toHaveCount(2)
  })

  test('RESULT-10: who may only read sees the readings and has nothing to change', async ({ importMap, come }) => {
    const map = await importMap(homes)
    const { page } = await come('Vera', map, { grant: 'view' })
    const panel = await openResults(page)
    const card = panel.getByRole('article', { name: 'Fewer families sleep in cars' })
    await card.getByRole('button', { name: '2 readings' }).click()
    await expect(card.getByRole('row', { name: /After the cold weeks/ })).toBeVisible()
    await expect(panel.getByRole('button', { name: /Add|Change|Correct/ })).toHaveCount(0)
  })
})
