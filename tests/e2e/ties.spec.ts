import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const people = weftFile(
  'Housing',
  {
    council: { kind: 'stakeholder', label: 'City council', at: [0, 0], sector: 'government' },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 0], sector: 'community' },
    church: { kind: 'stakeholder', label: 'Church', at: [0, 200], sector: 'community' },
    fund: { kind: 'stakeholder', label: 'Housing trust', at: [300, 200], sector: 'funder' },
  },
  [{ from: 'fund', to: 'tenants', kind: 'tie', type: 'money' }],
)

test.describe('sectors and kinds of tie', () => {
  test('SECTOR-30, SECTOR-10, SECTOR-20: added, renamed, coloured, merged and taken back, for everybody at once', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.select('Church')
    await ana.inspector.getByRole('button', { name: 'Edit sectors…' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Sectors and kinds of tie' })
    await dialog.getByRole('textbox', { name: 'New sector' }).fill('Faith groups')
    await ana.page.keyboard.press('Enter')
    await dialog.getByRole('radio', { name: 'Indigo' }).click()
    await dialog.getByRole('radio', { name: 'Stripes' }).click()
    await expect(dialog.getByRole('radio', { name: 'Stripes' })).toBeChecked()
    await isClean(ana.page, 'the dialog with one sector open')
    // There can be no second one of that name.
    await dialog.getByRole('textbox', { name: 'New sector' }).fill('faith groups')
    await ana.page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('There is already')

    // Renamed by Ben meanwhile, on a page where it is a word in the list.
    await dialog.getByRole('button', { name: /^Government/ }).click()
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Public bodies')
    await ana.page.keyboard.press('Enter')
    await expect(ben.element('City council')).toHaveAccessibleName(/Public bodies/)

    await ana.page.keyboard.press('Escape')
    await ana.inspector.getByRole('combobox', { name: 'Sector' }).click()
    await ana.page.getByRole('option', { name: 'Faith groups' }).click()
    await expect(ben.element('Church')).toHaveAccessibleName(/Faith groups/)
    await expect(ben.element('Church')).toContainText('FA')

    await ana.inspector.getByRole('button', { name: 'Edit sectors…' }).click()
    await dialog.getByRole('button', { name: /^Faith groups/ }).click()
    await dialog.getByRole('combobox', { name: 'Make it part of another' }).click()
    await ana.page.getByRole('option', { name: 'Community' }).click()
    await expect(ben.element('Church')).toHaveAccessibleName(/community/)
    await expect(dialog.getByRole('button', { name: /^Faith groups/ })).toBeHidden()
    await ana.page.keyboard.press('Escape')
    await ana.focusCanvas()
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect(ben.element('Church')).toHaveAccessibleName(/Faith groups/)
  })

  test('SECTOR-31: Esc closes the dialog, also from a field, takes back what was typed there and leaves nothing on the map', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(people))
    const { page } = ana
    await ana.select('Church')
    const dialog = page.getByRole('dialog', { name: 'Sectors and kinds of tie' })
    for (const typed of ['', 'X']) {
      await ana.inspector.getByRole('button', { name: 'Edit sectors…' }).click()
      await dialog.getByRole('button', { name: /^Government/ }).click()
      await dialog.getByRole('textbox', { name: 'Letters' }).focus()
      await page.keyboard.type(typed)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('textbox', { name: 'Letters' })).toHaveCount(0)
      await expect(ana.element('City council')).toContainText('GO')
    }
  })

  test('SECTOR-31, SECTOR-11: a kind of tie of one’s own, on a phone; with a link to view nothing can be changed', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const cy = await come('Cy', map, phone)
    await cy.page.getByRole('button', { name: 'More' }).tap()
    await cy.page.getByRole('button', { name: 'Sectors and kinds of tie' }).tap()
    const dialog = cy.page.getByRole('dialog', { name: 'Sectors and kinds of tie' })
    await dialog.getByRole('radio', { name: 'Kinds of tie' }).tap()
    await dialog.getByRole('textbox', { name: 'New kind of tie' }).fill('Trust')
    await dialog.getByRole('button', { name: 'Add', exact: true }).tap()
    await dialog.getByRole('combobox', { name: 'Line' }).tap()
    await cy.page.getByRole('option', { name: 'Dashed' }).tap()
    await dialog.getByRole('combobox', { name: 'Usual direction' }).tap()
    await cy.page.getByRole('option', { name: 'Both ways' }).tap()
    await isClean(cy.page, 'kinds of tie on a phone')

    const dora = await come('Dora', map, { grant: 'view' })
    await dora.page.keyboard.press('ControlOrMeta+k')
    await dora.page.getByRole('combobox').fill('kinds of tie')
    await dora.page.keyboard.press('Enter')
    const seen = dora.page.getByRole('dialog', { name: 'Sectors and kinds of tie' })
    await expect(seen.getByText('Trust')).toBeVisible()
    await expect(seen.getByRole('button', { name: /^Trust/ })).toBeHidden()
    await expect(seen.getByRole('textbox')).toHaveCount(0)
  })
})

test.describe('the tie inventory', () => {
  test('INVENTORY-1, INVENTORY-2, INVENTORY-3: one kind after another, by two people at once, each tap on the map', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const { page } of [ana, ben]) {
      await page.getByRole('button', { name: 'Ties', exact: true }).click()
      await page.getByRole('tab', { name: 'Ties' }).click()
      await page.getByRole('button', { name: 'Go through the ties, one kind at a time' }).click()
    }
    const panel = ana.page.getByRole('region', { name: 'Tie inventory' })
    const other = ben.page.getByRole('region', { name: 'Tie inventory' })
    for (const [page, here] of [
      [ana.page, panel],
      [ben.page, other],
    ] as const) {
      await here.getByRole('combobox', { name: 'Kind of tie' }).click()
      await page.getByRole('option', { name: 'Who gives money to whom?' }).click()
    }
    await isClean(ana.page, 'the inventory')
    await expect(panel.getByRole('heading', { name: 'To whom does City council give money?' })).toBeVisible()
    await expect(panel.getByText('0 of 4 asked')).toBeVisible()
    // By keyboard.
    await panel.getByRole('button', { name: 'Church' }).focus()
    await ana.page.keyboard.press('ArrowDown')
    await expect(panel.getByRole('button', { name: 'Tenants' })).toBeFocused()
    await ana.page.keyboard.press('Enter')
    await expect(ben.link('City council to Tenants: money')).toBeVisible()
    await expect(other.getByRole('button', { name: 'Tenants', exact: true })).toHaveAttribute('aria-pressed', 'true')

    // Ben asks about another, chosen on the map, who is already said to give.
    await ben.select('Housing trust')
    await expect(other.getByRole('heading', { name: 'To whom does Housing trust give money?' })).toBeVisible()
    await expect(other.getByRole('button', { name: 'Tenants', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await other.getByRole('button', { name: 'Both ways with Tenants' }).click()
    await other.getByRole('button', { name: /^Strength of the tie with Tenants/ }).click()
    await expect(other.getByRole('button', { name: 'Strength of the tie with Tenants: weak' })).toBeVisible()
    await expect(ana.link('Housing trust and Tenants: money')).toBeVisible()

    // What goes the other way only is said as such, and a tap makes it mutual; another takes it back.
    await panel.getByRole('button', { name: 'Next' }).click()
    await expect(panel.getByText('1 of 4 asked')).toBeVisible()
    await panel.getByRole('button', { name: 'Skip' }).click()
    await expect(panel.getByRole('heading', { name: 'To whom does Tenants give money?' })).toBeVisible()
    await expect(panel.getByRole('button', { name: /^City council/ })).toContainText('the other way only')
    await panel.getByRole('button', { name: /^City council/ }).click()
    await expect(ben.link('City council and Tenants: money')).toBeVisible()
    await panel.getByRole('button', { name: 'City council', exact: true }).click()
    await expect(ben.link('City council to Tenants: money')).toBeVisible()

    // How far one is stays on this device.
    await ana.page.reload()
    await ana.isOpen()
    await ana.page.keyboard.press('ControlOrMeta+k')
    await ana.page.getByRole('combobox').fill('one kind at a time')
    await ana.page.keyboard.press('Enter')
    await panel.getByRole('combobox', { name: 'Kind of tie' }).click()
    await ana.page.getByRole('option', { name: 'Who gives money to whom?' }).click()
    await expect(panel.getByText('1 of 4 asked')).toBeVisible()
  })

  test('INVENTORY-6: a step of the meeting opens it for who runs it, and is answered by all, on a phone too', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    const meeting = (page: Page) => page.getByRole('region', { name: 'Meeting' })
    await fay.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await fay.page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    const agenda = fay.page.getByRole('region', { name: 'Agenda and timer' })
    await agenda.getByRole('button', { name: /Who is in the system/ }).click()
    await agenda.getByRole('button', { name: 'Begin with everyone' }).click()
    const isAt = (title: string) => expect(meeting(fay.page)).toContainText(title)
    await isAt('The issue')
    for (const title of ['Think alone', 'Reveal and merge', 'Power and interest', 'Ties']) {
      await meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' }).click()
      await isAt(title)
    }
    await expect(fay.page.getByRole('region', { name: 'Tie inventory' })).toBeVisible()
    await meeting(ana.page).getByRole('button', { name: 'Open: Tie inventory' }).click()
    const mine = ana.page.getByRole('region', { name: 'Tie inventory' })
    await mine.getByRole('combobox', { name: 'Kind of tie' }).click()
    await ana.page.getByRole('option', { name: 'Who gives money to whom?' }).click()
    await mine.getByRole('button', { name: 'Tenants', exact: true }).click()
    await expect(fay.link('City council to Tenants: money')).toBeVisible()
    await meeting(cem.page).getByRole('button', { name: 'Open: Tie inventory' }).tap()
    const sheet = cem.page.getByRole('dialog', { name: 'Tie inventory' })
    await sheet.getByRole('button', { name: 'Church' }).tap()
    await expect(fay.link('City council to Church: formal authority')).toBeVisible()
  })

  test('INVENTORY-4: on a phone', async ({ importMap, come }) => {
    const cy = await come('Cy', await importMap(people), phone)
    await cy.page.getByRole('button', { name: 'More' }).tap()
    await cy.page.getByRole('button', { name: 'Go through the ties, one kind at a time' }).tap()
    const sheet = cy.page.getByRole('dialog', { name: 'Tie inventory' })
    await expect(
      sheet.getByRole('heading', { name: 'Over whom does City council have formal authority?' }),
    ).toBeVisible()
    await sheet.getByRole('button', { name: 'Church' }).tap()
    await expect(sheet.getByRole('button', { name: 'Church', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await isClean(cy.page, 'the inventory on a phone')
    await sheet.getByRole('button', { name: 'Next' }).tap()
    await expect(sheet.getByText('1 of 4 asked')).toBeVisible()
  })
})
