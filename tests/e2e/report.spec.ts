import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from '../helpers/readPdf'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

async function openReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Report…' }).click()
  await expect(page.getByRole('dialog', { name: 'Report' })).toBeVisible()
}

test.describe('the report of a meeting', () => {
  test('REPORT-30, REPORT-31: it is chosen, read, printed and saved', async ({ makeMap, come }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await come('Ana', map, { grant: 'contribute' })
    await openReport(fay.page)
    const dialog = fay.page.getByRole('dialog', { name: 'Report' })
    await isClean(fay.page, 'the dialog of the report')
    await expect(dialog.getByRole('checkbox', { name: 'First names of those who took part' })).not.toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Factors', exact: true })).toBeChecked()

    const [saved] = await Promise.all([
      fay.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as PDF' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('Why-do-people-take-the-bus.pdf')
    const pdf = readPdf(await readFile(await saved.path()))
    expect(pdf.text).toContain('Why do people take the bus?')
    expect(pdf.text).not.toMatch(/Fay|Ana\b/)

    await dialog.getByRole('checkbox', { name: 'Stakeholders and ties' }).click()
    await dialog.getByRole('checkbox', { name: 'First names of those who took part' }).click()
    const [reader] = await Promise.all([
      fay.page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Read and print' }).click(),
    ])
    await expect(reader.getByRole('heading', { level: 1, name: 'Why do people take the bus?' })).toBeVisible()
    await expect(reader.getByRole('heading', { level: 2, name: 'Loops' })).toBeVisible()
    await expect(reader.getByRole('heading', { name: 'Stakeholders and ties' })).toBeHidden()
    await expect(reader.getByText('Ana, Fay')).toBeVisible()
    await expect(reader.getByRole('img', { name: /^Picture of the map/ })).toBeVisible()
    await expect(reader).toHaveTitle('Why do people take the bus?')
    await isClean(reader, 'the report')
    const [tables] = await Promise.all([
      reader.waitForEvent('download'),
      reader.getByRole('button', { name: 'Save as Tables' }).click(),
    ])
    const files = unzipSync(new Uint8Array(await readFile(await tables.path())))
    expect(Object.keys(files)).toEqual(['factors.csv', 'links.csv', 'loops.csv'])
    expect(strFromU8(files['factors.csv'] ?? new Uint8Array())).toContain('Crowding')
    await reader.getByRole('link', { name: 'To the map' }).click()
    await expect(reader).toHaveURL(new RegExp(`/m/${map.id}$`))
  })

  test('REPORT-18: before a PDF is saved it says which letters it cannot show', async ({ importMap, come }) => {
    const map = await importMap(weftFile('住房', { rent: { label: 'Rent 房租', at: [0, 0] } }))
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await openReport(fay.page)
    const dialog = fay.page.getByRole('dialog', { name: 'Report' })
    const note = 'A PDF saved here has no letters for 住, 房, 租: boxes stand in their place.'
    await expect(dialog.getByRole('note')).toContainText(note)
    await isClean(fay.page, 'letters that a PDF lacks')
    await dialog.getByRole('combobox', { name: 'File' }).click()
    await fay.page.getByRole('option', { name: 'HTML' }).click()
    await expect(dialog.getByRole('note')).toHaveCount(0)
    const [reader] = await Promise.all([
      fay.page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Read and print' }).click(),
    ])
    await expect(reader.getByRole('note')).toContainText(note)
    await reader.emulateMedia({ media: 'print' })
    await expect(reader.getByRole('note')).toBeHidden()
  })

  test('REPORT-9: on paper it is black on white from a dark page too, with nothing but the report', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const ana = await come('Ana', map, { grant: 'view', colorScheme: 'dark' })
    await ana.page.goto(`${server.url}/m/${map.id}/report`)
    await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
    await ana.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(ana.page.getByRole('navigation', { name: 'Report' })).toBeHidden()
    const colours = await ana.page.evaluate(() => {
      const main = document.querySelector('main')
      const style = main && getComputedStyle(main)
      return [style?.color, style?.backgroundColor, getComputedStyle(document.body).backgroundColor]
    })
    expect(colours).toEqual(['rgb(26, 29, 35)', 'rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
    for (const format of ['A4', 'Letter']) {
      const printed = await ana.page.pdf({ format, preferCSSPageSize: true })
      expect(printed.length).toBeGreaterThan(10_000)
    }
  })

  test('REPORT-31, REPORT-33, REPORT-40: on a phone it is read row by row, with the whole screen, and names are offered to nobody but a facilitator', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await cem.page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
    await cem.page.getByRole('button', { name: 'Report…' }).tap()
    const dialog = cem.page.getByRole('dialog', { name: 'Report' })
    await expect(dialog.getByRole('checkbox', { name: 'Loops' })).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'First names of those who took part' })).toBeHidden()
    await isClean(cem.page, 'the dialog of the report on a phone')
    const [reader] = await Promise.all([
      cem.page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: 'Read and print' }).tap(),
    ])
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expect(reader.getByRole('table', { name: 'Links and reasons' })).toBeVisible()
    await isClean(reader, 'the report on a phone')
    const bar = reader.getByRole('navigation')
    const rows = await bar
      .locator('a, button')
      .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size)
    expect(rows).toBeLessThanOrEqual(2)
    await reader.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(bar).not.toBeInViewport()

    await reader.goto(`${reader.url()}?names=true`)
    await expect(reader.getByText('Your link does not allow this')).toBeVisible()
  })

  test('REPORT-32: it is offered at the last step of the agenda, and in the palette', async ({ makeMap, come }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const { page } = fay
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    const panel = page.getByRole('region', { name: 'Agenda and timer' })
    await panel.getByRole('button', { name: /Who is in the system/ }).click()
    await panel.getByRole('button', { name: 'Begin with everyone' }).click()
    const strip = page.getByRole('region', { name: 'Meeting' })
    await expect(strip).toContainText('1 of')
    await expect(strip.getByRole('button', { name: 'Report…' })).toBeHidden()
    await panel.getByRole('button', { name: /^\d+ ?Close/ }).click()
    await panel.getByRole('button', { name: 'Go here, with everyone' }).click()
    await strip.getByRole('button', { name: 'Report…' }).click()
    await expect(page.getByRole('dialog', { name: 'Report' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('report')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Report' })).toBeVisible()
  })

  test('ROUND-39, ROUND-60: a round closes with the timer, and its result is saved as a table', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const { page } = fay
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Ask the group' }).click()
    await page.getByRole('button', { name: 'Ask the group' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Ask the group' })
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Where would a change move most?')
    await dialog.getByRole('combobox', { name: 'Closes' }).click()
    await page.getByRole('option', { name: 'When the timer ends' }).click()
    await isClean(page, 'asking a round that closes with the timer')
    await dialog.getByRole('button', { name: 'Ask now' }).click()
    const round = page.getByRole('dialog', { name: 'Where would a change move most?' })
    await expect(round).toContainText('Closes when the timer ends.')
    await expect(ana.page.getByRole('status').filter({ hasText: 'Where would a change move most?' })).toBeVisible()

    await round.getByRole('button', { name: 'Reveal all' }).click()
    await page.getByRole('button', { name: 'Reveal now' }).click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      round.getByRole('button', { name: 'Save as a table' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('Where-would-a-change-move-most.csv')
    expect(await readFile(await saved.path(), 'utf8')).toMatch(/Rank,About,Dots,People/)
  })
})
