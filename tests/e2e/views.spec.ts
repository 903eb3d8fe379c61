import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

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
    },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 0], sector: 'community', power: 0.2, interest: 0.9 },
    press: { kind: 'stakeholder', label: 'Local press', at: [0, 200], sector: 'media' },
  },
  [],
)

/** So many stakeholders, each with a place on the grid. */
function crowd(count: number) {
  return weftFile(
    'Crowd',
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `a${index}`,
        {
          kind: 'stakeholder',
          label: `Actor ${index}`,
          at: [(index % 20) * 200, Math.floor(index / 20) * 80] as const,
          sector: index % 2 === 0 ? 'health' : 'media',
          power: ((index * 37) % 100) / 100,
          interest: ((index * 61) % 100) / 100,
        },
      ]),
    ),
    [],
  )
}

test.describe('the grid of power and interest', () => {
  test('VIEWS-1, VIEWS-2: dragged, moved by keys, and the same for everybody', async ({ importMap, come }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.getByRole('radio', { name: 'Grid' }).click()
    const grid = ana.page.getByRole('region', { name: 'Power and interest' })
    await expect(
      grid.getByRole('button', { name: 'City council: power 90%, interest 80%, Manage closely' }),
    ).toBeVisible()
    await expect(grid.getByRole('button', { name: 'Local press, not placed yet' })).toBeVisible()
    // Ben still sees the map.
    await expect(ben.element('City council')).toBeVisible()

    await ben.page.getByRole('radio', { name: 'Grid' }).click()
    const other = ben.page.getByRole('region', { name: 'Power and interest' })
    const field = grid.getByRole('group', { name: 'Interest to the right, power upwards' })
    const box = await field.boundingBox()
    if (box === null) throw new Error('no field')
    await grid.getByRole('button', { name: /^Local press/ }).hover()
    await ana.page.mouse.down()
    await ana.page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4, { steps: 4 })
    await ana.page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25, { steps: 4 })
    await ana.page.mouse.up()
    await expect(
      other.getByRole('button', { name: /^Local press: power 7[45]%, interest 2[56]%, Keep satisfied/ }),
    ).toBeVisible()

    const tenants = grid.getByRole('button', { name: /^Tenants/ })
    await tenants.focus()
    await ana.page.keyboard.press('ArrowUp')
    await ana.page.keyboard.press('Shift+ArrowLeft')
    await expect(other.getByRole('button', { name: 'Tenants: power 25%, interest 89%, Keep informed' })).toBeVisible()
    await ana.page.keyboard.press('ControlOrMeta+z')
    await expect(other.getByRole('button', { name: 'Tenants: power 25%, interest 90%, Keep informed' })).toBeVisible()

    // What is chosen here is chosen in the inspector, until Esc lets go of it.
    await tenants.click()
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Tenants')
    await tenants.focus()
    await ana.page.keyboard.press('Escape')
    await expect(ana.inspector).toHaveCount(0)
    await tenants.click()
    await ana.page.getByRole('radio', { name: 'Map' }).click()
    await expect(ana.element('Tenants')).toBeVisible()
  })

  test('VIEWS-4: with a link to view it can be looked at, and nothing moved', async ({ importMap, come }) => {
    const ben = await come('Ben', await importMap(people), { grant: 'view' })
    await ben.page.getByRole('radio', { name: 'Grid' }).click()
    const grid = ben.page.getByRole('region', { name: 'Power and interest' })
    await grid.getByRole('button', { name: /^Tenants/ }).focus()
    await ben.page.keyboard.press('ArrowUp')
    await expect(grid.getByRole('button', { name: 'Tenants: power 20%, interest 90%, Keep informed' })).toBeVisible()
    await expect(grid.getByRole('button', { name: 'Add a stakeholder' })).toBeHidden()
  })

  test('VIEWS-20: on a phone seventeen of much power and interest stay in their quadrant; initials tell their name on a tap', async ({
    importMap,
    come,
  }) => {
    const strong = Array.from({ length: 17 }, (_, at) => [
      `b${at}`,
      {
        kind: 'stakeholder',
        label: `Board of district ${at}`,
        at: [at * 200, 0] as const,
        sector: 'health',
        power: 0.5 + ((at * 7) % 50) / 100,
        interest: 0.5 + ((at * 13) % 50) / 100,
      },
    ])
    const { page } = await come('Cy', await importMap(weftFile('Boards', Object.fromEntries(strong))), phone)
    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('radio', { name: 'Grid' }).tap()
    const field = page.getByRole('group', { name: 'Interest to the right, power upwards' })
    const chips = field.getByRole('button')
    await expect(chips).toHaveCount(17)
    const box = await field.boundingBox()
    for (const chip of await chips.all()) {
      const at = await chip.boundingBox()
      expect((at?.x ?? 0) + (at?.width ?? 0) / 2).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) / 2 - 1)
      expect((at?.y ?? 0) + (at?.height ?? 0) / 2).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) / 2 + 1)
    }
    await expect(page.getByText('Initials: tap for names')).toBeVisible()
    const short = chips.filter({ hasText: /^B\d+$/ }).first()
    const [name = ''] = (await short.getAttribute('aria-label'))?.split(':') ?? []
    await short.tap()
    await expect(page.getByRole('dialog', { name: new RegExp(`${name}\\b`) })).toBeVisible()
    await expect(field.getByText(name, { exact: true })).toBeAttached()
  })

  test('VIEWS-5: on a phone a swipe that begins on somebody scrolls and says nothing; whoever is held is taken', async ({
    importMap,
    come,
  }) => {
    const sectors = ['government', 'health', 'community', 'business', 'media']
    const many = Object.fromEntries(
      sectors.map((sector, at) => [
        sector,
        { kind: 'stakeholder', label: `Body ${at}`, at: [at * 200, 0] as const, sector },
      ]),
    )
    const { page } = await come('Cy', await importMap(weftFile('Swiped', many)), phone)
    await page.getByRole('button', { name: 'More' }).tap()
    await page.getByRole('radio', { name: 'Sectors' }).tap()
    const finger = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    const middleOf = async (name: string) => {
      const box = await page.getByRole('button', { name }).boundingBox()
      if (box === null) throw new Error('no chip')
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    // Held, it is lifted, and goes where the finger goes.
    const chip = page.getByRole('button', { name: 'Body 0: Government' })
    await expect(chip).toBeVisible()
    const at = await middleOf('Body 0: Government')
    await touch('touchStart', at.x, at.y)
    await expect(chip).toHaveClass(/shadow-float/)
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', at.x + step * 20, at.y)
    await touch('touchEnd')
    await expect(page.getByRole('button', { name: 'Body 0: Health' })).toBeVisible()

    const from = await middleOf('Body 0: Health')
    const start = Math.min(from.x, 350)
    await touch('touchStart', start, from.y)
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', start - step * 14, from.y)
    await touch('touchEnd')
    await expect.poll(async () => (await middleOf('Body 0: Health')).x).toBeLessThan(from.x - 60)
  })

  test('VIEWS-5: on a phone, by a finger', async ({ importMap, come }) => {
    const cy = await come('Cy', await importMap(people), phone)
    await cy.page.getByRole('button', { name: 'More' }).tap()
    await cy.page.getByRole('radio', { name: 'Grid' }).tap()
    const grid = cy.page.getByRole('region', { name: 'Power and interest' })
    await expect(grid.getByRole('button', { name: /^City council/ })).toBeVisible()
    await grid.getByRole('button', { name: /^City council/ }).tap()
    await expect(cy.page.getByRole('dialog', { name: /City council/ })).toBeVisible()
  })
})

test.describe('rings', () => {
  test('VIEWS-6, VIEWS-7: a ring is said by dragging and by keys, named by typing, and nothing moves on the map', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const before = await ben.element('Tenants').boundingBox()
    await ana.page.getByRole('radio', { name: 'Rings' }).click()
    const rings = ana.page.getByRole('region', { name: 'Rings' })
    await expect(rings.getByRole('button', { name: 'Tenants, not placed yet' })).toBeVisible()
    const box = await rings.getByRole('group', { name: 'Rings around the question of the map' }).boundingBox()
    if (box === null) throw new Error('no field')
    await rings.getByRole('button', { name: /^Tenants/ }).hover()
    await ana.page.mouse.down()
    await ana.page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 })
    await ana.page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.36, { steps: 4 })
    await ana.page.mouse.up()
    await expect(rings.getByRole('button', { name: 'Tenants: Core' })).toBeVisible()
    await rings.getByRole('button', { name: 'Tenants: Core' }).focus()
    await ana.page.keyboard.press('ArrowDown')
    await expect(rings.getByRole('button', { name: 'Tenants: Directly involved' })).toBeVisible()
    await rings.getByRole('textbox', { name: 'Name of ring 2, from within' }).fill('At the table')
    await ana.page.keyboard.press('Enter')
    await expect(rings.getByRole('button', { name: 'Tenants: At the table' })).toBeVisible()
    await rings.getByRole('switch', { name: 'Sectors as slices' }).click()
    await expect(rings.getByRole('button', { name: 'Tenants: At the table' })).toBeVisible()

    expect(await ben.element('Tenants').boundingBox()).toEqual(before)
    await ben.page.getByRole('radio', { name: 'Rings' }).click()
    await expect(ben.page.getByRole('button', { name: 'Tenants: At the table' })).toBeVisible()
  })
})

test.describe('keys, crowds and room', () => {
  test('VIEWS-2, VIEWS-16, ACTOR-4: a key says only what it is about, and the focus goes where the chip goes', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(people))
    const { page } = ana
    await page.getByRole('radio', { name: 'Rings' }).click()
    const rings = page.getByRole('region', { name: 'Rings' })
    await rings.getByRole('button', { name: 'Local press, not placed yet' }).focus()
    await page.keyboard.press('ArrowUp')
    await expect(rings.getByRole('button', { name: 'Local press: Context' })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(rings.getByRole('button', { name: 'Local press: Affected' })).toBeFocused()

    await page.getByRole('radio', { name: 'Grid' }).click()
    const grid = page.getByRole('region', { name: 'Power and interest' })
    await grid.getByRole('button', { name: 'Local press, not placed yet' }).focus()
    await page.keyboard.press('ArrowUp')
    await expect(
      grid.getByRole('button', { name: 'Local press, not placed yet: power 55%, interest not said' }),
    ).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(
      grid.getByRole('button', { name: 'Local press: power 55%, interest 45%, Keep satisfied' }),
    ).toBeFocused()

    // What nobody said is not shown as said.
    await grid.getByRole('button', { name: /^Local press/ }).click()
    await expect(
      ana.inspector.getByRole('radiogroup', { name: 'Form' }).getByRole('radio', { checked: true }),
    ).toHaveAccessibleName('Not set')
  })

  test('VIEWS-15: hundreds are dots with names on demand; those who wait are found by name', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(crowd(300)))
    const { page } = ana
    await page.getByRole('radio', { name: 'Grid' }).click()
    const grid = page.getByRole('region', { name: 'Power and interest' })
    await expect(grid.getByText('Too many for names')).toBeVisible()
    await expect(grid.getByText(/^Manage closely · \d+$/)).toBeVisible()
    const field = grid.getByRole('group', { name: 'Interest to the right, power upwards' })
    const dot = field.getByRole('button', { name: /^Actor 8: / })
    await dot.focus()
    await expect(field.getByText('Actor 8', { exact: true })).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expect(dot).toBeFocused()
    await grid.getByRole('button', { name: 'Choose who is shown' }).click()
    await expect(page.getByRole('region', { name: 'Looks' })).toBeVisible()

    await page.getByRole('radio', { name: 'Rings' }).click()
    const rings = page.getByRole('region', { name: 'Rings' })
    await expect(rings.getByText('300 not placed yet:')).toBeVisible()
    const list = rings.getByRole('group', { name: 'Not placed yet' })
    await expect(list.getByRole('button')).toHaveCount(60)
    expect((await list.boundingBox())?.height).toBeLessThan(120)
    await rings.getByRole('searchbox', { name: 'Find by name' }).fill('actor 29')
    await expect(list.getByRole('button')).toHaveCount(11)
    await list.getByRole('button', { name: /^Actor 299/ }).focus()
    await page.keyboard.press('ArrowUp')
    await expect(rings.getByRole('button', { name: 'Actor 299: Context' })).toBeFocused()
  })

  test('VIEWS-13, PANEL-13: the room of the inspector and of a strip is taken only while they are there', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(people))
    const { page } = ana
    await page.getByRole('radio', { name: 'Grid' }).click()
    const grid = page.getByRole('region', { name: 'Power and interest' })
    const widthOf = async () => (await grid.boundingBox())?.width ?? 0
    await expect.poll(widthOf).toBeGreaterThan(1_400)
    await grid.getByRole('button', { name: /^Tenants/ }).click()
    await expect(ana.inspector).toBeVisible()
    await expect.poll(widthOf).toBeLessThan(1_120)
    await ana.inspector.getByRole('button', { name: 'Close' }).click()
    await expect.poll(widthOf).toBeGreaterThan(1_400)

    // The title has no more room than there is between the menu and what follows it.
    await page.setViewportSize({ width: 1_280, height: 720 })
    await grid.getByRole('button', { name: /^Tenants/ }).click()
    const title = page.getByRole('button', { name: /^Housing/ })
    const head = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect((await title.boundingBox())?.width).toBeLessThanOrEqual(head?.width ?? 0)

    // The strip of a look stands above the table, not on it.
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    const looks = page.getByRole('region', { name: 'Looks' })
    await looks.getByRole('group', { name: 'Sector' }).getByRole('button', { name: 'Government' }).click()
    await page.getByRole('radio', { name: 'Table' }).click()
    const strip = await page.getByRole('status').filter({ hasText: 'Showing' }).boundingBox()
    const table = page.getByRole('region', { name: 'Table' })
    await expect
      .poll(async () => {
        const box = await table.boundingBox()
        return box !== null && strip !== null && (strip.y + strip.height <= box.y || strip.y + strip.height < 60)
      })
      .toBe(true)
  })

  test('VIEWS-5: on a phone the view begins below the choice of views, which names the one that is shown', async ({
    importMap,
    come,
  }) => {
    const cy = await come('Cy', await importMap(people), phone)
    await cy.page.getByRole('button', { name: 'More' }).tap()
    await cy.page.getByRole('radio', { name: 'Grid' }).tap()
    const choice = cy.page.getByRole('radiogroup', { name: 'View' })
    await expect(choice.getByText('Grid')).toBeVisible()
    const grid = cy.page.getByRole('region', { name: 'Power and interest' })
    await expect
      .poll(async () => {
        const [above, below] = [await choice.boundingBox(), await grid.boundingBox()]
        return above === null || below === null ? undefined : below.y - above.y - above.height
      })
      .toBeLessThan(24)
    // What is on the map is arranged there.
    await choice.getByRole('radio', { name: 'Table' }).tap()
    const rows = cy.page.getByRole('grid', { name: 'Table of elements' })
    await rows.getByRole('checkbox', { name: /City council/ }).tap()
    await rows.getByRole('checkbox', { name: /Tenants/ }).tap()
    await expect(cy.page.getByRole('button', { name: 'Duplicate' })).toBeVisible()
    await expect(cy.page.getByRole('button', { name: 'Put in a frame' })).toHaveCount(0)
    await expect(cy.page.getByRole('heading', { name: 'Align' })).toHaveCount(0)
  })
})

test.describe('columns and matrix', () => {
  test('VIEWS-8, VIEWS-9, VIEWS-10: a sector is said by its column, a tie by its cell, by hand and by keys', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(people)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.getByRole('radio', { name: 'Sectors' }).click()
    const columns = ana.page.getByRole('region', { name: 'Columns by sector' })
    await expect(columns.getByRole('heading', { name: /Government/ })).toBeVisible()
    await columns.getByRole('button', { name: 'Local press: Media' }).focus()
    await ana.page.keyboard.press('ArrowLeft')
    await expect(columns.getByRole('button', { name: 'Local press: Community' })).toBeVisible()
    const target = await columns.getByRole('button', { name: 'City council: Government' }).boundingBox()
    if (target === null) throw new Error('no chip')
    await columns.getByRole('button', { name: 'Tenants: Community' }).hover()
    await ana.page.mouse.down()
    await ana.page.mouse.move(target.x + 60, target.y + 90, { steps: 6 })
    await ana.page.mouse.up()
    await expect(columns.getByRole('button', { name: 'Tenants: Government' })).toBeVisible()
    // It is said, with the way back.
    await ana.page.getByText('Tenants is now in “Government”.').first().waitFor()
    await ana.page
      .getByRole('listitem')
      .filter({ hasText: 'Tenants is now' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(columns.getByRole('button', { name: 'Tenants: Community' })).toBeVisible()

    await ana.page.getByRole('radio', { name: 'Matrix' }).click()
    await ben.page.getByRole('radio', { name: 'Matrix' }).click()
    const mine = ana.page.getByRole('grid', { name: 'Ties from the row to the column' })
    const theirs = ben.page.getByRole('grid', { name: 'Ties from the row to the column' })
    await mine.getByRole('gridcell', { name: 'City council to Tenants: no tie' }).click()
    await expect(theirs.getByRole('gridcell', { name: 'City council to Tenants: Formal authority' })).toBeVisible()
    await ana.page.keyboard.press('2')
    await expect(
      theirs.getByRole('gridcell', { name: 'City council to Tenants: Formal authority, Money' }),
    ).toBeVisible()
    await ana.page.keyboard.press('Space')
    await expect(theirs.getByRole('gridcell', { name: 'City council to Tenants: Money', exact: true })).toBeVisible()
    await ana.page.keyboard.press('ArrowLeft')
    await ana.page.keyboard.press('4')
    await expect(theirs.getByRole('gridcell', { name: /^Local press to City council: Collaboration$/ })).toBeVisible()
    await expect(theirs.getByRole('gridcell', { name: /^City council to Local press: Collaboration$/ })).toBeVisible()
    await ana.page.keyboard.press('Delete')
    await expect(theirs.getByRole('gridcell', { name: 'City council to Local press: no tie' })).toBeVisible()
  })
})

test.describe('around a view', () => {
  const tied = weftFile(
    'Housing',
    {
      council: {
        kind: 'stakeholder',
        label: 'City council',
        at: [0, 0],
        sector: 'government',
        power: 0.9,
        interest: 0.4,
      },
      tenants: { kind: 'stakeholder', label: 'Tenants', at: [300, 0], sector: 'community' },
      press: { kind: 'stakeholder', label: 'Local press', at: [0, 200], sector: 'media' },
    },
    [
      { kind: 'tie', type: 'money', from: 'council', to: 'tenants' },
      { kind: 'tie', type: 'conflict', from: 'tenants', to: 'press' },
      { kind: 'tie', type: 'information', from: 'press', to: 'council' },
      { kind: 'tie', type: 'authority', from: 'council', to: 'press' },
    ],
  )

  test('VIEWS-27: Esc from the choice of views gives the keyboard to the view', async ({ importMap, come }) => {
    const { page } = await come('Ana', await importMap(tied))
    const choice = page.getByRole('radiogroup', { name: 'View' })
    const areas = {
      Grid: page.getByRole('region', { name: 'Power and interest' }),
      Rings: page.getByRole('region', { name: /^Rings/ }),
      Sectors: page.getByRole('region', { name: 'Columns by sector' }),
      Matrix: page.getByRole('grid', { name: 'Ties from the row to the column' }),
      Table: page.getByRole('region', { name: 'Table' }),
    }
    for (const [name, area] of Object.entries(areas)) {
      await choice.getByRole('radio', { name }).click()
      await expect(area).toBeVisible()
      await expect(choice.getByRole('radio', { name })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(area.locator(':focus'), name).toHaveCount(1)
    }
    // A panel that is open goes first, and so it is on the map.
    await page.getByRole('button', { name: 'Looks: what is shown, and how' }).click()
    await expect(page.getByRole('region', { name: 'Looks' })).toBeVisible()
    await choice.getByRole('radio', { name: 'Map' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'Looks' })).toHaveCount(0)
    await expect(page.getByRole('application', { name: 'Map' })).toBeFocused()
  })

  test('VIEWS-25, VIEWS-28: beside the columns the kinds of tie are told; legends make room for the inspector', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(tied))
    const { page } = ana
    await page.getByRole('radio', { name: 'Sectors' }).click()
    const columns = page.getByRole('region', { name: 'Columns by sector' })
    const kinds = columns.getByRole('listitem')
    await expect(kinds).toHaveText([/Formal authority/, /Money/, /Information/, /Conflict/])
    const isClear = async (area: typeof columns): Promise<boolean> => {
      const side = await ana.inspector.boundingBox()
      const boxes = await Promise.all((await area.getByRole('listitem').all()).map((item) => item.boundingBox()))
      return side !== null && boxes.every((box) => box !== null && box.x + box.width <= side.x)
    }
    await columns.getByRole('button', { name: 'Tenants: Community' }).click()
    await expect(ana.inspector).toBeVisible()
    await expect.poll(() => isClear(columns)).toBe(true)

    await page.getByRole('radio', { name: 'Matrix' }).click()
    const matrix = page.getByRole('region', { name: 'Matrix' })
    await expect(matrix.getByRole('listitem').filter({ hasText: 'Conflict' })).toBeVisible()
    // Narrow enough that it would lie under it.
    await page.setViewportSize({ width: 1_210, height: 720 })
    await expect(ana.inspector).toBeVisible()
    await expect.poll(() => isClear(matrix)).toBe(true)
    const [order, side] = [await matrix.getByRole('radiogroup').last().boundingBox(), await ana.inspector.boundingBox()]
    expect((order?.x ?? 0) + (order?.width ?? Infinity)).toBeLessThanOrEqual(side?.x ?? 0)
  })
})

test.describe('the panel of ties', () => {
  const tied = weftFile(
    'Who works with whom',
    {
      clinic: { kind: 'stakeholder', label: 'Clinic', at: [0, 0], sector: 'health' },
      nurses: { kind: 'stakeholder', label: 'Nurses', at: [200, 0], sector: 'health' },
      council: { kind: 'stakeholder', label: 'Council', at: [0, 200], sector: 'government' },
      schools: { kind: 'stakeholder', label: 'Schools', at: [200, 200], sector: 'government' },
      club: { kind: 'stakeholder', label: 'Youth club', at: [100, 400], sector: 'community' },
    },
    [
      { kind: 'tie', from: 'clinic', to: 'nurses' },
      { kind: 'tie', from: 'council', to: 'schools' },
      { kind: 'tie', from: 'clinic', to: 'council' },
    ],
  )

  test('NET-33, NET-34: names missing ties, proposes one on the map, and follows what is drawn', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(tied)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.getByRole('button', { name: 'Ties', exact: true }).click()
    await ana.page.getByRole('tab', { name: 'Ties' }).click()
    const panel = ana.page.getByRole('tabpanel', { name: 'Ties' })
    const first = panel.getByRole('button', { name: /Youth club/ }).first()
    await expect(first).toContainText('joins two pieces')
    await expect(panel).toContainText('No tie at all: Community.')
    await first.click()
    await panel.getByRole('button', { name: 'Propose tie 1' }).click()
    await expect(ben.canvas.getByRole('group', { name: /^Connect .* and .*\. Action/ })).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Proposed on the map' })).toBeVisible()

    await panel.getByRole('radio', { name: 'The whole' }).click()
    await expect(panel).toContainText('Pieces')
    await expect(panel.getByText('Parts of the network that no tie joins, whatever the direction.')).toBeVisible()
    await panel.getByRole('radio', { name: 'Who', exact: true }).click()
    await expect(panel.getByRole('button', { name: /Clinic/ })).toContainText('4')
    await panel.getByRole('button', { name: 'Show as size on the map' }).click()
    await expect(ana.canvas.getByText('4', { exact: true }).first()).toBeVisible()
  })

  test('ACTOR-8: what is sensitive is said of persons, and of those who may be one', async ({ importMap, come }) => {
    const map = await importMap(
      weftFile(
        'People',
        {
          maria: { kind: 'stakeholder', label: 'Maria', at: [0, 0] },
          clinic: { kind: 'stakeholder', label: 'Clinic', at: [240, 0], form: 'organisation' },
        },
        [],
      ),
    )
    const ana = await come('Ana', map)
    const warning = ana.inspector.getByText('Stance and power of named people are sensitive.')
    await ana.select('Maria')
    await expect(warning).toBeVisible()
    await ana.inspector.getByRole('radio', { name: 'Person' }).click()
    await expect(ana.inspector.getByRole('radio', { name: 'Person' })).toBeChecked()
    await expect(warning).toBeVisible()
    await ana.select('Clinic')
    await expect(ana.inspector.getByRole('radio', { name: 'Organisation' })).toBeChecked()
    await expect(warning).toHaveCount(0)
  })

  test('NET-38, NET-39: numbers are found by their names in books; what needs sectors says so', async ({
    importMap,
    come,
  }) => {
    const names = ['Ann', 'Bea', 'Cem']
    const without = weftFile(
      'No sectors',
      Object.fromEntries(names.map((label, at) => [`p${at}`, { kind: 'stakeholder', label, at: [at * 200, 0] }])),
      [
        { kind: 'tie', from: 'p0', to: 'p1' },
        { kind: 'tie', from: 'p1', to: 'p2' },
      ],
    )
    const ana = await come('Ana', await importMap(without))
    const { page } = ana
    await expect(ana.element('Ann')).toBeVisible()
    const panel = page.getByRole('tabpanel', { name: 'Ties' })
    const find = async (words: string) => {
      await ana.focusCanvas()
      await ana.press('Control+k')
      await page.getByRole('combobox', { name: 'Find an action' }).fill(words)
      await ana.press('Enter')
    }
    await find('pagerank')
    await expect(panel.getByText('In books: betweenness centrality, directed, not normalised')).toBeVisible()
    const choose = async (name: string) => {
      await panel.getByRole('combobox', { name: 'Measure' }).click()
      await page.getByRole('option', { name, exact: true }).click()
    }
    await choose('Ties in')
    await expect(panel.getByRole('listitem').filter({ hasText: 'Bea' })).toContainText('2')
    await choose('Gatekeeper')
    await expect(panel.getByText('This needs sectors.')).toBeVisible()
    await expect(panel.getByRole('listitem').filter({ hasText: 'Bea' })).toHaveText('Bea–')
    await expect(panel.getByRole('button', { name: 'Show as size on the map' })).toHaveCount(0)
    await find('assortativity')
    await expect(panel.getByText('In books: assortativity coefficient (Newman)')).toBeVisible()
    await expect(panel.getByText('In books: closeness centralization (Freeman)')).toBeVisible()
    await panel.getByRole('radio', { name: 'Bridges' }).click()
    await expect(panel.getByText('This needs sectors.')).toBeVisible()
    await expect(panel.getByText('No sector keeps to itself.')).toHaveCount(0)
  })
})
