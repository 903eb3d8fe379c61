import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { weftMapSchema } from '../../lib/model/weftMap'
import { MapScreen } from './mapScreen'
import { createMapAnswerSchema } from '../../lib/protocol/api'
import { startAppServer } from '../helpers/appServer'
import { csvFile, kumuFile, threeVariables, weftFile } from './sampleFiles'
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

interface Pixels {
  readonly width: number
  readonly height: number
  /** Of the top left corner, 0 to 255. */
  readonly cornerAlpha: number
  /** How many pixels have nearly each of the asked-for colours. */
  readonly counts: readonly number[]
}

/** Looks at a PNG as a browser draws it. */
async function lookAt(screen: MapScreen, png: Buffer, colours: readonly string[]): Promise<Pixels> {
  return screen.page.evaluate(
    async ({ base64, wanted }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const { width, height } = bitmap
      const context = new OffscreenCanvas(width, height).getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, width, height)
      const counts = wanted.map((colour) => {
        const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
        let count = 0
        for (let at = 0; at < data.length; at += 4) {
          const isNear = [r, g, b].every((value, index) => Math.abs(value - (data[at + index] ?? -99)) < 3)
          if (isNear && data[at + 3] === 255) count += 1
        }
        return count
      })
      return { width, height, cornerAlpha: data[3] ?? -1, counts }
    },
    { base64: png.toString('base64'), wanted: colours },
  )
}

test.describe('pictures of a part', () => {
  const health = '#DDF1E4'
  const media = '#FBDDE6'
  const framed = weftFile('Two sides', {
    frame: { kind: 'frame', label: 'Care', at: [0, 0, 420, 260] },
    clinic: { kind: 'stakeholder', label: 'Clinic', sector: 'health', at: [0, 10] },
    paper: { kind: 'stakeholder', label: 'Local paper', sector: 'media', at: [700, 0] },
  })

  test('PANEL-8: a PNG of one frame without a ground holds that frame, and nothing where nothing is drawn', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(framed))
    const whole = await lookAt(ana, await bytesOf(await exportAs(ana, 'PNG picture', 'Save PNG picture')), [
      health,
      media,
    ])
    expect(whole.cornerAlpha).toBe(255)
    expect(whole.counts.every((count) => count > 500)).toBe(true)

    const { page } = ana
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: 'PNG picture' }).click()
    await dialog.getByRole('combobox', { name: 'What' }).click()
    await page.getByRole('option', { name: 'Frame: Care' }).click()
    await dialog.getByRole('radio', { name: 'None' }).click()
    for (const extra of ['With the title', 'With a legend']) {
      const box = dialog.getByRole('checkbox', { name: extra })
      if (await box.isChecked()) await box.click()
    }
    const coming = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save PNG picture' }).click()
    const part = await lookAt(ana, await bytesOf(await coming), [health, media])
    expect(part.cornerAlpha).toBe(0)
    expect(part.counts[0]).toBe(whole.counts[0])
    expect(part.counts[1]).toBe(0)
    expect(part.width).toBeLessThan(whole.width)
  })
})

test('ACTOR-6: an e-mail that came with a file goes out with the next only where that is ticked', async ({
  importMap,
  come,
}) => {
  const file: FileToImport = {
    name: 'actors.json',
    type: 'application/json',
    content: JSON.stringify({
      elements: [
        { _id: 'elem-1', attributes: { label: 'Jane Roe', 'element type': 'Person', 'E-Mail': 'jane@roe.example' } },
      ],
      connections: [],
    }),
  }
  const ana = await come('Ana', await importMap(file))
  const save = 'Save Weft JSON'
  const open = (await bytesOf(await exportAs(ana, 'Weft JSON', save))).toString()
  expect(open).toContain('Jane Roe')
  expect(open).not.toContain('jane@roe.example')
  await ana.page.getByRole('button', { name: 'Menu' }).click()
  await ana.page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await ana.page.getByRole('option', { name: 'Weft JSON' }).click()
  await dialog.getByRole('checkbox', { name: 'With stance, power, interest and contacts' }).click()
  const coming = ana.page.waitForEvent('download')
  await dialog.getByRole('button', { name: save }).click()
  expect((await bytesOf(await coming)).toString()).toContain('jane@roe.example')
})

test('FORMAT-31: what Kumu has no place for is said before the file is saved', async ({ importMap, come }) => {
  const ana = await come('Ana', await importMap(threeVariables))
  const { page } = ana
  await page.keyboard.press('t')
  await page.keyboard.type('Read me first')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const losses = dialog.getByRole('list').filter({ hasText: 'Read me first' })
  await expect(losses).toBeHidden()
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: /Kumu/ }).click()
  await expect(losses).toBeVisible()
  await expect(dialog.getByText('This format has no place for one thing')).toBeVisible()
})

test.describe('where a key is needed to make maps', () => {
  test('API-20, PAGE-1: a new map out of a file, from within a map, asks for the key and goes there', async ({
    browserOf,
  }) => {
    const server = await startAppServer({ CREATE_KEY: 'open-sesame' })
    try {
      const made = await fetch(`${server.url}/api/maps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer open-sesame' },
        body: '{"title":"First"}',
      })
      const map = createMapAnswerSchema.parse(await made.json())
      const context = await browserOf()
      const page = await context.newPage()
      await page.goto(map.links.owner.url)
      await page.getByRole('textbox', { name: 'Your first name' }).fill('Ana')
      await page.getByRole('button', { name: 'Join', exact: true }).click()
      const ana = new MapScreen(page)
      await ana.isOpen()
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('menuitem', { name: 'Import into this map…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import into this map' })
      await dialog.getByLabel('Choose a file, or drop it here').setInputFiles({
        name: csvFile.name,
        mimeType: csvFile.type,
        buffer: Buffer.from(csvFile.content),
      })
      await dialog.getByRole('button', { name: 'Make a new map' }).click()
      const ask = page.getByRole('dialog', { name: 'This server asks for a key' })
      await ask.getByRole('textbox', { name: 'Create key' }).fill('wrong')
      await ask.getByRole('button', { name: 'Go on' }).click()
      await expect(ask.getByText('That is not the key.')).toBeVisible()
      await ask.getByRole('textbox', { name: 'Create key' }).fill('open-sesame')
      await ask.getByRole('button', { name: 'Go on' }).click()
      await expect(page).not.toHaveURL(new RegExp(map.id))
      await ana.isOpen()
      await expect(ana.elements).toHaveCount(4)
      await ana.isSaved()
      await expect(page.getByRole('button', { name: 'Only you are here' })).toBeVisible()
    } finally {
      await server.remove()
    }
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
        await expect(report).toContainText(`${elements} elements and ${links} links read.`)
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

  test('FORMAT-77, FORMAT-89: a list that does not say what it lists is read again as people, in the place of the first map', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.evaluate(() => localStorage.setItem('weft.name', 'Ana'))
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles({ name: 'who.csv', mimeType: 'text/csv', buffer: Buffer.from('from,to\nAnn,Ben\n') })
    const report = page.getByRole('dialog')
    await report.getByRole('radio', { name: 'People and organisations' }).click()
    await expect(report.getByText('were read as:')).toBeVisible()
    await expect(report.getByRole('radio', { name: 'People and organisations' })).toBeChecked()
    // Nothing says which way their tie goes.
    await expect(report.getByText('Of one tie the file does not say which way it goes.')).toBeVisible()
    await report.getByRole('radio', { name: 'Both ways' }).click()
    await expect(report.getByText('Ties of which the file does not say which way they go')).toBeVisible()
    await expect(report.getByRole('radio', { name: 'Both ways' })).toBeChecked()
    await expect(report.getByRole('radio', { name: 'People and organisations' })).toBeChecked()
    await report.getByRole('button', { name: 'Open the map' }).click()
    await expect(page.locator('.react-flow__node')).toHaveCount(2)
    const map = page.url()
    await page.goto(server.url)
    const known = page.getByRole('link', { name: /who/ })
    await expect(known).toHaveCount(1)
    await expect(known).toHaveAttribute('href', new URL(map).pathname)
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

test('FORMAT-81, FORMAT-82: before a table comes in, the dialog says as what its columns are read', async ({
  importMap,
  come,
}) => {
  const ana = await come('Ana', await importMap(weftFile('Housing', { rent: { label: 'Rent', at: [0, 0] } })))
  const { page } = ana
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Import into this map…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import into this map' })
  await dialog.getByLabel('Choose a file, or drop it here').setInputFiles({
    name: 'actors.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Label,Type,Power,Stance,E-mail\nCouncil,Organisation,80,Supporter,council@x.example\nTenants,Group,20,against,\n',
    ),
  })
  await dialog.getByText('As what 4 columns were read').click()
  await expect(dialog.getByText('Read as power: numbers out of 100, so 80 became 0.8.')).toBeVisible()
  await expect(dialog.getByText('Read as stance: “Supporter” as supports, “against” as opposes.')).toBeVisible()
  await expect(dialog.getByText('Read as contact: word for word.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add to this map' }).click()
  await expect(ana.element('Council')).toBeVisible()
})

test('FORMAT-86, FORMAT-87, API-10: two tables on the start page: what their columns were read as, each once, and a name', async ({
  server,
  browserOf,
}) => {
  const page = await (await browserOf()).newPage()
  await page.goto(server.url)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await (
    await chooser
  ).setFiles([
    file(
      'actors.csv',
      'Label,Type,Sector,Stance,Power,Budget,Power score\nMayor,Person,Town hall,champion,high,12,7\nFood Bank,NGO,Charity,against,low,3,2\n',
    ),
    file('ties.csv', 'From,To,Type,Strength,Direction\nMayor,Food Bank,Childcare swap,strong,\n'),
  ])
  await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: '“actors, ties” is ready' })
  await expect(report).toContainText(
    'Read as kind of tie: “Childcare swap” stays a word of the map’s own, one way where the file says no direction.',
  )
  await expect(report).toContainText('Read as strength: “strong” as 1.')
  await expect(report).toContainText('“Town hall”, “Charity” stay words of the map’s own')
  await expect(report.getByText('champion')).toHaveCount(1)
  await expect(report).toContainText('3 columns are kept as they are')
  await expect(report).toContainText('personal by its name')
  await report.getByRole('button', { name: 'Open the map' }).click()
  const ana = new MapScreen(page)
  await ana.isOpen()

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'Weft JSON' }).click()
  const left = dialog.getByText('Left out: Stance, Power, Power score.')
  await expect(left).toBeVisible()
  await dialog.getByRole('checkbox', { name: /With stance/ }).click()
  await expect(left).toBeHidden()
})
