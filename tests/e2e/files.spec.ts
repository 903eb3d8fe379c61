import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { weftMapSchema } from '../../lib/model/weftMap'
import { MapScreen } from './mapScreen'
import { csvFile, kumuFile, threeVariables } from './sampleFiles'
import { expect, test, type FileToImport } from './weftTest'

/** Saves the map through the export dialog, as a person does. */
async function exportAs(screen: MapScreen, format: string, save: string): Promise<Download> {
  const { page } = screen
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: format }).click()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: save }).click()
  const download = await coming
  await expect(dialog).toBeHidden()
  return download
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

/** What a map says, whatever the ids and times of its records. */
function gist(json: string): unknown {
  const map = weftMapSchema.parse(JSON.parse(json))
  const label = (id: string): string => map.elements[id as never]?.label ?? '?'
  return {
    elements: Object.entries(map.elements)
      .map(([id, element]) => ({
        ...element,
        createdAt: undefined,
        createdBy: undefined,
        at: map.positions['board' as never]?.[id as never],
      }))
      .sort((a, b) => a.label.localeCompare(b.label)),
    links: Object.values(map.links)
      .map((link) => ({
        ...link,
        from: label(link.from),
        to: label(link.to),
        createdAt: undefined,
        createdBy: undefined,
      }))
      .sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`)),
  }
}

test.describe('taking a map home', () => {
  test('PNG, SVG and JSON from the browser; each opens again as the same map', async ({ server, importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const fromApi = await fetch(`${server.url}/api/maps/${map.id}/export?format=json`, {
      headers: { authorization: `Bearer ${map.links.view.key}` },
    })
    const original = gist(await fromApi.text())

    const json = await exportAs(ana, 'Weft JSON', 'Save Weft JSON')
    expect(json.suggestedFilename()).toBe('Three-causes.weft.json')
    expect(gist((await bytesOf(json)).toString('utf8'))).toEqual(original)

    for (const [format, save, type, start] of [
      ['PNG picture', 'Save PNG picture', 'image/png', '\x89PNG'],
      ['SVG picture', 'Save SVG picture', 'image/svg+xml', '<'],
    ] as const) {
      const download = await exportAs(ana, format, save)
      const bytes = await bytesOf(download)
      expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start)
      const again = await importMap({ name: download.suggestedFilename(), type, content: bytes })
      const read = await fetch(`${server.url}/api/maps/${again.id}/export?format=json`, {
        headers: { authorization: `Bearer ${again.links.view.key}` },
      })
      expect(gist(await read.text()), `${format} carries the map`).toEqual(original)
    }
  })

  test('the browser and the API draw the same shapes in the same places', async ({ server, importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const download = await exportAs(ana, 'SVG picture', 'Save SVG picture')
    const answer = await fetch(`${server.url}/api/maps/${map.id}/export?format=svg`, {
      headers: { authorization: `Bearer ${map.links.view.key}` },
    })
    // Letters apart: the server draws them as outlines, the browser as text with the font inside.
    const drawn = (svg: string): string[] => [...svg.matchAll(/<(?:rect|circle|path d=)[^>]*>/g)].map(String)
    expect(drawn((await bytesOf(download)).toString('utf8'))).toEqual(drawn(await answer.text()))
  })

  test('a PNG at 4× of the selection alone has four times the pixels', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain', 'Flooding')
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Export…' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Export' })
    await expect(dialog.getByRole('combobox', { name: 'What' })).toContainText('Selection (2 elements)')
    await expect(dialog.getByRole('img', { name: 'Preview of the picture' })).toBeVisible()
    await dialog.getByRole('radio', { name: '4×' }).click()
    const coming = ana.page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save PNG picture' }).click()
    const bytes = await bytesOf(await coming)
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    expect(width % 4).toBe(0)
    expect(width).toBeGreaterThan(4 * 400)
    expect(height).toBeLessThan(width / 2)
  })
})

test.describe('bringing a map in', () => {
  const files: readonly (readonly [string, FileToImport, number, number, string])[] = [
    ['Kumu', kumuFile, 3, 3, 'Reported crime increases Police on the street, delayed'],
    ['CSV', csvFile, 4, 4, 'Attention decreases Errors'],
  ]
  for (const [name, file, elements, links, sentence] of files) {
    test(`${name}: imported, reported, edited, exported, imported again: the same map`, async ({
      server,
      browserOf,
      importMap,
    }) => {
      const page = await (await browserOf()).newPage()
      await page.goto(server.url)
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chooser).setFiles({ name: file.name, mimeType: file.type, buffer: Buffer.from(file.content) })
      await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
      await page.keyboard.press('Enter')
      const report = page.getByRole('dialog', { name: /is ready$/ })
      const ana = new MapScreen(page)
      if (name === 'Kumu') {
        await expect(report).toContainText(`${elements} elements and ${links} links were read.`)
        await expect(report.getByText('pictures from elsewhere are not fetched')).toBeVisible()
        await report.getByRole('button', { name: 'Open the map' }).click()
      }
      await ana.isOpen()
      await expect(ana.elements).toHaveCount(elements)
      await expect(ana.links).toHaveCount(links)
      await expect(ana.link(sentence)).toBeVisible()

      const first = sentence.split(/ (?:in|de)creases /)[0] ?? ''
      await ana.select(first)
      await ana.inspector.getByRole('textbox', { name: 'Description' }).fill('Seen in the yearly report')
      await ana.focusCanvas()
      await ana.press('Escape', 'Escape', 'n')
      await page.keyboard.type('Added by hand')
      await ana.press('Enter')
      await ana.isSaved()
      const exported = (await bytesOf(await exportAs(ana, 'Weft JSON', 'Save Weft JSON'))).toString('utf8')
      const again = await importMap({ name: 'again.weft.json', type: 'application/json', content: exported })
      const read = await fetch(`${server.url}/api/maps/${again.id}/export?format=json`, {
        headers: { authorization: `Bearer ${again.links.view.key}` },
      })
      expect(gist(await read.text())).toEqual(gist(exported))
    })
  }

  test('into an open map: shown first, then added beside it in one step', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Import into this map…' }).click()
    const dialog = ana.page.getByRole('dialog', { name: 'Import into this map' })
    await dialog.getByLabel('Choose a file, or drop it here').setInputFiles({
      name: csvFile.name,
      mimeType: csvFile.type,
      buffer: Buffer.from(csvFile.content),
    })
    await expect(dialog.getByText('4 elements and 4 links read.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Add to this map' }).click()
    await expect(ana.elements).toHaveCount(7)
    await expect(ana.links).toHaveCount(5)
    await ana.focusCanvas()
    await ana.press('Control+z')
    await expect(ana.elements).toHaveCount(3)
  })

  test('a broken file is refused in words, and nothing is made', async ({ server, browserOf }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.evaluate(() => localStorage.setItem('weft.name', 'Ana'))
    for (const [name, content, words] of [
      ['broken.json', '{"elements": [', /The JSON is broken/],
      ['photo.png', 'not a picture', /./],
      ['empty.csv', '', /The file is empty/],
    ] as const) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
      const alert = page.getByRole('alert').filter({ hasText: words })
      await expect(alert).toBeVisible()
      await alert.getByRole('button', { name: 'Dismiss' }).click()
    }
    await expect(page.getByRole('heading', { name: 'Start a map' })).toBeVisible()
  })
})
