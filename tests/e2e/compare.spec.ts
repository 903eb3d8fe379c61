import type { Locator, Page } from '@playwright/test'
import { isClean, looks } from './isClean'
import type { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, phone, test, type FileToImport } from './weftTest'

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare', exact: true })
const side = (page: Page, letter: string): Locator => dialog(page).getByRole('combobox', { name: `Map ${letter}` })
const pictures = (page: Page): Locator => dialog(page).getByRole('img')

/** As somebody else would have drawn it: other ids, another spelling, the opposite sign, one thing more. */
const another = weftFile(
  'Bo',
  {
    e1: { label: 'rain ', at: [0, 0] },
    e2: { label: 'Flooding', at: [100, 300] },
    e3: { label: 'Debt', at: [400, 300] },
  },
  [
    { from: 'e1', to: 'e2', polarity: '-' },
    { from: 'e2', to: 'e3', polarity: '+' },
  ],
)
const third = weftFile('Cy', { x: { label: 'Debt', at: [0, 0] }, y: { label: 'Rain', at: [300, 0] } }, [
  { from: 'x', to: 'y', polarity: '+' },
])

async function openCompare({ page }: MapScreen): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('compare')
  await page.getByRole('option', { name: 'Compare with a version, a file or another map…' }).click()
  await expect(dialog(page)).toBeVisible()
}

async function openVersions({ page }: MapScreen, options: object): Promise<void> {
  if ('viewport' in options) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByText('Versions', { exact: true }).click()
    return
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('versions')
  await page.getByRole('option', { name: 'Versions of this map' }).click()
}

async function addFiles(page: Page, ...files: readonly FileToImport[]): Promise<void> {
  const picker = dialog(page).getByLabel('Choose files…')
  await picker.setInputFiles(
    files.map(({ name, type, content }) => ({ name, mimeType: type, buffer: Buffer.from(content) })),
  )
}

test.describe('comparing', () => {
  test('LEARN-50, LEARN-51: any two moments of a map, in words, with their distance, overlaid and side by side', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    await openVersions(ana, {})
    await page.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Before the talk')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Before the talk' })).toBeVisible()
    await page.keyboard.press('Escape')
    await ana.select('Lost harvest')
    await page.keyboard.press('Delete')
    await expect(ana.elements).toHaveCount(2)

    await openVersions(ana, {})
    await page.getByRole('button', { name: 'Compare two moments…' }).click()
    await expect(side(page, 'A')).toContainText('Before the talk')
    await expect(side(page, 'B')).toContainText('The map as it is now')
    const words = dialog(page)
    await expect(words.getByText('Variable “Lost harvest” is gone')).toBeVisible()
    await expect(words.getByText('In both: 2 of 3 elements, 1 of 1 link.')).toBeVisible()
    await expect(words.getByText('the maps differ in none')).toBeVisible()
    await expect(pictures(page)).toHaveCount(1)
    await words.getByRole('radio', { name: 'Side by side' }).click()
    await expect(pictures(page)).toHaveCount(2)
    await expect(words.getByRole('img', { name: /^Map A: Before the talk/ })).toBeVisible()

    // The other way round, what is gone came.
    await side(page, 'A').click()
    await page.getByRole('option', { name: 'The map as it is now' }).click()
    await expect(words.getByText('Nothing is different.')).toBeVisible()
    await side(page, 'B').click()
    await page.getByRole('option', { name: /^Before the talk/ }).click()
    await expect(words.getByText('Variable “Lost harvest” was added')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(ana.elements).toHaveCount(2)
  })

  test('LEARN-50, LEARN-51: the map with a file, by name; a file that cannot be read is said, with why', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    await openCompare(ana)
    await expect(dialog(page).getByText('Choose two maps to see what is different')).toBeVisible()
    await addFiles(page, { name: 'notes.txt', type: 'text/plain', content: 'Nothing of a map' })
    await expect(dialog(page).getByRole('alert')).toContainText('notes.txt cannot be read.')
    await addFiles(page, another)
    await expect(side(page, 'B')).toContainText('Bo.weft.json')
    const words = dialog(page)
    await expect(words.getByText('Things count as the same if they have the same name.')).toBeVisible()
    await expect(words.getByText('In both: 2 of 4 elements, 1 of 2 links.')).toBeVisible()
    await expect(words.getByText('1 has the opposite sign')).toBeVisible()
    await expect(words.getByText('“Rain” to “Flooding”: the sign is −, it was +')).toBeVisible()
    await expect(words.getByText('Variable “Debt” was added')).toBeVisible()
    await expect(words.getByText('stands elsewhere')).toHaveCount(0)
    await expect(words.getByText('“Flooding” has 2 links in B, 1 in A.')).toBeVisible()
    await expect(words.getByText(/^Distance ratio 0\.\d+:/)).toBeVisible()
    // The map itself is as it was.
    await page.keyboard.press('Escape')
    await expect(ana.elements).toHaveCount(3)
  })

  test('LEARN-50: another map that one has been on', async ({ importMap, come }) => {
    const other = await importMap(another)
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    await page.context().request.post(`${new URL(page.url()).origin}/api/maps/${other.id}/join`, {
      data: { key: other.links.view.key, name: 'Ana' },
      headers: { origin: new URL(page.url()).origin },
    })
    await openCompare(ana)
    await side(page, 'B').click()
    await page.getByRole('option', { name: 'Bo', exact: true }).click()
    await expect(dialog(page).getByText('Variable “Debt” was added')).toBeVisible()
  })

  test('LEARN-53, LEARN-54: several files: shared core, contested, unique, and the loops that nobody drew alone', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    await openCompare(ana)
    await addFiles(page, another, third)
    const words = dialog(page)
    await expect(words.getByRole('heading', { name: 'What these 3 maps have in common' })).toBeVisible()
    const rowsOf = (heading: string): Locator =>
      words
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: heading }) })
        .getByRole('listitem')
    await expect(rowsOf('Shared core: in more than half of the maps')).toHaveText([
      /^Rain 3 maps: A, B,? and C$/,
      'Flooding 2 maps: A and B',
      'Debt 2 maps: B and C',
    ])
    await expect(rowsOf('Contested: some maps say +, some say −')).toHaveText([
      'Rain → Flooding 2 maps: A and B · + by 1 · − by 1',
    ])
    await expect(rowsOf('In one map alone')).toHaveCount(3)
    await expect(rowsOf('Loops that nobody drew alone')).toHaveText(['Debt → Rain → Flooding'])
    await expect(pictures(page)).toHaveCount(1)
    await words.getByRole('button', { name: 'Leave out map C' }).click()
    await expect(words.getByText('Variable “Debt” was added')).toBeVisible()
  })

  test('LEARN-55: on a phone the pictures stand one above the other, and nothing is wider than the screen', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const pia = await come('Pia', map, phone)
    const { page } = pia
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByText('Compare with a version, a file or another map…').click()
    await addFiles(page, another)
    await dialog(page).getByRole('radio', { name: 'Side by side' }).click()
    const [first, second] = [
      await dialog(page).getByRole('figure').first().boundingBox(),
      await dialog(page).getByRole('figure').last().boundingBox(),
    ]
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0) - 1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await expect(dialog(page).getByText('Variable “Debt” was added')).toBeAttached()
  })

  for (const [look, options] of looks) {
    test(`LEARN-56: nothing is to be found on two maps and on three, ${look}`, async ({ importMap, come }) => {
      const map = await importMap(threeVariables)
      const ana = await come('Ana', map, options)
      const { page } = ana
      if ('viewport' in options) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByText('Compare with a version, a file or another map…').click()
      } else await openCompare(ana)
      await isClean(page, 'nothing chosen')
      await addFiles(page, another)
      await expect(dialog(page).getByText('Variable “Debt” was added')).toBeAttached()
      await isClean(page, 'two maps')
      await dialog(page).getByRole('radio', { name: 'Side by side' }).click()
      await isClean(page, 'side by side')
      await addFiles(page, third)
      await expect(dialog(page).getByRole('heading', { name: 'In one map alone' })).toBeAttached()
      await isClean(page, 'three maps')
    })
  }
})
