import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

/** A loop of three that turns clockwise, and one of two with a delay beside it. */
const elements = {
  w: { label: 'Workload', at: [0, -200] },
  b: { label: 'Burnout', at: [240, 160] },
  v: { label: 'Vacant posts', at: [-240, 160] },
  o: { label: 'Overtime', at: [560, -200] },
} as const
const links = [
  { from: 'w', to: 'b', polarity: '+' },
  { from: 'b', to: 'v', polarity: '+' },
  { from: 'v', to: 'w', polarity: '+' },
  { from: 'w', to: 'o', polarity: '+', delay: true },
  { from: 'o', to: 'w', polarity: '-' },
]
const twoLoops = weftFile('Staff', elements, links)

const badge = (screen: MapScreen, name: string | RegExp) => screen.canvas.getByRole('button', { name })
async function middleOf(screen: MapScreen, name: string | RegExp) {
  const box = await badge(screen, name).locator('.weft-badge-disc').boundingBox()
  if (box === null) throw new Error(`no badge ${String(name)}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test.describe('badges of loops', () => {
  test('BADGE-1, BADGE-10: are there without any panel; pinning one shows it to everybody, alone', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(twoLoops)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const one of [ana, ben]) {
      await expect(badge(one, 'R1, loop, reinforcing, 3 links, turns clockwise')).toBeVisible()
      await expect(badge(one, 'B1, loop, balancing, 2 links, turns clockwise, delayed')).toBeVisible()
    }
    await ana.page.getByRole('button', { name: 'Loops' }).click()
    const panel = ana.page.getByRole('region', { name: 'Loops' })
    await panel.getByRole('button', { name: /^R1/ }).click()
    await panel.getByRole('textbox', { name: 'Name' }).fill('Burnout spiral')
    await ana.press('Enter')
    await panel.getByRole('region', { name: 'Loop R1' }).getByRole('button', { name: 'Pin R1 to the map' }).click()
    await expect(badge(ben, 'R1 Burnout spiral, loop, reinforcing, 3 links, turns clockwise')).toBeVisible()
    await expect(badge(ben, /^B1\b/)).toBeHidden()
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    await expect(badge(ben, /^B1\b/)).toBeVisible()
  })

  test('BADGE-6: one is moved by hand for everybody, undone, and put back', async ({ importMap, come }) => {
    const map = await importMap(twoLoops)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const before = await middleOf(ben, /^R1\b/)
    const start = await middleOf(ana, /^R1\b/)
    await ana.drag(start, { x: start.x + 40, y: start.y + 30 })
    await expect.poll(async () => (await middleOf(ben, /^R1\b/)).x - before.x).toBeGreaterThan(15)
    await ana.press('ControlOrMeta+z')
    await expect.poll(async () => Math.abs((await middleOf(ben, /^R1\b/)).x - before.x)).toBeLessThan(2)
    await ana.press('ControlOrMeta+Shift+z')
    await expect.poll(async () => (await middleOf(ben, /^R1\b/)).x - before.x).toBeGreaterThan(15)
    const moved = await middleOf(ana, /^R1\b/)
    await ana.page.mouse.click(moved.x, moved.y, { button: 'right' })
    await ana.page.getByRole('menuitem', { name: 'Put the badge back' }).click()
    await expect.poll(async () => Math.abs((await middleOf(ben, /^R1\b/)).x - before.x)).toBeLessThan(2)
  })

  test('BADGE-8, BADGE-9: pointing at one lights its loop, a click reads it', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(twoLoops))
    const at = await middleOf(ana, /^R1\b/)
    await ana.page.mouse.move(at.x, at.y)
    await expect(ana.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    await expect(ana.element('Burnout')).not.toHaveAttribute('data-dimmed', 'true')
    await expect(badge(ana, /^B1\b/)).toHaveAttribute('data-look', 'dimmed')
    await ana.page.mouse.move(at.x, at.y + 300, { steps: 3 })
    await expect(ana.element('Overtime')).not.toHaveAttribute('data-dimmed', 'true')
    await ana.page.mouse.click(at.x, at.y)
    await expect(ana.page.getByRole('region', { name: 'Loop R1' })).toContainText('It feeds itself')
  })

  test('BADGE-8: with the keyboard alone', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(twoLoops))
    const first = badge(ana, /^R1\b/)
    await expect(first).toBeVisible()
    await ana.element('Workload').focus()
    await ana.press('ArrowDown')
    await expect(first).toBeFocused()
    await expect(ana.element('Overtime')).toHaveAttribute('data-dimmed', 'true')
    const before = await middleOf(ana, /^R1\b/)
    await ana.press('Alt+ArrowDown')
    await ana.press('Alt+ArrowDown')
    await expect.poll(async () => (await middleOf(ana, /^R1\b/)).y - before.y).toBeGreaterThan(8)
    await expect(first).toBeFocused()
    await ana.press('Enter')
    await expect(ana.page.getByRole('region', { name: 'Loop R1' })).toBeVisible()
  })

  test('BADGE-8: who may only look can read a loop and not move its badge', async ({ importMap, come }) => {
    const eve = await come('Eve', await importMap(twoLoops), { grant: 'view' })
    const at = await middleOf(eve, /^R1\b/)
    await eve.drag(at, { x: at.x + 80, y: at.y })
    expect(await middleOf(eve, /^R1\b/)).toEqual(at)
    await eve.page.mouse.click(at.x, at.y)
    await expect(eve.page.getByRole('region', { name: 'Loop R1' })).toContainText('It feeds itself')
    await expect(eve.page.getByRole('button', { name: /^Pin/ })).toHaveCount(0)
  })

  test('BADGE-8: on a phone a tap opens the sheet at the loop', async ({ importMap, come }) => {
    const bo = await come('Bo', await importMap(twoLoops), phone)
    const at = await middleOf(bo, /^R1\b/)
    await bo.page.touchscreen.tap(at.x, at.y)
    await expect(bo.page.getByRole('region', { name: 'Loop R1' })).toContainText('It feeds itself')
    await bo.page.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(bo.page.getByText('Showing R1 only')).toBeVisible()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`BADGE-10: axe finds nothing on badges: ${colorScheme}`, async ({ importMap, come }) => {
      const ana = await come('Ana', await importMap(twoLoops), { colorScheme })
      await expect(badge(ana, /^R1\b/)).toBeVisible()
      const { violations } = await new AxeBuilder({ page: ana.page }).setLegacyMode().include('.weft-canvas').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    })
  }

  test('BADGE-7: an exported SVG shows them, from the browser and over HTTP', async ({ importMap, come, server }) => {
    const map = await importMap(twoLoops)
    const ana = await come('Ana', map)
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Export…' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await ana.page.getByRole('option', { name: 'SVG picture' }).click()
    await dialog.getByRole('checkbox', { name: /legend/i }).check()
    const coming = ana.page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save SVG picture' }).click()
    const saved = await readFile(await (await coming).path(), 'utf8')
    for (const words of ['>R1<', '>B1<', 'Loop that feeds itself (reinforcing)']) expect(saved).toContain(words)
    const answer = await fetch(`${server.url}/api/maps/${map.id}/export?format=svg`, {
      headers: { authorization: `Bearer ${map.links.owner.key}` },
    })
    // There letters are outlines; the rings are the same.
    const rings = (svg: string) => [...svg.matchAll(/<path d="(M[^"]*A19\.5[^"]*)"/g)].map(([, d]) => d)
    expect(rings(await answer.text())).toHaveLength(2)
  })
})
