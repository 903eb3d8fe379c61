import type { Locator } from '@playwright/test'
import { expect, phone, test, type FileToImport } from './weftTest'

const stakeholder = { kind: 'stakeholder', description: '' } as const
/** So many in a block, of six sectors, with what a file said of some beside what Weft knows. */
function townOf(count: number): FileToImport {
  const crowd = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `s${at}`,
      {
        ...stakeholder,
        label: `Body ${at}`,
        sector: ['government', 'health', 'community', 'business', 'media', 'Faith'][at % 6],
        power: (at % 11) / 10,
        interest: (at % 7) / 6,
        ...(at < 2 ? { 'field:ready': 'Ready' } : { 'field:ready': 'Later' }),
        ...(at < 4 ? { extra: { Stance: ['supports', 'Opposes', 'warm', 'neutral'][at] } } : {}),
      },
    ]),
  )
  return {
    name: 'town.weft.json',
    type: 'application/json',
    content: JSON.stringify({
      weft: 1,
      meta: {
        schemaVersion: 1,
        title: 'Town',
        description: '',
        'field:ready': { name: 'Readiness', type: 'choice', choices: ['Ready', 'Later'], at: 1 },
      },
      elements: crowd,
      links: {},
      positions: {
        board: Object.fromEntries(Object.keys(crowd).map((id, at) => [id, [(at % 6) * 240, Math.floor(at / 6) * 110]])),
      },
      views: { looked: { name: 'Ready ones', 'where:field:ready': ['Ready'], shown: 'map' } },
    }),
  }
}
const town = townOf(40)

/** Ten in a row, two ties between the two in the middle. */
const chain: FileToImport = {
  name: 'chain.weft.json',
  type: 'application/json',
  content: JSON.stringify({
    weft: 1,
    meta: { schemaVersion: 1, title: 'Chain', description: '' },
    elements: Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`c${at}`, { ...stakeholder, label: `Link ${at}`, sector: 'health' }]),
    ),
    links: {
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [
          `t${at}`,
          { kind: 'tie', type: 'collaboration', from: `c${at}`, to: `c${at + 1}`, description: '' },
        ]),
      ),
      money: { kind: 'tie', type: 'money', from: 'c4', to: 'c5', description: '' },
    },
    positions: { board: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`c${at}`, [at * 240, 0]])) },
  }),
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not shown')
  return box
}

test.describe('screens of stakeholders', () => {
  test('LOOK-20, LOOK-21: who looks by a saved look goes on with it under new words, and is told what is gone', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(town)
    const ana = await come('Ana', map)
    const { page } = ana
    const run = async (name: string, input: unknown): Promise<void> => {
      const answer = await fetch(`${server.url}/api/maps/${map.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.owner.key}` },
        body: JSON.stringify({ commands: [{ name, input }] }),
      })
      expect(answer.ok, await answer.text()).toBe(true)
    }
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    await panel
      .getByRole('radio', { name: 'Saved' })
      .or(panel.getByRole('tab', { name: 'Saved' }))
      .click()
    await panel.getByRole('button', { name: 'Look at it this way: Ready ones' }).click()
    const strip = page.getByRole('status').filter({ hasText: 'Plain map' })
    await expect(strip).toContainText('Showing 2 of 40')

    await run('changeCustomField', { id: 'ready', changes: { choices: ['Sure', 'Later'] }, words: { Ready: 'Sure' } })
    await expect(strip).toContainText('Showing 2 of 40')
    await expect(panel.getByText('shown now', { exact: true })).toBeVisible()

    await run('deleteCustomField', { id: 'ready' })
    await expect(strip).toContainText('Ready ones · asks for a field that was deleted · Showing 0 of 40')
  })

  test('CANVAS-13: the bar of a selection keeps clear of the legend of a look', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(town))
    const { page } = ana
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    await panel.getByRole('combobox', { name: 'Colour' }).click()
    await page.getByRole('option', { name: 'Sector', exact: true }).click()
    const legend = page.getByRole('region', { name: 'What colours and sizes mean' })
    await expect(legend).toBeVisible()
    await panel.getByRole('button', { name: /^Close/ }).click()
    for (const name of ['Body 36', 'Body 37', 'Body 38', 'Body 31']) {
      await ana.element(name).click()
      await expect(ana.selectionBar).toBeVisible()
      const [bar, box] = [await boxOf(ana.selectionBar), await boxOf(legend)]
      const isOver =
        bar.x < box.x + box.width &&
        box.x < bar.x + bar.width &&
        bar.y < box.y + box.height &&
        box.y < bar.y + bar.height
      expect(isOver, name).toBe(false)
    }
  })

  test('TABLE-28, FIELD-14: new rows that the search hides are told; what came as “Stance” is read as that', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(town))
    const { page } = ana
    await page.getByRole('radio', { name: 'Table' }).click()
    const find = page.getByRole('searchbox', { name: 'Find in the table' })
    await find.fill('Body 1')
    const add = page.getByRole('textbox', { name: /^Add rows/ })
    await add.fill('Harbour')
    await add.press('Enter')
    await expect(page.getByText('The new row is hidden by the filter.')).toBeVisible()
    await page.getByRole('button', { name: 'Show all rows' }).click()
    await expect(find).toHaveValue('')

    // What was said of the filter goes with it, with the rows, and with the table.
    const said = page.getByText('The new row is hidden by the filter.')
    await expect(said).toHaveCount(0)
    const addHidden = async (name: string): Promise<void> => {
      await find.fill('Body 1')
      await add.fill(name)
      await add.press('Enter')
      await expect(said).toBeVisible()
    }
    await addHidden('Mole')
    await find.fill('')
    await expect(said).toHaveCount(0)
    await addHidden('Pier')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(said).toHaveCount(0)
    await addHidden('Quay')
    await page.getByRole('radio', { name: 'Rings' }).click()
    await expect(said).toHaveCount(0)
    await page.getByRole('radio', { name: 'Table' }).click()
    await find.fill('')

    await page.getByRole('button', { name: 'Columns' }).click()
    const imported = page.getByRole('region', { name: 'From the imported file' })
    await expect(imported).toContainText('3 can be read as Weft’s “Stance”. One stays here. Not understood: “warm”.')
    await imported.getByRole('button', { name: 'Read as Stance' }).click()
    await expect(imported).toContainText('Weft has “Stance” itself, and nothing here can be read as that.')
    await imported.getByRole('button', { name: 'Make it the field “Stance (imported)”' }).click()
    await expect(imported).toHaveCount(0)
  })

  test('VIEWS-15, VIEWS-17: on a phone dots are tapped, and those who wait are read whole and by name', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(townOf(60)), phone)
    const { page } = ana
    await page.getByRole('button', { name: 'More' }).tap()
    await page
      .getByRole('button', { name: 'Rings' })
      .or(page.getByRole('radio', { name: 'Rings' }))
      .tap()
    const rings = page.getByRole('region', { name: 'Rings' })
    const waiting = rings.getByRole('group', { name: 'Not placed yet' })
    const names = await waiting.getByRole('button').allInnerTexts()
    const inOrder = names.map((name) => Number(/\d+$/.exec(name)?.[0]))
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
    await page.getByRole('radio', { name: 'Grid' }).tap()
    await expect(page.getByText('Tap one to read who it is.')).toBeVisible()
  })

  test('NET-23, PANEL-46: pairs that hold a chain together, the middle first, are all shown on a press; every tie says its kind', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(chain))
    const { page } = ana
    await page.getByRole('button', { name: 'Ties', exact: true }).click()
    await page.getByRole('tab', { name: 'Ties' }).click()
    const holding = page.getByRole('region', { name: 'What holds it together' })
    const pairs = holding.getByRole('listitem').filter({ hasText: 'the only pair that joins two parts' })
    await expect(pairs).toHaveCount(5)
    await expect(pairs.first()).toHaveText(/Link 4.*Link 5/)
    await holding.getByRole('button', { name: /^Show \d+ more$/ }).click()
    await expect(pairs).toHaveCount(9)
    await expect(holding.getByRole('button', { name: /more$/ })).toHaveCount(0)

    await ana.canvas.getByRole('group', { name: /^Link 4\b/ }).click()
    const inspector = page.locator('[data-region="inspector"]')
    await expect(inspector.getByRole('heading', { name: 'Ties to' })).toBeVisible()
    await expect(inspector.getByRole('heading', { name: 'Mutual ties' })).toBeVisible()
    await expect(inspector.getByRole('heading', { name: 'Leads to' })).toHaveCount(0)
    await expect(inspector.getByText('Money', { exact: true })).toBeVisible()
    // Also where it is the only one between two.
    await expect(inspector.getByText('Collaboration', { exact: true })).toHaveCount(2)
  })
})
