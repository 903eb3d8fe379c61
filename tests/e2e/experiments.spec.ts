import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const rents = weftFile(
  'Rents',
  {
    rent: { label: 'Rent', at: [0, 0] },
    debt: { label: 'Debt', at: [0, 280] },
    calm: { label: 'Calm', at: [380, 280] },
    wages: { label: 'Wages', at: [380, 0] },
    council: { kind: 'stakeholder', label: 'City council', at: [640, 140] },
  },
  [
    { from: 'rent', to: 'debt', polarity: '+' },
    { from: 'debt', to: 'calm', polarity: '-' },
  ],
)

async function openPractice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name }).click()
}

const markAt = (page: Page, mark: string): Locator => page.locator(`[data-link-mark="${mark}"]`)
const chips = (page: Page): Locator => page.locator('.weft-chip')

/** A point of a link's line, a third along it: in the middle may stand a sign. */
async function lineOf(link: Locator): Promise<{ readonly x: number; readonly y: number }> {
  return link
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 3)
      const matrix = path.getScreenCTM()
      if (matrix === null) throw new Error('The link is not drawn.')
      const at = new DOMPoint(x, y).matrixTransform(matrix)
      return { x: at.x, y: at.y }
    })
}

test.describe('experiments', () => {
  test('EXPERIMENT-1, EXPERIMENT-2, EXPERIMENT-3, EXPERIMENT-4, EXPERIMENT-5, EXPERIMENT-9, EXPERIMENT-10, EXPERIMENT-18: a facilitator plans one, marks it on the map, reads before and after, and it goes into the report; a participant sees it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ben = await come('Ben', map, { grant: 'contribute' })
    const { page } = fay
    await openPractice(page, 'Experiments')
    const panel = page.getByRole('region', { name: 'Experiments' })
    await expect(panel).toContainText('There is no experiment yet.')
    await panel.getByRole('textbox', { name: 'Name of a new experiment' }).fill('Talks at the weekend')
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(panel).toContainText('Nothing would change. Mark something first.')

    await fay.canvas.focus()
    await page.keyboard.press('Shift+1')
    // From the menu of a variable and of a link, and from the panel for what is selected.
    const rent = await fay.middleOf('Rent')
    await page.mouse.click(rent.x, rent.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Would change' }).click()
    await page.getByRole('menuitem', { name: 'would fall' }).click()
    const marks = panel.getByRole('list', { name: 'What it would change' })
    await expect(marks.getByRole('button', { name: 'Rent: would fall' })).toBeVisible()
    await expect(chips(page).filter({ hasText: 'would fall' })).toBeVisible()
    const table = panel.getByRole('table')
    await expect(table.getByRole('row', { name: /^Debt Now 0\.562, with the try 0\.500 falls$/ })).toBeVisible()
    await expect(
      table.getByRole('row', { name: /^Calm Now 0\.430, with the try 0\.438 rises a little$/ }),
    ).toBeVisible()
    await expect(panel).toContainText('Does not move: Wages.')

    const line = await lineOf(fay.link('Rent increases Debt'))
    await page.mouse.click(line.x, line.y)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Would change' }).press('ArrowRight')
    await page.getByRole('menuitem', { name: 'would be cut' }).press('Enter')
    await expect(markAt(page, 'cut')).toBeVisible()
    await expect(markAt(page, 'cut')).toHaveText('cut')
    await panel.getByRole('button', { name: 'would have the other sign' }).click()
    await expect(markAt(page, 'turned')).toBeVisible()
    await isClean(page, 'an experiment')

    // Each change is one step back.
    await fay.canvas.focus()
    await page.keyboard.press('Control+z')
    await expect(markAt(page, 'cut')).toBeVisible()
    await expect(markAt(page, 'turned')).toHaveCount(0)

    await panel.getByRole('textbox', { name: 'What we think will happen, and why' }).fill('Less debt')
    await panel.getByRole('textbox', { name: 'How we will tell' }).fill('Letters')
    await panel.getByRole('radio', { name: 'Running' }).click()
    // EXPERIMENT-18: what the map says on the day on which it begins is kept.
    const kept = panel.getByRole('region', { name: /^What the map said on/ })
    await expect(kept).toContainText('Falls: Debt')
    await panel.getByLabel('Look again on').fill('2020-03-01')
    await panel.getByLabel('Look again on').press('Enter')
    await expect(panel).toContainText('Time to look again: the day was set for 1 Mar 2020.')

    // A participant reads it in the list, and has neither marks nor figures on the map before it is opened.
    await openPractice(ben.page, 'Experiments')
    const theirs = ben.page.getByRole('region', { name: 'Experiments' })
    await expect(theirs).toContainText('One experiment is waiting for you to look again.')
    await expect(markAt(ben.page, 'cut')).toHaveCount(0)
    await theirs.getByRole('button', { name: /^Talks at the weekend/ }).click()
    await expect(markAt(ben.page, 'cut')).toBeVisible()
    await expect(theirs.getByRole('textbox', { name: 'How we will tell' })).toHaveValue('Letters')
    await ben.page.getByRole('button', { name: 'Close', exact: true }).first().click()
    await expect(markAt(ben.page, 'cut')).toHaveCount(0)

    await panel.getByRole('radio', { name: 'Over' }).click()
    await expect(panel).not.toContainText('Time to look again')
    await expect(panel).toContainText('Write down what you learned')
    await panel.getByRole('textbox', { name: 'What we learned' }).fill('People came')
    await panel.getByRole('button', { name: 'All experiments' }).click()
    await expect(panel).not.toContainText('What did you learn?')
    await expect(markAt(page, 'cut')).toHaveCount(0)
    await expect(chips(page)).toHaveCount(0)
    await fay.isSaved()

    await page.goto(page.url().replace(/\/m\/([^/?#]+).*/, '/m/$1/report?format=html'))
    const report = page.getByRole('table').filter({ hasText: 'Talks at the weekend' })
    await expect(report).toContainText('“Rent” would fall')
    await expect(report).toContainText('Told by: “Letters')
    await expect(report).toContainText('People came')
  })

  test('PANEL-66: what was typed just before a reload is there', async ({ importMap, come }) => {
    const fay = await come('Fay', await importMap(rents), { grant: 'facilitate' })
    const { page } = fay
    await openPractice(page, 'Experiments')
    const panel = page.getByRole('region', { name: 'Experiments' })
    await panel.getByRole('textbox', { name: 'Name of a new experiment' }).fill('Talks at the weekend')
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await panel.getByRole('textbox', { name: 'What we learned' }).pressSequentially('Half typed lesson')
    await page.reload()
    await expect(fay.element('Rent')).toBeVisible()
    await fay.isSaved()
    // By the keyboard: while the page is loading a pointer may be over another entry by now.
    await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Practices' }).press('ArrowRight')
    await page.getByRole('menuitem', { name: 'Experiments' }).press('Enter')
    await panel.getByRole('button', { name: /^Talks at the weekend/ }).click()
    await expect(panel.getByRole('textbox', { name: 'What we learned' })).toHaveValue('Half typed lesson')
  })

  test('EXPERIMENT-13, EXPERIMENT-15, EXPERIMENT-16, EXPERIMENT-17: days that do not fit, marks on what is gone and a deletion by somebody else are told', async ({
    importMap,
    come,
  }) => {
    const talks = { kind: 'experiment', name: 'Talks at the weekend', at: 1, 'mark:rent': 'down' }
    const file = { ...rents, content: JSON.stringify({ ...JSON.parse(String(rents.content)), practices: { talks } }) }
    const map = await importMap(file)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ben = await come('Ben', map, { grant: 'contribute' })
    for (const { page } of [fay, ben]) {
      await openPractice(page, 'Experiments')
      await page.getByRole('button', { name: /^Talks at the weekend/ }).click()
    }
    const panel = fay.page.getByRole('region', { name: 'Experiments' })
    const theirs = ben.page.getByRole('region', { name: 'Experiments' })
    await expect(panel.getByRole('row', { name: /^Debt / })).toBeVisible()
    await panel.getByLabel('Began on').fill('2020-12-01')
    await panel.getByLabel('Began on').press('Enter')
    await panel.getByLabel('Look again on').fill('2020-11-20')
    await panel.getByLabel('Look again on').press('Enter')
    await expect(panel).toContainText('This is before the day it began.')

    await ben.select('Rent')
    await ben.page.keyboard.press('Delete')
    await expect(panel).toContainText('One mark is on something that you cannot see on the map now')
    await expect(panel).not.toContainText('Mark something first.')
    await isClean(fay.page, 'an experiment whose mark is gone')

    await theirs.getByRole('button', { name: 'Delete this experiment' }).click()
    await expect(panel.getByRole('alert')).toContainText('Somebody else deleted “Talks at the weekend”.')
    await panel.getByRole('button', { name: 'Put it back' }).click()
    await expect(panel.getByRole('textbox', { name: 'What we try' })).toHaveValue('Talks at the weekend')

    // Closed and opened again it begins at the list.
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
    await openPractice(fay.page, 'Experiments')
    await expect(panel.getByRole('button', { name: /^Talks at the weekend/ })).toBeVisible()
  })

  test('EXPERIMENT-2, LOSS-5: of what two wrote at once that they learned, none goes without a word, and a reload in the middle of it takes nothing along', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const fay = await come('Fay', map)
    const ben = await come('Ben', map)
    await openPractice(fay.page, 'Experiments')
    const panel = fay.page.getByRole('region', { name: 'Experiments' })
    const learned = panel.getByRole('textbox', { name: 'What we learned' })
    await panel.getByRole('textbox', { name: 'Name of a new experiment' }).fill('Weekend talks')
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(learned).toBeVisible()
    await fay.isSaved()
    await openPractice(ben.page, 'Experiments')
    const theirs = ben.page.getByRole('region', { name: 'Experiments' })
    await theirs.getByRole('button', { name: /^Weekend talks/ }).click()
    const others = theirs.getByRole('textbox', { name: 'What we learned' })
    await expect(others).toBeVisible()

    await ben.page.context().setOffline(true)
    await expect(ben.chip).toHaveAccessibleName(/^Offline/)
    await others.fill('Nobody knew of it.')
    await others.blur()
    await learned.fill('Many came.')
    await learned.blur()
    await ben.page.context().setOffline(false)
    const told = (one: typeof fay) =>
      one.page.getByRole('region', { name: /^Messages/ }).getByText(/without having seen it/)
    await expect(async () => {
      expect((await told(fay).count()) + (await told(ben).count())).toBe(1)
    }).toPass()
    const loser = (await told(fay).count()) === 1 ? fay : ben
    await expect(told(loser)).toContainText('what you wrote of “Weekend talks”')
    await loser.page.getByRole('button', { name: 'Add mine' }).click()
    for (const field of [learned, others]) {
      await expect(field).toHaveValue(/Many came\./)
      await expect(field).toHaveValue(/Nobody knew of it\./)
    }

    await learned.focus()
    await fay.page.keyboard.press('Control+End')
    await fay.page.keyboard.type(' And they asked for more')
    await fay.page.reload()
    await expect(others).toHaveValue(/And they asked for more/)
  })

  test('EXPERIMENT-3, EXPERIMENT-4: on a phone one goes to the map, marks there, and comes back to what changed', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(rents)
    const ana = await come('Ana', map, { ...phone, grant: 'contribute' })
    const { page } = ana
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('button', { name: 'Experiments' }).tap()
    const sheet = page.getByRole('dialog', { name: 'Experiments' })
    await sheet.getByRole('textbox', { name: 'Name of a new experiment' }).fill('Rent talks')
    await sheet.getByRole('button', { name: 'Add', exact: true }).tap()
    await sheet.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(sheet).toBeHidden()
    await expect(page.getByText('Showing Rent talks, before and after')).toBeVisible()
    const { x, y } = await ana.middleOf('Rent')
    await page.touchscreen.tap(x, y)
    const rent = page.getByRole('dialog', { name: 'Rent' })
    await rent.getByRole('button', { name: 'would rise' }).tap()
    await expect(rent.getByRole('button', { name: 'would rise' })).toHaveAttribute('aria-pressed', 'true')
    await isClean(page, 'marking on a phone')
    await rent.getByRole('button', { name: 'Close' }).tap()
    await expect(chips(page).filter({ hasText: 'would rise' })).toBeVisible()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('button', { name: 'Experiments' }).tap()
    await expect(sheet.getByRole('row', { name: /^Calm .*falls a little$/ })).toBeVisible()
  })

  test('EXPERIMENT-4: who may only look sees the marks and changes nothing', async ({ importMap, come }) => {
    const content = JSON.parse(String(rents.content)) as Record<string, unknown>
    content['practices'] = {
      talks: {
        kind: 'experiment',
        name: 'Talks',
        'mark:rent': 'down',
        'mark:link-0': 'stronger',
        'mark:council': 'up',
      },
    }
    const map = await importMap({ ...rents, content: JSON.stringify(content) })
    const { page } = await come('Vic', map, { grant: 'view' })
    await openPractice(page, 'Experiments')
    const panel = page.getByRole('region', { name: 'Experiments' })
    await expect(panel.getByRole('textbox')).toHaveCount(0)
    await panel.getByRole('button', { name: /^Talks/ }).click()
    await expect(markAt(page, 'stronger')).toBeVisible()
    await expect(panel).toContainText('It cannot rise or fall, so this changes nothing.')
    await expect(panel.getByRole('button', { name: /Take the mark off/ })).toHaveCount(0)
    await expect(panel.getByRole('button', { name: 'Delete this experiment' })).toHaveCount(0)
  })
})
