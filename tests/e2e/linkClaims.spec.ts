import { readFile } from 'node:fs/promises'
import { isClean, looks } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const staff = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [320, 0] },
    v: { label: 'Vacant posts', at: [160, 200] },
  },
  [
    { from: 'w', to: 'b', polarity: '+', createdBy: 'Eve', createdAt: 1_700_000_000_000 },
    { from: 'b', to: 'v', polarity: '+', delay: true },
    { from: 'v', to: 'w', polarity: '+' },
  ],
)
const plain = 'Workload increases Burnout'
const contested = `${plain}, contested: 1 agrees, 1 disagrees`

/** Presses the middle of a link's line, or taps it. */
async function choose(screen: MapScreen, sentence: string, by: 'click' | 'tap' = 'click'): Promise<void> {
  const at = await screen
    .link(sentence)
    .locator('.weft-stroke')
    .evaluate((line: SVGPathElement) => {
      const middle = line.getPointAtLength(line.getTotalLength() / 2)
      const { x, y } = middle.matrixTransform(line.getScreenCTM() ?? undefined)
      return { x, y }
    })
  if (by === 'tap') await screen.page.touchscreen.tap(at.x, at.y)
  else await screen.page.mouse.click(at.x, at.y)
}

const word = (screen: MapScreen, name: 'Agree' | 'Disagree') =>
  screen.page.getByRole('group', { name: 'Do you agree?' }).getByRole('button', { name, exact: true })
const tilde = (screen: MapScreen, sentence: string) => screen.link(sentence).locator('.weft-tilde')

test.describe('agreeing and disagreeing', () => {
  test('CLAIM-1, CLAIM-10, CLAIM-11: two people differ; both see who, and the tilde; taken back, it is gone', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    await choose(ana, 'Burnout increases Vacant posts, delayed')
    await expect(ana.inspector.getByText('Nobody has said so yet.')).toBeVisible()
    await choose(ana, plain)
    await choose(ben, plain)
    // Who added it claims it.
    await expect(ana.inspector.getByText('1 agrees: Eve (added it)')).toBeVisible()
    await word(ana, 'Agree').click()
    await expect(word(ana, 'Agree')).toHaveAttribute('aria-pressed', 'true')
    await expect(word(ben, 'Agree')).toHaveAttribute('aria-pressed', 'false')
    await expect(ben.inspector.getByText('2 agree: Eve (added it), Ana')).toBeVisible()
    await expect(tilde(ana, plain)).toHaveCount(0)

    await word(ben, 'Disagree').click()
    for (const one of [ana, ben]) {
      await expect(one.inspector.getByText('2 agree: Eve (added it), Ana')).toBeVisible()
      await expect(one.inspector.getByText('1 disagrees: Ben')).toBeVisible()
      await expect(one.inspector.getByText('People disagree on this link.')).toBeVisible()
      await expect(tilde(one, `${plain}, contested: 2 agree, 1 disagrees`)).toBeVisible()
    }
    // Nobody speaks twice: a change of mind takes the place of what was said.
    await word(ana, 'Disagree').click()
    await expect(ben.inspector.getByText('2 disagree: Ben, Ana')).toBeVisible()
    await expect(word(ana, 'Agree')).toHaveAttribute('aria-pressed', 'false')

    await word(ana, 'Disagree').click()
    await word(ben, 'Disagree').click()
    await expect(ana.inspector.getByText('1 agrees: Eve (added it)')).toBeVisible()
    for (const one of [ana, ben]) await expect(tilde(one, plain)).toHaveCount(0)
    await ben.focusCanvas()
    await ben.press('ControlOrMeta+z')
    await expect(ana.inspector.getByText('1 disagrees: Ben')).toBeVisible()
  })

  test('CLAIM-4: who agreed with a plus has not agreed with the minus', async ({ importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const one of [ana, ben]) await choose(one, plain)
    await word(ana, 'Disagree').click()
    await expect(tilde(ben, contested)).toBeVisible()
    await ben.inspector.getByRole('radio', { name: 'Minus: more leads to less' }).click()
    await expect(
      ana.inspector.getByText('Said before the link was changed, not counted: Eve (added it), Ana'),
    ).toBeVisible()
    await expect(word(ana, 'Disagree')).toHaveAttribute('aria-pressed', 'false')
    await expect(ana.link('Workload decreases Burnout')).toBeVisible()
  })

  test('CLAIM-2, CLAIM-10: a reload keeps it, and exported pictures show it', async ({ server, importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    await choose(ana, plain)
    await word(ana, 'Disagree').click()
    await expect(tilde(ana, contested)).toBeVisible()
    await ana.isSaved()
    await ana.page.reload()
    await ana.isOpen()
    await expect(tilde(ana, contested)).toBeVisible()
    await choose(ana, contested)
    await expect(word(ana, 'Disagree')).toHaveAttribute('aria-pressed', 'true')

    const d = await tilde(ana, contested).locator('path').getAttribute('d')
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Export…' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await ana.page.getByRole('option', { name: 'SVG picture' }).click()
    await dialog.getByRole('checkbox', { name: 'With a legend' }).check()
    const [download] = await Promise.all([
      ana.page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save SVG picture' }).click(),
    ])
    const svg = await readFile(await download.path(), 'utf8')
    // Not the whole file in the failure: it has a font in it.
    expect(svg.includes(d ?? 'a tilde'), 'the tilde').toBe(true)
    expect(svg.includes('People disagree'), 'the legend').toBe(true)
    const drawn = await fetch(`${server.url}/api/maps/${map.id}/export?format=svg`, {
      headers: { authorization: `Bearer ${map.links.view.key}` },
    })
    expect((await drawn.text()).includes(d ?? 'a tilde'), 'the tilde on the server').toBe(true)
  })

  test('CLAIM-11: who came to comment sees the spread and why they cannot speak; who came to look sees the spread', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(staff)
    const cy = await come('Cy', map, { grant: 'comment' })
    await choose(cy, plain)
    await expect(cy.inspector.getByText('1 agrees: Eve (added it)')).toBeVisible()
    await expect(word(cy, 'Agree')).toBeDisabled()
    await expect(cy.inspector.getByText(/ask for a link to contribute/)).toBeVisible()
    const dee = await come('Dee', map, { grant: 'view' })
    await choose(dee, plain)
    await expect(dee.inspector.getByText('1 agrees: Eve (added it)')).toBeVisible()
    await expect(word(dee, 'Agree')).toHaveCount(0)
  })

  test('CLAIM-11: by keyboard alone', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    await choose(ana, plain)
    await word(ana, 'Disagree').focus()
    await ana.press('Space')
    await expect(word(ana, 'Disagree')).toHaveAttribute('aria-pressed', 'true')
    await expect(tilde(ana, contested)).toBeVisible()
    await ana.press('Enter')
    await expect(word(ana, 'Disagree')).toHaveAttribute('aria-pressed', 'false')
  })

  test('CLAIM-11: on a phone, from the sheet of a link', async ({ importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map, phone)
    await choose(ana, plain, 'tap')
    const sheet = ana.page.getByRole('dialog', { name: plain })
    await sheet.getByRole('button', { name: 'Disagree', exact: true }).tap()
    await expect(sheet.getByText('1 disagrees: Ana')).toBeVisible()
    const box = await sheet.getByRole('button', { name: 'Agree', exact: true }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await expect(tilde(ana, contested)).toHaveCount(1)
  })

  test('CLAIM-13: contested links are found and counted in their loops', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff))
    await choose(ana, plain)
    await word(ana, 'Disagree').click()
    await ana.focusCanvas()
    await ana.press('Escape', 'ControlOrMeta+f')
    await ana.page.getByRole('button', { name: '1 contested link' }).click()
    await expect(ana.element('Vacant posts')).toHaveAttribute('data-dimmed', 'true')
    await ana.page.getByRole('list', { name: 'Contested links' }).getByRole('button', { name: contested }).click()
    await expect(ana.inspector.getByText('People disagree on this link.')).toBeVisible()

    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await panel.getByRole('button', { name: /^R1/ }).click()
    await expect(panel.getByText('1 contested link')).toBeVisible()
  })
})

test.describe('what a link rests on', () => {
  test('CLAIM-14: a sign is set while linking, by key, from the menu, the bar and the inspector', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(staff))
    await ana.element('Vacant posts').focus()
    await ana.press('l')
    await ana.page.keyboard.type('Burn')
    await ana.press('Enter')
    await ana.signQuestion.getByRole('button', { name: 'down' }).click()
    await expect(ana.link('Vacant posts decreases Burnout')).toBeVisible()

    await choose(ana, plain)
    await ana.press('-')
    await expect(ana.link('Workload decreases Burnout')).toBeVisible()
    await ana.press('0')
    await expect(ana.link('Workload affects Burnout, sign not known')).toBeVisible()
    await choose(ana, 'Workload affects Burnout, sign not known')
    await ana.page.keyboard.press('Shift+F10')
    await ana.page.getByRole('menuitem', { name: /^Minus: more leads to less/ }).click()
    await expect(ana.link('Workload decreases Burnout')).toBeVisible()
    await ana.selectionBar.getByRole('button', { name: 'Sign not known' }).click()
    await expect(ana.link('Workload affects Burnout, sign not known')).toBeVisible()
    await ana.inspector.getByRole('radio', { name: 'Plus: more leads to more' }).click()
    await expect(ana.link(plain)).toBeVisible()

    const line = ana.link(plain).locator('.weft-stroke')
    for (const [name, width] of [
      ['Weak', '1.5'],
      ['Medium', '2.5'],
      ['Strong', '4'],
    ] as const) {
      await ana.inspector.getByRole('radiogroup', { name: 'Strength' }).getByRole('radio', { name }).click()
      await expect(line).toHaveAttribute('stroke-width', width)
    }
    await ana.inspector.getByRole('radiogroup', { name: 'Confidence' }).getByRole('radio', { name: 'Medium' }).click()
    await expect(ana.inspector.getByText('●●○')).toBeVisible()
    await ana.inspector.getByRole('switch', { name: 'Delayed' }).click()
    await expect(ana.link(`${plain}, delayed`)).toBeVisible()
  })

  test('CLAIM-9: an address is checked, kept for everybody, and opens apart', async ({ importMap, come }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'view' })
    for (const one of [ana, ben]) await choose(one, plain)
    const field = ana.inspector.getByRole('textbox', { name: 'Link to the evidence' })
    await field.fill('javascript:alert(1)')
    await field.press('Enter')
    await expect(ana.inspector.getByRole('alert')).toContainText('An address begins with https:// or http://')
    await expect(field).toHaveValue('javascript:alert(1)')
    await field.fill('www.example.org/report?page=3')
    await field.press('Enter')
    await expect(ana.inspector.getByRole('alert')).toHaveCount(0)
    for (const one of [ana, ben]) {
      const open = one.inspector.getByRole('link', { name: 'Open example.org in a new tab' })
      await expect(open).toHaveAttribute('href', 'https://www.example.org/report?page=3')
      await expect(open).toHaveAttribute('target', '_blank')
      await expect(open).toHaveAttribute('rel', 'noopener noreferrer')
    }
  })

  test('CLAIM-12: signs are written as the map says, chosen in its menu, on a phone too', async ({
    server,
    importMap,
    come,
  }) => {
    const map = await importMap(staff)
    const ana = await come('Ana', map)
    await choose(ana, plain)
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Write signs as' }).click()
    await ana.page.getByRole('menuitemradio', { name: 's and o' }).click()
    await expect(ana.link(plain).locator('.weft-sign text')).toHaveText('s')
    await expect(ana.inspector.getByRole('radio', { name: 'Plus: more leads to more' })).toContainText('s')
    await ana.isSaved()

    const ben = await come('Ben', map, phone)
    await expect(ben.link(plain).locator('.weft-sign text')).toHaveText('s')
    await ben.page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
    await ben.page.getByRole('radiogroup', { name: 'Write signs as' }).getByRole('radio', { name: 'more, less' }).tap()
    await expect(ana.link(plain).locator('.weft-sign text')).toHaveText('more')
    const stored = async (): Promise<string> => {
      const address = `${server.url}/api/maps/${map.id}/export?format=json`
      const answer = await fetch(address, { headers: { authorization: `Bearer ${map.links.view.key}` } })
      return answer.text()
    }
    await expect.poll(stored).toContain('"signStyle": "words"')
  })
})

for (const [name, look] of looks) {
  test(`CLAIM-11: no accessibility faults in the details of a contested link, ${name}`, async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(staff), look)
    await choose(ana, plain, 'hasTouch' in look ? 'tap' : 'click')
    await word(ana, 'Disagree').click()
    await expect(tilde(ana, contested)).toHaveCount(1)
    await isClean(ana.page, 'a contested link')
  })
}
