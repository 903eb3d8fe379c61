import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const buses = weftFile(
  'Buses',
  {
    wait: { kind: 'variable', label: 'Waiting time', at: [0, 0] },
    fares: { kind: 'variable', label: 'Fare income', at: [320, 0] },
    riders: { kind: 'stakeholder', label: 'Riders', at: [0, 220], sector: 'community' },
    lanes: { kind: 'action', label: 'Bus lanes', at: [320, 220] },
  },
  [{ kind: 'causal', from: 'wait', to: 'fares', polarity: '-' }],
)

const inspectorOf = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const checkInOf = (page: Page, name: string) => page.getByRole('dialog', { name: `How is “${name}” going?` })

/** Says by an open form how something is going. */
async function say(page: Page, name: string, state: string, { day, note }: { day?: string; note?: string } = {}) {
  const dialog = checkInOf(page, name)
  await dialog.getByRole('radio', { name: state }).click()
  if (note !== undefined) await dialog.getByRole('textbox', { name: 'Why?' }).fill(note)
  if (day !== undefined) await dialog.getByLabel('Day').fill(day)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function openPanel(page: Page) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name: 'Pulse' }).click()
  return page.getByRole('region', { name: 'Pulse' })
}

test('GOING-1, GOING-2: a check-in is made from the menu of an element, stands in its line of time for everyone, and is corrected and taken away', async ({
  importMap,
  come,
}) => {
  const map = await importMap(buses)
  const ana = await come('Ana', map, { grant: 'contribute' })
  const ben = await come('Ben', map, { grant: 'contribute' })
  await ana.element('Waiting time').click({ button: 'right' })
  await ana.page.getByRole('menuitem', { name: 'How is this going?' }).click()
  const dialog = checkInOf(ana.page, 'Waiting time')
  await expect(dialog).toContainText('with your name')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say how it is going first.')
  await dialog.getByLabel('Day').fill('2999-01-01')
  await expect(dialog.getByRole('alert').last()).toContainText('Choose today or a day before.')
  await isClean(ana.page, 'checking in')
  await say(ana.page, 'Waiting time', 'Worse', { day: '2025-03-01', note: 'Two lines were cut' })

  await ben.element('Waiting time').click()
  const seen = inspectorOf(ben.page)
  await expect(seen).toContainText('Getting worse (one person)')
  await expect(seen).toContainText('Two lines were cut')
  await expect(seen.getByRole('list', { name: 'What was said' })).toContainText('Ana, 1 Mar 2025')
  await expect(seen.getByRole('button', { name: /^Correct/ })).toHaveCount(0)
  await seen.getByRole('button', { name: 'Check in' }).click()
  await say(ben.page, 'Waiting time', 'Better')

  await ana.element('Waiting time').click()
  const own = inspectorOf(ana.page)
  await expect(own.getByRole('list', { name: 'What was said' }).getByRole('listitem')).toHaveCount(2)
  await expect(own).toContainText('Getting better (one person)')
  await own.getByRole('button', { name: 'Correct the check-in of 1 Mar 2025' }).click()
  await own.getByRole('radio', { name: 'Same' }).click()
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(seen).toContainText('About the same')
  await isClean(ana.page, 'how one thing is going')
  await own.getByRole('button', { name: 'Delete the check-in of 1 Mar 2025' }).click()
  await expect(seen).not.toContainText('Two lines were cut')
  await ana.page.keyboard.press('Control+z')
  await expect(seen).toContainText('Two lines were cut')
})

test('GOING-1, GOING-4, GOING-5, GOING-6, GOING-7, GOING-8: who checks in on a phone is seen by the facilitator in the panel and on the coloured map, and in the report', async ({
  importMap,
  come,
  server,
}) => {
  const map = await importMap(buses)
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  const panel = await openPanel(fay.page)
  await expect(panel).toContainText('Nobody has checked in yet.')

  await cem.element('Waiting time').tap()
  const sheet = cem.page.getByRole('dialog', { name: 'Waiting time', exact: true })
  await sheet.getByRole('button', { name: 'More' }).tap()
  await sheet.getByRole('button', { name: 'Check in' }).tap()
  await isClean(cem.page, 'checking in on a phone')
  await say(cem.page, 'Waiting time', 'Worse', { day: '2025-03-01' })
  await expect(panel).toContainText('1 new')
  await sheet.getByRole('button', { name: 'Check in' }).tap()
  await say(cem.page, 'Waiting time', 'Better', { note: 'New bus lanes' })
  await expect(panel.getByRole('list', { name: 'Better than before' })).toContainText(
    'Getting worse (one person), 1 Mar 2025 → Getting better (one person)',
  )
  await expect(panel).toContainText('Nobody said anything yet (3)')
  await isClean(fay.page, 'now against last time')

  // On the map, by rim and chip.
  await panel.getByRole('button', { name: 'Show on the map' }).click()
  await expect(fay.page.locator('.weft-chip')).toHaveText(['▲ Better'])
  // As colours, with the last times as signs.
  await panel.getByRole('button', { name: 'Colour the map by it' }).click()
  await expect(fay.element('Waiting time').locator('.weft-tag')).toHaveText('↘↗')
  // GOING-5: from far away no letters stand there.
  const surface = fay.page.locator('.weft-surface').first()
  const farther = fay.page.getByRole('button', { name: 'Zoom out', exact: true })
  await expect(async () => {
    await farther.click()
    await expect(surface).toHaveAttribute('data-detail', 'blocks', { timeout: 500 })
  }).toPass()
  await expect(fay.element('Waiting time').locator('.weft-tag')).toBeHidden()
  await fay.canvas.focus()
  await fay.press('Shift+1')
  await expect(fay.element('Waiting time').locator('.weft-tag')).toBeVisible()
  const legend = fay.page.getByRole('region', { name: 'What colours and sizes mean' })
  await expect(legend).toContainText('Getting better (1)')
  await expect(legend).toContainText('Not said (3)')
  await isClean(fay.page, 'a map coloured by its pulse')

  // Two days.
  await panel.getByRole('combobox', { name: 'Compare' }).click()
  await fay.page.getByRole('option', { name: 'Two days' }).click()
  await expect(panel.getByRole('combobox', { name: 'Before' })).toHaveText('1 Mar 2025')
  await expect(panel).toContainText('1 better')
  await panel.getByRole('combobox', { name: 'Now' }).click()
  await fay.page.getByRole('option', { name: '1 Mar 2025' }).click()
  await expect(panel).toContainText('1 with nothing new')

  // In the report, with who said it only where names are asked for.
  await fay.page.goto(`${server.url}/m/${map.id}/report?sections=pulse`)
  const report = fay.page.getByRole('main')
  await expect(report.getByRole('heading', { level: 2, name: 'Pulse and kind of problem' })).toBeVisible()
  await expect(report).toContainText('New bus lanes')
  await expect(report).not.toContainText('Cem')
  await fay.page.goto(`${server.url}/m/${map.id}/report?sections=pulse&names=true`)
  await expect(report).toContainText('Cem')
})

test('CHALLENGE-1, CHALLENGE-2, CHALLENGE-3: an element is judged outside of a meeting, each alone, and once it is revealed the map is coloured by it', async ({
  importMap,
  come,
}) => {
  const map = await importMap(buses)
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const question = 'What kind of problem is it?'
  const roundOf = (page: Page) => page.getByRole('dialog', { name: question })

  // Nobody asks about it, and she may not ask.
  await ana.element('Waiting time').click({ button: 'right' })
  await expect(ana.page.getByRole('menuitem', { name: 'Judge the kind of problem' })).toBeDisabled()
  await ana.page.keyboard.press('Escape')

  await fay.element('Waiting time').click()
  // It says that it asks everyone, and does once that is meant.
  await inspectorOf(fay.page).getByRole('button', { name: 'Ask all: technical or adaptive?' }).click()
  const meant = fay.page.getByRole('alertdialog', { name: 'Ask everyone now?' })
  await expect(ana.page.getByRole('status').filter({ hasText: question })).toBeHidden()
  await meant.getByRole('button', { name: 'Ask now' }).click()
  await expect(meant).toBeHidden()
  await expect(roundOf(fay.page)).toContainText('0 of 1 answered')
  await expect(roundOf(fay.page)).toContainText('Waiting time')

  // She judges from the element, and nobody sees it.
  await ana.element('Waiting time').click()
  await inspectorOf(ana.page).getByRole('button', { name: 'Technical or adaptive?' }).click()
  await roundOf(ana.page).getByRole('radio', { name: 'No' }).click()
  await roundOf(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(roundOf(fay.page)).toContainText('1 of 1 answered')
  await expect(roundOf(fay.page)).not.toContainText('Adaptive: 1')
  await ana.page.keyboard.press('Escape')

  // Whoever asks by the element again comes to the same round.
  await fay.page.keyboard.press('Escape')
  await inspectorOf(fay.page).getByRole('button', { name: 'Technical or adaptive?' }).click()
  await expect(roundOf(fay.page)).toContainText('1 of 1 answered')
  await roundOf(fay.page).getByRole('button', { name: 'Reveal all' }).click()
  await expect(roundOf(fay.page)).toContainText('Adaptive: 1')
  // From the round to the coloured map, with words for the colours; and from the element.
  await roundOf(fay.page).getByRole('button', { name: 'Show on the map' }).click()
  await expect(roundOf(fay.page)).toBeHidden()
  await expect(fay.element('Waiting time').locator('.weft-tag')).toHaveText('A')
  await expect(fay.page.getByRole('region', { name: 'What colours and sizes mean' })).toContainText('Adaptive')
  await ana.element('Waiting time').click()
  await inspectorOf(ana.page).getByRole('button', { name: 'Colour the map by it' }).click()
  await expect(ana.element('Waiting time').locator('.weft-tag')).toHaveText('A')

  const panel = await openPanel(ana.page)
  await panel.getByRole('radio', { name: 'Technical or adaptive' }).click()
  await expect(panel.getByRole('list', { name: 'Adaptive' })).toContainText('Waiting time')
  await expect(panel).toContainText('waiting for an expert to fix it')
  await expect(panel).toContainText('Not judged yet (3)')
  await panel.getByRole('button', { name: 'Colour the map by it' }).click()
  await expect(ana.element('Waiting time').locator('.weft-tag')).toHaveText('A')
  await expect(ana.element('Bus lanes').locator('.weft-tag')).toHaveText('–')
  await expect(ana.element('Riders').locator('.weft-tag')).toHaveText('–')
  await isClean(ana.page, 'a map coloured by the kind of challenge')
  await panel.getByRole('button', { name: 'Close' }).click()
  await ana.page.getByRole('button', { name: 'What helps with each' }).click()
  await expect(panel.getByRole('radio', { name: 'Technical or adaptive' })).toBeChecked()
})
