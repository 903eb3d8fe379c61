import { weftFile } from './sampleFiles'
import { expect, test } from './weftTest'

const both = weftFile(
  'Rents',
  {
    rent: { kind: 'variable', label: 'Rent', at: [0, 0], chosen: true },
    wages: { kind: 'variable', label: 'Wages', at: [0, 240], chosen: true },
    council: { kind: 'stakeholder', label: 'City council', at: [420, 0], sector: 'government' },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [420, 240], sector: 'community' },
  },
  [
    { kind: 'causal', from: 'rent', to: 'wages', polarity: '+' },
    { kind: 'causal', from: 'wages', to: 'rent', polarity: '+' },
  ],
)

test.describe('where people and factors meet', () => {
  test('HOLD-1, HOLD-2, HOLD-3, HOLD-5: asked on linking, read from either side and in the loop', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(both)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const link = async (from: string, to: string) => {
      await ana.element(from).click()
      await ana.page.keyboard.press('l')
      const picker = ana.page.getByRole('dialog', { name: /^Link / })
      await picker.getByRole('combobox').fill(to)
      await ana.page.keyboard.press('Enter')
    }
    await link('City council', 'Rent')
    const question = ana.page.getByRole('dialog', { name: 'What has the stakeholder to do with it?' })
    await expect(question).toContainText('What has City council to do with Rent?')
    await expect(question.getByRole('button', { name: 'can move it' })).toBeFocused()
    await ana.press('ArrowRight', 'ArrowDown')
    await expect(question.getByRole('button', { name: 'measures it' })).toBeFocused()
    await ana.page.keyboard.press('3')
    await expect(question).toBeHidden()
    await expect(ana.inspector).toContainText('City council decides Rent')

    await link('Tenants', 'City council')
    await expect(ana.page.getByRole('dialog', { name: 'Kind of tie' })).toBeVisible()
    await ana.page.getByRole('button', { name: 'Influence', exact: true }).click()
    await expect(ana.inspector).toContainText('Tenants influences City council')

    await ben.page.getByRole('button', { name: 'Loops and ties', exact: true }).click()
    await ben.page.getByRole('tab', { name: 'Ties' }).click()
    const panel = ben.page.getByRole('tabpanel', { name: 'Ties' })
    await panel.getByRole('radio', { name: 'Hands on' }).click()
    await expect(panel.getByRole('button', { name: 'Wages' })).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Rent' })).toBeHidden()
    await ben.page.getByRole('tab', { name: 'Loops' }).click()
    await ben.page.getByRole('region', { name: 'Loops' }).getByRole('button', { name: /^R1/ }).click()
    await expect(ben.page.getByText('In this loop: City council.')).toBeVisible()
    await expect(ben.page.getByText('Sectors without a hold in it: Community')).toBeVisible()
  })
})
