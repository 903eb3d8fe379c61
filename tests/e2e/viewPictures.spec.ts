import { readFile } from 'node:fs/promises'
import { extractMapFromSvg } from '../../lib/formats/svgMap'
import { weftFile } from './sampleFiles'
import { expect, test } from './weftTest'

const people = weftFile(
  'Housing',
  {
    council: {
      kind: 'stakeholder',
      label: 'City council',
      at: [0, 0],
      sector: 'government',
      power: 0.9,
      interest: 0.8,
      stance: 'opposes',
    },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 0], sector: 'community', power: 0.2, interest: 0.9 },
    press: { kind: 'stakeholder', label: 'Local press', at: [0, 200], sector: 'media' },
  },
  [{ kind: 'tie', from: 'council', to: 'tenants', type: 'money' }],
)

test('PIC-15, PIC-17: whoever looks at the grid takes the grid home, and is told what it shows', async ({
  importMap,
  come,
}) => {
  const ana = await come('Ana', await importMap(people))
  const { page } = ana
  await page.getByRole('radio', { name: 'Grid' }).click()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('combobox', { name: 'View' })).toHaveText('Grid')
  await expect(dialog.getByText(/^This picture shows how much power and interest each of them has/)).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'With a legend' })).toBeChecked()
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'SVG picture' }).click()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save SVG picture' }).click()
  const svg = await readFile(await (await coming).path(), 'utf8')
  for (const words of ['Power and interest · ', 'Keep satisfied', 'City council', 'Government', 'Local press']) {
    expect(svg).toContain(words)
  }
  const inside = extractMapFromSvg(svg)
  expect(inside.ok ? inside.value : '').toContain('Tenants')
  expect(inside.ok ? inside.value : 'power').not.toMatch(/power|opposes/)
})

test('PIC-15: the rings go home with the slices that one has switched on, the matrix in its order; the map as before', async ({
  importMap,
  come,
}) => {
  const ana = await come('Ana', await importMap(people))
  const { page } = ana
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Export…' }).click()
  }
  await page.getByRole('radio', { name: 'Rings' }).click()
  await page.getByRole('switch', { name: 'Sectors as slices' }).click()
  await open()
  await expect(dialog.getByRole('checkbox', { name: 'Sectors as slices' })).toBeChecked()
  await dialog.getByRole('combobox', { name: 'View' }).click()
  await page.getByRole('option', { name: 'Matrix' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Order' })).toHaveText('Sector')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('radio', { name: 'Map' }).click()
  await open()
  await expect(dialog.getByRole('combobox', { name: 'View' })).toHaveText('Map')
  await expect(dialog.getByRole('checkbox', { name: 'With a legend' })).not.toBeChecked()
})
