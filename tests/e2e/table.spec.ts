import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const people = weftFile(
  'Housing',
  {
    council: { kind: 'stakeholder', label: 'City council', at: [0, 0], sector: 'government', power: 0.9 },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 0], sector: 'community', power: 0.2 },
    press: { kind: 'stakeholder', label: 'Local press', at: [0, 200], sector: 'media', locked: true },
    rent: { kind: 'variable', label: 'Rent', at: [300, 200] },
  },
  [],
)

const gridOf = ({ page }: MapScreen) => page.getByRole('grid', { name: 'Table of elements' })
const rowOf = (screen: MapScreen, name: string) => gridOf(screen).getByRole('row', { name: new RegExp(name) })
/** A cell by the name of its row and the place of its column: 1 is the name. */
const cellOf = (screen: MapScreen, name: string, column: number) =>
  rowOf(screen, name).locator(`[data-column="${column - 1}"]`)

async function openTable(screen: MapScreen): Promise<void> {
  await screen.page.getByRole('radio', { name: 'Table' }).click()
  await expect(gridOf(screen)).toBeVisible()
}

test.describe('the table of elements', () => {
  test('TABLE-27: what Delete takes is the rows that were ticked last, and no cell', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(people))
    await openTable(ana)
    await cellOf(ana, 'City council', 1).click()
    await ana.page.getByRole('checkbox', { name: /Tenants/ }).click()
    await ana.press('Delete')
    await expect(rowOf(ana, 'Tenants')).toBeHidden()
    await expect(rowOf(ana, 'City council')).toBeVisible()
    await ana.press('ControlOrMeta+z')
    await expect(rowOf(ana, 'Tenants')).toBeVisible()
    // Back in a cell, it empties that.
    await ana.page.getByRole('checkbox', { name: /Tenants/ }).click()
    await cellOf(ana, 'City council', 6).click()
    await ana.press('Delete')
    await expect(cellOf(ana, 'City council', 6)).toHaveText('')
    await expect(rowOf(ana, 'Tenants')).toBeVisible()
  })

  test('VIEWS-14: an empty map can be filled from its table', async ({ makeMap, come }) => {
    const ana = await come('Ana', await makeMap({ template: 'blank' }))
    await ana.page.getByRole('radio', { name: 'Table' }).click()
    await ana.page.getByRole('textbox', { name: /^Add rows/ }).fill('Rent')
    await ana.page.keyboard.press('Enter')
    await expect(rowOf(ana, 'Rent')).toBeVisible()
    await ana.page.getByRole('radio', { name: 'Map' }).click()
    await expect(ana.element('Rent')).toBeInViewport({ ratio: 0.99 })
  })

  test('TABLE-1, TABLE-5, TABLE-6, TABLE-10: written by keys, and the same for everybody at once', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await openTable(ana)
    await openTable(ben)
    const { keyboard } = ana.page
    await expect(gridOf(ana).getByRole('row')).toHaveCount(4)

    // Sorted by name, and written in the first row: it stays until one leaves it.
    await gridOf(ana).getByRole('button', { name: 'Name', exact: true }).click()
    await ana.page.getByRole('radio', { name: 'Sort up' }).click()
    await keyboard.press('Escape')
    await cellOf(ana, 'City council', 1).click()
    await keyboard.press('z')
    const field = ana.page.getByRole('textbox', { name: 'Name of City council' })
    await expect(field).toHaveValue('z')
    await field.fill('Zoning board')
    await keyboard.press('Tab')
    await expect(cellOf(ben, 'Zoning board', 1)).toBeVisible()
    await expect(gridOf(ana).getByRole('row').nth(1)).toContainText('Zoning board')
    await keyboard.press('ArrowDown')
    await expect(gridOf(ana).getByRole('row').nth(3)).toContainText('Zoning board')

    // What does not fit is said, and stays in the field; Esc gives it up.
    await cellOf(ana, 'Tenants', 6).click()
    await keyboard.press('Enter')
    await ana.page.getByRole('textbox', { name: 'Power of Tenants' }).fill('a lot')
    await keyboard.press('Enter')
    await expect(ana.page.getByText('“a lot” does not fit Power.')).toBeVisible()
    await keyboard.press('Escape')
    await expect(cellOf(ana, 'Tenants', 6)).toBeFocused()
    await expect(cellOf(ana, 'Tenants', 6)).toHaveText('20%')
    await keyboard.type('70')
    await expect(ana.page.getByRole('textbox', { name: 'Power of Tenants' })).toHaveValue('70')
    await keyboard.press('Enter')
    await expect(cellOf(ben, 'Tenants', 6)).toHaveText('70%')
    // One of some words, by its first letter.
    await cellOf(ana, 'Tenants', 5).click()
    await keyboard.press('o')
    await keyboard.press('Enter')
    await expect(cellOf(ben, 'Tenants', 5)).toContainText('Opposes')
    await keyboard.press('ControlOrMeta+z')
    await expect(cellOf(ben, 'Tenants', 5)).not.toContainText('Opposes')

    // A selected row is a selected element, and is seen so by the others; nothing moves for it.
    const boxOf = () => rowOf(ben, 'Tenants').getByRole('checkbox').locator('span').boundingBox()
    const before = await boxOf()
    await rowOf(ana, 'Tenants').getByRole('checkbox', { name: 'Select Tenants' }).click()
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Tenants')
    const mark = rowOf(ben, 'Tenants').getByRole('img', { name: 'Ana here' })
    await expect(mark).toBeVisible()
    expect(await boxOf()).toEqual(before)
    const marked = await mark.boundingBox()
    expect((marked?.x ?? 0) + (marked?.width ?? Infinity)).toBeLessThanOrEqual(before?.x ?? 0)

    await cellOf(ana, 'Local press', 1).click()
    await keyboard.press('Enter')
    await expect(ana.page.getByText(/“Local press” is locked/)).toBeVisible()
    await isClean(ana.page, 'the table')
  })

  test('TABLE-7, TABLE-8, TABLE-9: blocks go to a spreadsheet and come from one', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(people), { permissions: ['clipboard-read', 'clipboard-write'] })
    await openTable(ana)
    const { keyboard } = ana.page
    await cellOf(ana, 'City council', 1).click()
    await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('ControlOrMeta+c')
    await expect
      .poll(() => ana.page.evaluate(() => navigator.clipboard.readText()))
      .toBe('City council\tGovernment\nTenants\tCommunity')

    await ana.page.evaluate(() =>
      navigator.clipboard.writeText(
        'Name\tPower\tInfluence\nTenants union\t80%\tmany\nPress\t10%\t1\nSchools\t50%\t3\n',
      ),
    )
    await cellOf(ana, 'Tenants', 1).click()
    await keyboard.press('ControlOrMeta+v')
    const preview = ana.page.getByRole('dialog', { name: 'Paste into the table' })
    await expect(preview).toContainText('Changes 2 cells.')
    await expect(preview).toContainText('Adds one element: Schools.')
    await expect(preview).toContainText('Tenants, Influence: “many”')
    await expect(preview).toContainText('One row is locked')
    await preview.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect(preview).toBeHidden()
    await expect(cellOf(ana, 'Tenants union', 6)).toHaveText('80%')
    await expect(cellOf(ana, 'Schools', 10)).toHaveText('3')

    // Filled down past the locked one, emptied, and each taken back in one step.
    await cellOf(ana, 'City council', 2).click()
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('ControlOrMeta+d')
    await expect(cellOf(ana, 'Tenants union', 2)).toContainText('Government')
    await keyboard.press('Delete')
    await expect(cellOf(ana, 'City council', 2)).not.toContainText('Government')
    await keyboard.press('ControlOrMeta+z')
    await expect(cellOf(ana, 'Tenants union', 2)).toContainText('Government')
    await keyboard.press('ControlOrMeta+z')
    await expect(cellOf(ana, 'Tenants union', 2)).toContainText('Community')
    await keyboard.press('ControlOrMeta+z')
    await expect(rowOf(ana, 'Schools')).toHaveCount(0)
    await expect(cellOf(ana, 'Tenants', 6)).toHaveText('20%')
  })

  test('TABLE-31, TABLE-32, FIELD-17: a pasted column becomes a field; what a comma parts is asked, or said', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(people), { permissions: ['clipboard-read', 'clipboard-write'] })
    await openTable(ana)
    const { keyboard } = ana.page
    await ana.page.evaluate(() =>
      navigator.clipboard.writeText(
        'Name\tBudget\tRemark\tPower\nTenants\t12,000\tmeets on Mondays\t\nCity council\t7\t\t\nSchools\t8\t\t\n',
      ),
    )
    await cellOf(ana, 'Tenants', 1).click()
    await keyboard.press('ControlOrMeta+v')
    const preview = ana.page.getByRole('dialog', { name: 'Paste into the table' })
    await expect(preview).toContainText('Left out, since no column is called so: Budget, Remark.')
    await preview.getByRole('checkbox', { name: 'Make “Budget” a field of the map' }).check()
    await expect(preview.getByRole('combobox', { name: 'What “Budget” holds' })).toHaveText('Number')
    await expect(preview).toContainText('since no column is called so: Remark.')
    await expect(preview).toContainText('Tenants, Budget: empty → “12000”')
    await preview
      .getByRole('radiogroup', { name: 'In “Budget”, what is “12,000”?' })
      .getByText('12', { exact: true })
      .click()
    await expect(preview).toContainText('Tenants, Budget: empty → “12”')
    await preview.getByRole('radio', { name: '12000' }).click()
    await preview.getByRole('checkbox', { name: 'Make “Remark” a field of the map' }).check()
    await preview.getByRole('combobox', { name: 'What “Remark” holds' }).click()
    await ana.page.getByRole('option', { name: 'Number' }).click()
    await expect(preview).toContainText('Tenants, Remark: “meets on Mondays”')
    await preview.getByRole('combobox', { name: 'What “Remark” holds' }).click()
    await ana.page.getByRole('option', { name: 'Text' }).click()
    // A sheet that leaves a cell empty takes nothing away.
    await expect(
      preview.getByRole('checkbox', { name: 'Empty the 2 cells that the sheet leaves empty' }),
    ).not.toBeChecked()
    // By the keyboard alone: the focus begins at what pastes, and is in the table after it.
    await preview.getByRole('button', { name: 'Cancel' }).click()
    await expect(preview).toBeHidden()
    await expect(cellOf(ana, 'Tenants', 1)).toBeFocused()
    await keyboard.press('ControlOrMeta+v')
    await expect(preview.getByRole('button', { name: 'Paste', exact: true })).toBeFocused()
    for (const name of ['Budget', 'Remark']) {
      await preview.getByRole('checkbox', { name: `Make “${name}” a field of the map` }).check()
    }
    await preview.getByRole('button', { name: 'Paste', exact: true }).focus()
    await keyboard.press('Enter')
    await expect(preview).toBeHidden()
    await expect(ana.toast('Changed 3 cells. Added one row.')).toBeVisible()
    await expect(gridOf(ana).locator(':focus')).toHaveCount(1)
    await expect(cellOf(ana, 'Tenants', 6)).toHaveText('20%')

    await ana.page.getByRole('button', { name: 'Columns', exact: true }).click()
    await expect(ana.page.getByRole('checkbox', { name: 'Budget' })).toBeChecked()
    await keyboard.press('Escape')
    const column = gridOf(ana).getByRole('button', { name: 'Budget' })
    await column.scrollIntoViewIfNeeded()
    await expect(rowOf(ana, 'Tenants')).toContainText('12000')

    // In the inspector: read, said, and the other reading is one press away.
    await rowOf(ana, 'City council').getByRole('checkbox').click()
    const budget = ana.inspector.getByRole('textbox', { name: 'Budget' })
    await expect(budget).toHaveValue('7')
    await budget.fill('34,000')
    await budget.press('Tab')
    await expect(budget).toHaveValue('34000')
    await expect(ana.toast('Budget: “34,000” was read as 34000.')).toBeVisible()
    await ana.page.getByRole('button', { name: 'Make it 34' }).click()
    await expect(budget).toHaveValue('34')

    // What does not fit is said, and nothing lies on it.
    await budget.fill('plenty')
    await budget.press('Tab')
    const reason = ana.inspector.getByText('Write it as a number, such as 1500 or 0.5.')
    const hint = ana.page.getByRole('tooltip').locator('..')
    await expect(hint).toContainText('Edit the field “Budget”')
    const [said, lying] = [await reason.boundingBox(), await hint.boundingBox()]
    expect((lying?.y ?? 0) + (lying?.height ?? 0)).toBeLessThanOrEqual(said?.y ?? 0)
  })

  test('TABLE-24, TABLE-25, TABLE-26: a sheet is matched by name; what is new is said; order and filter stay', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(people), { permissions: ['clipboard-read', 'clipboard-write'] })
    await openTable(ana)
    const { page } = ana
    const { keyboard } = page
    await page.evaluate(() =>
      navigator.clipboard.writeText('Name\tPower\tShoe size\nTenants\t80%\t4\nSchools\t50%\t5\ncity council\t60%\t6\n'),
    )
    await cellOf(ana, 'City council', 1).click()
    await keyboard.press('ControlOrMeta+v')
    const preview = page.getByRole('dialog', { name: 'Paste into the table' })
    await expect(preview.getByRole('radio', { name: 'Match rows by name' })).toBeChecked()
    await expect(preview).toContainText('2 names are in the table already: Tenants, City council.')
    await expect(preview).toContainText('Adds one element: Schools.')
    await expect(preview).toContainText('Left out, since no column is called so: Shoe size.')
    await expect(preview).not.toContainText('cannot be changed')
    await preview.getByRole('radio', { name: 'Go by place' }).click()
    await expect(preview).toContainText('City council, Name: “City council” → “Tenants”')
    await preview.getByRole('radio', { name: 'Match rows by name' }).click()
    await isClean(page, 'a sheet matched by name')
    await preview.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect(cellOf(ana, 'Tenants', 6)).toHaveText('80%')
    await expect(cellOf(ana, 'City council', 6)).toHaveText('60%')
    await expect(rowOf(ana, 'Schools')).toBeVisible()

    // What is spelt wrong makes a sector, which is said, with the way back.
    await cellOf(ana, 'Schools', 2).click()
    await keyboard.type('Helth')
    await keyboard.press('Enter')
    const said = page.getByText('New sector “Helth”.')
    await expect(said).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect(cellOf(ana, 'Schools', 2)).not.toContainText('Helth')
    await cellOf(ana, 'Schools', 6).click()
    await keyboard.type('150')
    await keyboard.press('Enter')
    await expect(page.getByText('“150” does not fit Power. Write a share from 0% to 100%')).toBeVisible()
    await keyboard.press('Escape')

    // From another view one comes back to what one had looked for.
    const find = page.getByRole('searchbox', { name: 'Find in the table' })
    // The row that one has written in stays until one leaves it.
    await cellOf(ana, 'City council', 1).click()
    await find.fill('council')
    await expect(rowOf(ana, 'Schools')).toHaveCount(0)
    await page.getByRole('radio', { name: 'Map' }).click()
    await openTable(ana)
    await expect(find).toHaveValue('council')
    await page.getByRole('button', { name: 'Add a stakeholder' }).click()
    await expect(page.getByText('The new row is shown until you leave it')).toBeVisible()
    await expect(find).toHaveValue('council')
    await expect(rowOf(ana, 'New stakeholder')).toBeVisible()

    // A name that is there already is added again, and that is said.
    await page.getByRole('button', { name: 'Show all rows' }).click()
    await page.getByRole('textbox', { name: /^Add rows/ }).fill('tenants')
    await keyboard.press('Enter')
    await expect(page.getByText('“tenants” was in the table already, and was added again.')).toBeVisible()
  })

  test('FIELD-1, FIELD-13: a name that is taken is refused at the field; entries follow a renamed word', async ({
    importMap,
    come,
  }) => {
    const map = weftFile(
      'Ready',
      {
        a: { kind: 'stakeholder', label: 'Anna', at: [0, 0], 'field:r': 'Ready' },
        b: { kind: 'stakeholder', label: 'Ben', at: [300, 0], 'field:r': 'Never' },
      },
      [],
      { 'field:r': { name: 'Readiness', type: 'choice', choices: ['Ready', 'Never'], of: ['stakeholder'] } },
    )
    const ana = await come('Ana', await importMap(map))
    const { page } = ana
    await ana.element('Anna').click()
    await ana.inspector.getByRole('button', { name: 'Add a field' }).click()
    const fresh = page.getByRole('dialog', { name: 'New field' })
    await fresh.getByRole('textbox', { name: 'Name' }).fill('sector')
    await expect(fresh.getByText('Every map has “sector” already. Choose another name.')).toBeVisible()
    await fresh.getByRole('textbox', { name: 'Name' }).fill('readiness')
    await expect(fresh.getByText('There already is a field called “readiness”. Choose another name.')).toBeVisible()
    await fresh.getByRole('button', { name: 'Cancel' }).click()

    await ana.inspector.getByRole('button', { name: 'Edit the field “Readiness”' }).click()
    const edit = page.getByRole('dialog', { name: 'Edit the field “Readiness”' })
    await edit.getByRole('textbox', { name: 'Words to choose from' }).fill('Sure\nNever')
    await expect(edit.getByRole('combobox', { name: 'One entry says “Ready”. From now on it says' })).toHaveText('Sure')
    await isClean(page, 'a word of a choice renamed')
    await edit.getByRole('button', { name: 'Save' }).click()
    await expect(ana.inspector.getByRole('combobox', { name: 'Readiness' })).toHaveText('Sure')
  })

  test('FIELD-15: whoever deletes a field goes on with the keyboard at the next one, or where one is added', async ({
    importMap,
    come,
  }) => {
    const field = (name: string) => ({ name, type: 'text', of: ['stakeholder'] })
    const map = weftFile('Two', { a: { kind: 'stakeholder', label: 'Anna', at: [0, 0] } }, [], {
      'field:r': field('Readiness'),
      'field:s': field('Since'),
    })
    const ana = await come('Ana', await importMap(map))
    await ana.element('Anna').click()
    const pencil = (name: string) => ana.inspector.getByRole('button', { name: `Edit the field “${name}”` })
    const deleteField = async (name: string): Promise<void> => {
      await pencil(name).click()
      await ana.page.getByRole('button', { name: 'Delete field' }).click()
      await ana.page
        .getByRole('dialog', { name: `Delete the field “${name}”?` })
        .getByText('Delete field')
        .click()
      await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    }
    await deleteField('Readiness')
    await expect(pencil('Since')).toBeFocused()
    await deleteField('Since')
    await expect(ana.inspector.getByRole('button', { name: 'Add a field' })).toBeFocused()
  })

  test('FIELD-1, FIELD-5, FIELD-6, FIELD-10: a field of the map’s own, in the table and in the inspector', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await openTable(ana)
    await ana.page.getByRole('button', { name: 'Add a field' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'New field' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Budget')
    await dialog.getByRole('button', { name: 'Add the field' }).click()
    await expect(dialog).toBeHidden()
    const column = gridOf(ana).getByRole('button', { name: 'Budget' })
    // Only columns that are seen are drawn.
    await column.scrollIntoViewIfNeeded()

    // Ben fills it in on the map.
    await ben.element('Tenants').click()
    const field = ben.inspector.getByRole('textbox', { name: 'Budget' })
    await field.fill('1500')
    await field.press('Enter')
    await expect(rowOf(ana, 'Tenants')).toContainText('1500')
    await ben.element('City council').click()
    await expect(field).toHaveValue('')
    await field.fill('plenty')
    await field.press('Enter')
    await expect(rowOf(ana, 'City council')).toContainText('plenty')

    await column.click()
    await ana.page.getByRole('button', { name: 'Edit field' }).click()
    const edit = ana.page.getByRole('dialog', { name: 'Edit the field “Budget”' })
    await edit.getByRole('combobox', { name: 'What it holds' }).click()
    await ana.page.getByRole('option', { name: 'Number' }).click()
    await expect(edit).toContainText('One of 2 entries does not fit this and stays as it is, marked.')
    await edit.getByRole('button', { name: 'Save' }).click()
    await expect(edit).toBeHidden()
    await expect(rowOf(ana, 'City council')).toContainText('does not fit: plenty')

    await column.click()
    await ana.page.getByRole('button', { name: 'Edit field' }).click()
    await edit.getByRole('button', { name: 'Delete field' }).click()
    const sure = ana.page.getByRole('dialog', { name: 'Delete the field “Budget”?' })
    await expect(sure).toContainText('What 2 elements say in it goes too.')
    await sure.getByRole('button', { name: 'Delete field' }).click()
    await expect(column).toBeHidden()
    await expect(field).toBeHidden()
    await ana.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(rowOf(ana, 'City council')).toContainText('plenty')
    await expect(field).toHaveValue('plenty')

    // Deleted from the inspector, the keyboard goes on there.
    await ben.inspector.getByRole('button', { name: 'Edit the field “Budget”' }).click()
    await ben.page.getByRole('button', { name: 'Delete field' }).click()
    await ben.page
      .getByRole('dialog', { name: 'Delete the field “Budget”?' })
      .getByRole('button', { name: 'Delete field' })
      .click()
    await expect(field).toBeHidden()
    await expect(ben.inspector.getByRole('button', { name: 'Add a field' })).toBeFocused()
  })

  test('TABLE-17, TABLE-18, TABLE-20: two write in one cell; widths are one’s own, and so is a look', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await openTable(ana)
    await openTable(ben)
    const { page } = ana
    const write = async (screen: MapScreen, name: string, column: number, text: string) => {
      await cellOf(screen, name, column).click()
      await screen.page.keyboard.press('F2')
      await gridOf(screen).getByRole('textbox').fill(text)
    }

    // Of a number one takes the place of the other: that is said, and what is left is not written unasked.
    await write(ana, 'Tenants', 6, '70')
    await write(ben, 'Tenants', 6, '50')
    await ben.page.keyboard.press('Enter')
    await expect(
      page.getByText('Power of “Tenants” has been changed by someone else: it says “50%” now.'),
    ).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Power of Tenants' })).toHaveValue('70')
    await cellOf(ana, 'City council', 1).click()
    await expect(page.getByText('“70” was not written')).toBeVisible()
    await expect(cellOf(ana, 'Tenants', 6)).toHaveText('50%')
    await page.getByRole('button', { name: 'Write it' }).click()
    await expect(cellOf(ben, 'Tenants', 6)).toHaveText('70%')
    // Where nobody else has written, leaving the cell by a press on another keeps what was typed.
    await write(ana, 'City council', 6, '60')
    await cellOf(ana, 'Tenants', 6).click()
    await expect(cellOf(ben, 'City council', 6)).toHaveText('60%')
    // Words come together.
    await cellOf(ana, 'Tenants', 1).click()
    await page.keyboard.press('F2')
    await page.keyboard.type(' union')
    await expect(page.getByRole('textbox', { name: 'Name of Tenants' })).toHaveValue('Tenants union')
    await write(ben, 'Tenants', 1, 'All Tenants')
    await ben.page.keyboard.press('Enter')
    await expect(gridOf(ana).getByRole('textbox')).toHaveValue('All Tenants union')
    await page.keyboard.press('Enter')
    await expect(cellOf(ben, 'All Tenants union', 1)).toBeVisible()

    // By the edge of the head, by keys, and still there after coming back.
    const head = gridOf(ana).getByRole('columnheader', { name: 'Sector' })
    const width = () => head.evaluate((box) => (box as HTMLElement).offsetWidth)
    const usual = await width()
    await gridOf(ana).getByRole('button', { name: 'Sector' }).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(width).toBe(usual + 24)
    const edge = await head.locator('[data-width-of]').boundingBox()
    if (edge === null) throw new Error('no edge')
    await page.mouse.move(edge.x + 4, edge.y + 15)
    await page.mouse.down()
    await page.mouse.move(edge.x + 4 + 60, edge.y + 15, { steps: 4 })
    await page.mouse.up()
    await expect.poll(width).toBe(usual + 84)
    await page.reload()
    await ana.isOpen()
    await openTable(ana)
    await expect.poll(width).toBe(usual + 84)
    await gridOf(ana).getByRole('button', { name: 'Sector' }).click()
    await page.getByRole('button', { name: 'Usual width' }).click()
    await expect.poll(width).toBe(usual)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const looks = page.getByRole('region', { name: 'Looks' })
    await looks.getByRole('group', { name: 'Sector' }).getByRole('button', { name: 'Government' }).click()
    await expect(rowOf(ana, 'All Tenants union')).toHaveCSS('opacity', '0.4')
    await expect(rowOf(ana, 'City council')).toHaveCSS('opacity', '1')
    await looks.getByRole('radio', { name: 'Hidden' }).click()
    await expect(rowOf(ana, 'All Tenants union')).toHaveCount(0)
    await expect(rowOf(ana, 'City council')).toBeVisible()
    await expect(rowOf(ben, 'All Tenants union')).toBeVisible()
  })

  test('TABLE-23, LOSS-6: a cell whose row another deletes is typed on in; no key acts on the map, and the words come back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await openTable(ana)
    const { page } = ana
    const goes = async (name: string) => {
      await ben.element(name).focus()
      await ben.press('Delete')
      await expect(rowOf(ana, name)).toHaveCount(0)
    }

    // A name: it is typed on in, and put back with it.
    await cellOf(ana, 'Tenants', 1).click()
    await page.keyboard.type('Renters')
    await goes('Tenants')
    await page.keyboard.type(' to tell')
    const field = page.getByRole('textbox', { name: 'Name', exact: true })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('Renters to tell')
    await expect(gridOf(ana)).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(cellOf(ana, 'Renters to tell', 1)).toBeVisible()
    await expect(ben.element('Renters to tell')).toBeVisible()

    // Another cell: it is back before the typing is over, and takes the words.
    await cellOf(ana, 'Renters to tell', 6).click()
    await page.keyboard.type('4')
    await goes('Renters to tell')
    await page.keyboard.type('5')
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(rowOf(ana, 'Renters to tell')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(cellOf(ana, 'Renters to tell', 6)).toHaveText('45%')

    // A cell that only has the focus gives it to the one that takes its place: keys stay in the table.
    await cellOf(ana, 'City council', 1).click()
    await goes('City council')
    await expect(gridOf(ana).locator('[data-column]:focus')).toHaveCount(1)
    await page.keyboard.press('t')
    await expect(gridOf(ana)).toBeVisible()
  })

  test('TABLE-13, TABLE-14: a link to view says that it is one; a finger writes in the chosen cell', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ben = await come('Ben', map, { grant: 'view' })
    await openTable(ben)
    await cellOf(ben, 'Tenants', 1).click()
    await ben.page.keyboard.press('x')
    await expect(ben.page.getByText('You can look at this map, but not change it.')).toBeVisible()
    await expect(ben.page.getByRole('button', { name: 'Add a stakeholder' })).toBeHidden()

    const cy = await come('Cy', map, phone)
    await cy.page.getByRole('button', { name: 'More' }).tap()
    await cy.page.getByRole('radio', { name: 'Table' }).tap()
    await cellOf(cy, 'Tenants', 1).tap()
    await expect(cellOf(cy, 'Tenants', 1)).toBeFocused()
    await cellOf(cy, 'Tenants', 1).tap()
    const field = cy.page.getByRole('textbox', { name: 'Name of Tenants' })
    await field.fill('Tenants union')
    await field.press('Enter')
    await expect(cellOf(ben, 'Tenants union', 1)).toBeVisible()
  })
})
