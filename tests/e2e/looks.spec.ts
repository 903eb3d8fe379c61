import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const stakeholder = { kind: 'stakeholder' } as const
const town = weftFile(
  'Housing',
  {
    clinic: { ...stakeholder, label: 'Clinic', at: [0, 0], sector: 'health', stance: 'supports', power: 0.9 },
    nurses: { ...stakeholder, label: 'Nurses', at: [0, 200], sector: 'health', role: 'Care at home' },
    tenants: { ...stakeholder, label: 'Tenants', at: [400, 0], sector: 'community', stance: 'opposes' },
    club: { ...stakeholder, label: 'Sports club', at: [400, 200], sector: 'community' },
    press: { ...stakeholder, label: 'Press', at: [200, 400], sector: 'media' },
  },
  [
    { kind: 'tie', type: 'money', from: 'clinic', to: 'tenants' },
    { kind: 'tie', type: 'collaboration', from: 'clinic', to: 'nurses' },
    { kind: 'tie', type: 'collaboration', from: 'nurses', to: 'club' },
    { kind: 'tie', type: 'collaboration', from: 'tenants', to: 'club' },
    { kind: 'tie', type: 'information', from: 'press', to: 'club' },
  ],
)

test.describe('looks', () => {
  test('LOOK-25, LOOK-23: the panel opens beside the whole map, and the lens about leaders marks them', async ({
    importMap,
    come,
  }) => {
    const row = Object.fromEntries(
      Array.from({ length: 24 }, (_, at) => [
        `p${at}`,
        {
          ...stakeholder,
          label: `Partner ${at}`,
          at: [(at % 6) * 220, Math.floor(at / 6) * 120] as const,
          leader: at < 2,
        },
      ]),
    )
    const ties = [{ kind: 'tie', type: 'money', from: 'p0', to: 'p1' }]
    const wide = await importMap(weftFile('Wide', row, ties))
    const ana = await come('Ana', wide)
    const { page } = ana
    await expect(ana.element('Partner 0')).toBeVisible()
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    await expect(panel).toBeVisible()
    const isClear = async (name: string): Promise<boolean> => {
      const [card, side] = [await ana.element(name).boundingBox(), await panel.boundingBox()]
      return card !== null && side !== null && card.x >= side.x + side.width && card.x + card.width <= 1440
    }
    for (const name of ['Partner 0', 'Partner 18', 'Partner 5']) await expect.poll(() => isClear(name)).toBe(true)
    await panel.getByRole('radio', { name: 'Lenses' }).click()
    await panel.getByRole('button', { name: 'Look through it' }).first().click()
    await expect(
      page.getByRole('region', { name: 'What colours and sizes mean' }).getByText('Formal leader (2)'),
    ).toBeVisible()
    await expect(ana.canvas.getByRole('group', { name: /Formal leader\.$/ })).toHaveCount(2)

    // Opened beside the table it makes room as soon as the map is looked at.
    const ben = await come('Ben', wide)
    await expect(ben.element('Partner 0')).toBeVisible()
    await ben.page.getByRole('radio', { name: 'Table' }).click()
    await ben.page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const beside = ben.page.getByRole('region', { name: 'Looks' })
    await expect(beside).toBeVisible()
    await ben.page.getByRole('radio', { name: 'Map' }).click()
    for (const name of ['Partner 0', 'Partner 18', 'Partner 5']) {
      await expect
        .poll(async () => {
          const [card, side] = [await ben.element(name).boundingBox(), await beside.boundingBox()]
          return card !== null && side !== null && card.x >= side.x + side.width && card.x + card.width <= 1440
        })
        .toBe(true)
    }
  })

  test('LOOK-26: two strips and the bar of what is selected do not cover each other when the inspector opens', async ({
    importMap,
    come,
  }) => {
    const wide = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `p${at}`,
        { ...stakeholder, label: `Partner ${at}`, at: [(at % 5) * 240, Math.floor(at / 5) * 190] as const },
      ]),
    )
    const ana = await come(
      'Ana',
      await importMap(weftFile('High', wide, [{ kind: 'tie', type: 'money', from: 'p0', to: 'p1' }])),
    )
    const { page } = ana
    await expect(ana.element('Partner 2')).toBeVisible()
    await ana.press('Control+k')
    await page.getByRole('combobox').fill('lens individuals')
    await ana.press('Enter')
    await page.getByRole('button', { name: 'Show this to everyone' }).click()
    const strips = page.getByRole('status').filter({ hasText: /Plain map|You show everyone/ })
    await expect(strips).toHaveCount(2)
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    await ana.select('Partner 2')
    await expect(ana.inspector).toBeVisible()
    const areClear = async (): Promise<boolean> => {
      const bar = await ana.selectionBar.boundingBox()
      const boxes = await Promise.all((await strips.all()).map((strip) => strip.boundingBox()))
      return boxes.every(
        (box) =>
          bar !== null &&
          box !== null &&
          (box.y + box.height <= bar.y ||
            bar.y + bar.height <= box.y ||
            box.x + box.width <= bar.x ||
            bar.x + bar.width <= box.x),
      )
    }
    await expect.poll(areClear).toBe(true)
  })

  test('PANEL-34: lenses, looks, views, the inventory and the hold are found in the palette by their words', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(town))
    const { page } = ana
    for (const [words, name] of [
      ['lens', 'Lens: From individuals to communities'],
      ['lenses', 'Lens: From organisations to networks'],
      ['silos', 'Lens: From silos to partnerships'],
      ['filter', 'Looks'],
      ['table', 'View: Table'],
      ['grid', 'View: Grid'],
      ['quadrants', 'View: Grid'],
      ['rings', 'View: Rings'],
      ['matrix', 'View: Matrix'],
      ['columns', 'View: Sectors'],
      ['inventory', 'Go through the ties, one kind at a time'],
      ['hold', 'Hold the map: Everyone looks here; changes pause'],
    ] as const) {
      await ana.focusCanvas()
      await ana.press('Control+k')
      await page.getByRole('combobox').fill(words)
      await expect(page.getByRole('option', { name, exact: true }), words).toBeVisible()
      await ana.press('Escape')
    }
    await ana.focusCanvas()
    await ana.press('Control+k')
    await page.getByRole('combobox').fill('lens silos')
    await ana.press('Enter')
    await expect(ana.element('Health · 2')).toBeVisible()
  })

  test('LOOK-3, LOOK-4, LOOK-11, LOOK-13, LOOK-14: a look is made, saved, shared, changed and deleted; the map stays as it is', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(town)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const { page } = ana
    await expect(ana.element('Press')).toBeVisible()
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    await expect(ana.link('Clinic to Tenants: money')).toBeVisible()

    await panel.getByRole('switch', { name: 'Collaboration · 3' }).click()
    await panel.getByRole('switch', { name: 'Information · 1' }).click()
    const strip = page.getByRole('status').filter({ hasText: 'Plain map' })
    await expect(strip).toContainText('Money only')
    await expect(ana.link('Clinic to Tenants: money')).toBeVisible()
    await expect(ana.links).toHaveCount(1)

    await panel.getByRole('group', { name: 'Sector' }).getByRole('button', { name: 'Health' }).click()
    await expect(strip).toContainText('Showing 2 of 5 · Money only')
    await expect(ana.element('Press')).toHaveCSS('opacity', '0.25')
    await expect(ana.element('Clinic')).toHaveCSS('opacity', '1')
    await isClean(page, 'a look')

    // What is faint is not reached by "Select all".
    await ana.focusCanvas()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(ana.inspector).toContainText('2')
    await page.keyboard.press('Escape')

    await panel.getByRole('radio', { name: 'Hidden' }).click()
    await expect(ana.element('Press')).toHaveCount(0)
    await expect(ana.element('Nurses')).toBeVisible()
    await expect(ben.element('Press')).toBeVisible()

    await panel.getByRole('radio', { name: 'Saved' }).click()
    await panel.getByRole('textbox', { name: 'Name of the look' }).fill('Money and health')
    await panel.getByRole('button', { name: 'Save what is shown now' }).click()
    await expect(strip).toContainText('Money and health')
    await strip.getByRole('button', { name: 'Plain map' }).click()
    await expect(ana.element('Press')).toBeVisible()
    await expect(ana.links).toHaveCount(5)

    await ben.page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const bens = ben.page.getByRole('region', { name: 'Looks' })
    await bens.getByRole('radio', { name: 'Saved' }).click()
    await bens.getByRole('button', { name: 'Look at it this way: Money and health' }).click()
    await expect(ben.element('Press')).toHaveCount(0)
    await expect(ben.links).toHaveCount(0)
    await bens.getByRole('button', { name: 'More about Money and health' }).click()
    await ben.page.getByRole('menuitem', { name: 'Rename' }).click()
    await bens.getByRole('textbox', { name: 'New name of Money and health' }).fill('Health')
    await ben.page.keyboard.press('Enter')
    await expect(panel.getByRole('button', { name: 'Look at it this way: Health' })).toBeVisible()

    await panel.getByRole('button', { name: 'More about Health' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(bens.getByRole('button', { name: 'Look at it this way: Health' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(bens.getByRole('button', { name: 'Look at it this way: Health' })).toBeVisible()

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await panel.getByRole('button', { name: 'More about Health' }).click()
    await page.getByRole('menuitem', { name: 'Copy a link that opens with it' }).click()
    await expect(ana.toast('Link copied.')).toBeVisible()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto(address)
    await ana.isOpen()
    await expect(strip).toContainText('Health')
    await expect(ana.element('Nurses')).toBeVisible()
    await expect(ana.element('Press')).toHaveCount(0)

    // LOOK-19: a link to one that is gone.
    await page.goto(address.replace(/look=[^&#]+/, 'look=gone'))
    await ana.isOpen()
    await expect(
      ana.toast('The look that this link names is no longer on the map. You see the plain map.'),
    ).toBeVisible()
    await expect(ana.element('Press')).toBeVisible()
  })

  test('LOOK-5: what a focus or cards of groups leave is brought into view beside the panel', async ({
    importMap,
    come,
  }) => {
    // Two who are tied stand far from all others, and are small from afar.
    const crowd = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `p${at}`,
        {
          ...stakeholder,
          label: `Partner ${at}`,
          at: [(at % 6) * 400, Math.floor(at / 6) * 300] as const,
          sector: at % 2 === 0 ? 'health' : 'media',
        },
      ]),
    )
    const far = {
      north: { ...stakeholder, label: 'North office', at: [5_000, 2_500] as const, sector: 'health' },
      south: { ...stakeholder, label: 'South office', at: [5_200, 2_700] as const, sector: 'media' },
    }
    const ties = [{ kind: 'tie', type: 'money', from: 'north', to: 'south' }]
    const ana = await come('Ana', await importMap(weftFile('Far', { ...crowd, ...far }, ties)))
    const { page } = ana
    await expect(ana.element('North office')).toBeVisible()
    const small = (await ana.element('North office').boundingBox())?.width ?? Infinity
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    const isSeen = async (name: string): Promise<boolean> => {
      const [card, side] = [await ana.element(name).boundingBox(), await panel.boundingBox()]
      return (
        card !== null &&
        side !== null &&
        card.width > small * 1.5 &&
        card.x >= side.x + side.width &&
        card.x + card.width <= 1440 &&
        card.y >= 0 &&
        card.y + card.height <= 900
      )
    }
    await ana.select('North office')
    await panel.getByRole('button', { name: 'One link away' }).click()
    await expect(ana.element('Partner 0')).toHaveCount(0)
    for (const name of ['North office', 'South office']) await expect.poll(() => isSeen(name)).toBe(true)

    await page.getByRole('button', { name: 'Plain map' }).click()
    await expect(ana.element('Partner 0')).toHaveCount(1)
    await panel.getByRole('combobox', { name: 'Group into cards by' }).click()
    await page.getByRole('option', { name: 'Sector' }).click()
    for (const name of ['Health · 16', 'Media · 16']) await expect.poll(() => isSeen(name)).toBe(true)
  })

  test('LOOK-28: a lens from the palette, and its name in the strip, lead to what it tells and what to ask next', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(town))
    const { page } = ana
    const panel = page.getByRole('region', { name: 'Looks' })
    const question = panel.getByText('Which two sectors need each other most for this question')
    await expect(ana.element('Press')).toBeVisible()
    await ana.focusCanvas()
    await ana.press('Control+k')
    await page.getByRole('combobox').fill('lens silos')
    await ana.press('Enter')
    await expect(ana.element('Health · 2')).toBeVisible()
    await expect(question).toBeInViewport({ ratio: 1 })
    await panel.getByRole('radio', { name: 'Now' }).click()
    await expect(question).toHaveCount(0)
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('status').getByRole('button', { name: 'From silos to partnerships' }).click()
    await expect(question).toBeInViewport({ ratio: 1 })
    // Without a lens it opens at what is shown now.
    await page.getByRole('button', { name: 'Plain map' }).click()
    await panel.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    await expect(panel.getByRole('radio', { name: 'Now' })).toBeChecked()
  })

  test('LOOK-5, LOOK-9, LOOK-10: groups open by Enter and by a click; only what is near, from the menu', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(town))
    const { page } = ana
    await expect(ana.element('Press')).toBeVisible()
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const panel = page.getByRole('region', { name: 'Looks' })
    await panel.getByRole('combobox', { name: 'Group into cards by' }).click()
    await page.getByRole('option', { name: 'Sector' }).click()
    await expect(ana.element('Health · 2')).toBeVisible()
    await expect(ana.element('Community · 2')).toBeVisible()
    await expect(ana.element('Clinic')).toHaveCount(0)
    await expect(ana.elements).toHaveCount(1)

    // Neither moved nor selected: a drag leaves it where it is, and a press opens it.
    await expect(ana.element('Health · 2')).toHaveAccessibleName(/Enter shows them one by one/)
    const before = await ana.middleOf('Health · 2')
    await ana.drag(before, { x: before.x + 80, y: before.y + 40 })
    expect(await ana.middleOf('Health · 2')).toEqual(before)
    await page.mouse.click(before.x, before.y)
    await expect(ana.element('Clinic')).toBeVisible()
    await expect(ana.element('Community · 2')).toBeVisible()
    await ana.element('Community · 2').focus()
    await page.keyboard.press('Enter')
    await expect(ana.element('Tenants')).toBeVisible()
    await panel.getByRole('button', { name: 'Close all' }).click()
    await expect(ana.element('Health · 2')).toBeVisible()
    await page.getByRole('button', { name: 'Plain map' }).click()
    await expect(ana.canvas).toBeFocused()

    const press = await ana.middleOf('Press')
    await page.mouse.click(press.x, press.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Only what is near' }).click()
    await page.getByRole('menuitem', { name: 'One link away' }).click()
    await expect(ana.element('Sports club')).toBeVisible()
    await expect(ana.element('Clinic')).toHaveCount(0)
    await panel.getByRole('button', { name: 'One link more' }).click()
    await expect(ana.element('Nurses')).toBeVisible()
    await expect(ana.element('Tenants')).toBeVisible()
    await expect(ana.element('Clinic')).toHaveCount(0)
    await panel.getByRole('button', { name: 'Show the rest again' }).click()
    await expect(ana.element('Clinic')).toBeVisible()
  })

  test('LOOK-5, ACTOR-5: only what is near, from the bar, the inspector, the palette and the looks; stance is on the map', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(town)
    const ana = await come('Ana', map)
    const { page } = ana
    await expect(ana.element('Clinic')).toHaveAccessibleName(/Supports\.$/)
    await expect(ana.element('Clinic').locator('.weft-stance')).toBeVisible()
    await expect(ana.element('Press').locator('.weft-stance')).toHaveCount(0)

    const strip = page.getByRole('status').filter({ hasText: 'Plain map' })
    const back = async () => {
      await expect(ana.element('Press')).toHaveCount(0)
      await expect(ana.element('Tenants')).toBeVisible()
      await strip.getByRole('button', { name: 'Plain map' }).click()
      await expect(ana.element('Press')).toBeVisible()
    }
    const near = async () => {
      await page.getByRole('menuitem', { name: 'Only what is near' }).press('ArrowRight')
      await page.getByRole('menuitem', { name: 'One link away' }).press('Enter')
      await back()
    }
    await ana.select('Clinic')
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'More' }).click()
    await near()
    await ana.inspector.getByRole('button', { name: 'More', exact: true }).click()
    await near()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('neighbours')
    await page.getByRole('option', { name: 'Show only what is near: one link away' }).click()
    await back()
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const looks = page.getByRole('region', { name: 'Looks' })
    await looks.getByRole('button', { name: 'One link away' }).click()
    await back()
    await page.keyboard.press('Escape')

    // Who may only look finds it in the inspector.
    const ben = await come('Ben', map, { grant: 'view' })
    await ben.select('Clinic')
    await ben.inspector.getByRole('button', { name: 'More', exact: true }).click()
    await expect(ben.page.getByRole('menuitem')).toHaveCount(2)
    await ben.page.getByRole('menuitem', { name: 'Only what is near' }).press('ArrowRight')
    await ben.page.getByRole('menuitem', { name: 'One link away' }).press('Enter')
    await expect(ben.element('Press')).toHaveCount(0)
  })

  test('LOOK-7, LOOK-15: on a phone with a link to view, through a lens; another colour has its legend', async ({
    importMap,
    come,
  }) => {
    const cy = await come('Cy', await importMap(town), { ...phone, grant: 'view' })
    const { page } = cy
    await expect(cy.element('Press')).toBeVisible()
    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('button', { name: 'Looks' }).tap()
    const sheet = page.getByRole('dialog', { name: 'Looks' })
    await sheet.getByRole('radio', { name: 'Saved' }).tap()
    await expect(sheet.getByText('No look is saved yet.')).toBeVisible()
    await expect(sheet.getByRole('button', { name: 'Save what is shown now' })).toHaveCount(0)
    await sheet.getByRole('radio', { name: 'Lenses' }).tap()
    const lens = sheet.getByRole('region', { name: 'From silos to partnerships' })
    await expect(lens).toContainText('Within or across sectors (E-I index)')
    await lens.getByRole('button', { name: 'Look through it' }).tap()
    await expect(cy.element('Health · 2')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Plain map' })).toContainText('From silos to partnerships')
    const opener = page.getByRole('button', { name: 'What colours and sizes mean' })
    const legend = page.getByRole('dialog', { name: 'What colours and sizes mean' })
    await opener.tap()
    await expect(legend).toContainText('Health (2)')
    await page.keyboard.press('Escape')
    await expect(legend).toHaveCount(0)
    await page.getByRole('button', { name: 'Plain map' }).tap()
    await expect(cy.element('Clinic')).toBeVisible()

    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('button', { name: 'Looks' }).tap()
    await sheet.getByRole('combobox', { name: 'Colour' }).tap()
    await page.getByRole('option', { name: 'Stance' }).tap()
    await page.getByRole('button', { name: 'Close' }).tap()
    await opener.tap()
    await expect(legend).toContainText('Opposes (1)')
    await isClean(page, 'a look')
  })
})

test('LOOK-16: a facilitator brings a look to all, who come now or later; each can go back to their own', async ({
  importMap,
  come,
}) => {
  const map = await importMap(town)
  const ana = await come('Ana', map, { grant: 'facilitate' })
  const ben = await come('Ben', map, { grant: 'contribute' })
  await expect(ben.element('Press')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
  const bens = ben.page.getByRole('region', { name: 'Looks' })
  await expect(bens.getByRole('combobox', { name: 'Colour' })).toBeVisible()
  await expect(bens.getByRole('button', { name: 'Show this to everyone' })).toHaveCount(0)

  await ana.page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
  const panel = ana.page.getByRole('region', { name: 'Looks' })
  await panel.getByRole('radio', { name: 'Lenses' }).click()
  const lens = panel.getByRole('region', { name: 'From silos to partnerships' })
  await lens.getByRole('button', { name: 'Look through it' }).click()
  await expect(ana.element('Health · 2')).toBeVisible()
  await panel.getByRole('button', { name: 'Show this to everyone' }).click()

  const told = ben.page.getByRole('status').filter({ hasText: 'Ana shows everyone: From silos to partnerships' })
  await expect(told).toBeVisible()
  await expect(ben.element('Health · 2')).toBeVisible()
  // One strip says it all.
  await expect(ben.page.getByRole('status').filter({ hasText: 'Plain map' })).toHaveCount(0)
  await told.getByRole('button', { name: 'Back to my own' }).click()
  await expect(ben.element('Clinic')).toBeVisible()
  await told.getByRole('button', { name: 'Look at it' }).click()
  await expect(ben.element('Health · 2')).toBeVisible()

  const cy = await come('Cy', map, { ...phone, grant: 'view' })
  await expect(cy.element('Health · 2')).toBeVisible()

  await ana.page
    .getByRole('status')
    .filter({ hasText: 'You show everyone' })
    .getByRole('button', { name: 'Stop' })
    .click()
  await expect(ana.toast('Everyone sees it now.')).toHaveCount(0)
  await expect(ben.element('Clinic')).toBeVisible()
  await expect(cy.element('Clinic')).toBeVisible()
  await expect(told).toHaveCount(0)
  await expect(ana.element('Health · 2')).toBeVisible()

  // Who goes into another view meanwhile stays there, and does not keep the look as their own.
  await panel.getByRole('button', { name: 'Show this to everyone' }).click()
  await expect(told).toBeVisible()
  await ben.page.getByRole('radio', { name: 'Grid' }).click()
  await ana.page
    .getByRole('status')
    .filter({ hasText: 'You show everyone' })
    .getByRole('button', { name: 'Stop' })
    .click()
  await expect(told).toHaveCount(0)
  await expect(ben.page.getByRole('region', { name: 'Power and interest' })).toBeVisible()
  await ben.page.getByRole('radio', { name: 'Map' }).click()
  await expect(ben.element('Clinic')).toBeVisible()
  await expect(ben.page.getByRole('status').filter({ hasText: 'Plain map' })).toHaveCount(0)
})
