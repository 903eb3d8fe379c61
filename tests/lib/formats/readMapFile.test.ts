import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { limits } from '@/lib/base/limits'
import { describeProblem, formatProblemCodes } from '@/lib/formats/problem'
import { readMapFile, readMapFiles } from '@/lib/formats/readMapFile'
import { writableFormats, writeMapFile } from '@/lib/formats/writeMapFile'
import { importReportSchema } from '@/lib/protocol/api'
import { drawLinks, expectMap, findLoss, readFixture } from './reading'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const csv = 'from,to,sign\nÄrger,Mut,-\n'

describe('opening a file', () => {
  it.each([
    ['kumu-blueprint.json', 'kumu'],
    ['kumu-project.json', 'kumu'],
    ['edges.csv', 'csv'],
    ['two-tables.csv', 'csv'],
    ['matrix.csv', 'csv'],
  ])('FORMAT-1: %s is known by its content, whatever its name', (name, format) => {
    for (const fileName of [name, 'file', 'file.xyz', 'file.txt']) {
      const { report } = expectMap(readMapFile(readFixture(name), { fileName }))
      expect(report.format).toBe(format)
      expect(z.safeParse(importReportSchema, report).success).toBe(true)
    }
  })

  it.each([
    ['UTF-8', encode(csv)],
    ['UTF-8 with a mark', encode(`\uFEFF${csv}`)],
    [
      'UTF-16, little end first',
      Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(csv, (c) => c.charCodeAt(0)).buffer)]),
    ],
    ['UTF-16 without a mark', new Uint8Array(Uint16Array.from(csv, (c) => c.charCodeAt(0)).buffer)],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, ...Array.from(csv).flatMap((c) => [0, c.charCodeAt(0)])])],
    ['Windows-1252', Uint8Array.from(csv, (c) => c.charCodeAt(0))],
    ['Windows line ends', encode(csv.replaceAll('\n', '\r\n'))],
  ])('FORMAT-2: reads text in %s', (name, bytes) => {
    const imported = expectMap(readMapFile(bytes, { fileName: 'a.csv' }))
    expect(drawLinks(imported.map)).toEqual(['Ärger → Mut (-)'])
    expect(findLoss(imported, 'encoding-guessed') === undefined).toBe(name !== 'Windows-1252')
  })

  it.each([
    [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'an Excel workbook or another zip file'],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG picture'],
    [encode('%PDF-1.7'), 'a PDF document'],
    [encode('{UTF-8}\nA = B~~|\n\\\\\\---/// Sketch'), 'a Vensim model (.mdl)'],
    [encode('<?xml version="1.0"?><xmile xmlns="x"/>'), 'an XMILE model (.xmile, .stmx)'],
    [encode('<graphml xmlns="x"></graphml>'), 'a GraphML file'],
    [encode('Creator "x"\ngraph\n[\n node'), 'a GML file'],
    [encode('*Vertices 3\n1 "a"'), 'a Pajek network'],
    [encode('[[[1,198,285,0,"a",0]],[],[],2]'), 'a Loopy model'],
    [encode('{"nodes":[],"links":[]}'), 'a node-link graph in JSON'],
    [encode('{"nodes":[{"id":1}],"connections":[]}'), 'a node-link graph in JSON'],
    [encode('{"mentalmodeler":{}}'), 'a Mental Modeler map (.mmp)'],
    [encode('https://example.org/loopy/?data=[[1]]'), 'a web address, not a map file'],
  ])('FORMAT-3: names formats that it cannot read yet, and a way to go (%#)', (bytes, detail) => {
    const result = readMapFile(bytes, { fileName: 'file' })
    expect(result).toEqual({ ok: false, reason: { code: 'not-yet-readable', detail } })
    expect(result.ok ? '' : describeProblem(result.reason)).toContain(`This is ${detail}, which Weft cannot read yet`)
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', encode(' \n\t '), 'empty'],
    ['zeros', new Uint8Array(100), 'not-text'],
    ['noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 32), 'not-text'],
    ['a story', encode('Once upon a time there was a map'), 'unknown-format'],
    ['a web page', encode('<!doctype html><p>x'), 'not-yet-readable'],
    ['other XML', encode('<note>x</note>'), 'unknown-format'],
    ['other JSON', encode('{"recipes":[]}'), 'not-a-map'],
    ['a JSON list', encode('[1,2]'), 'not-a-map'],
    ['broken JSON', encode('{"weft":1,\n "meta": nope}'), 'bad-json'],
    ['bottomless JSON', encode('['.repeat(1_000_000)), 'too-deep'],
    ['an SVG of someone else', encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-map-inside'],
  ])('FORMAT-4: refuses %s and says why', (_, bytes, code) => {
    const result = readMapFile(bytes, { fileName: 'file' })
    expect(result).toMatchObject({ ok: false, reason: { code } })
  })

  it('FORMAT-5: refuses more than 20 MB before looking at it', () => {
    expect(readMapFile(new Uint8Array(limits.importBytes + 1))).toMatchObject({
      reason: { code: 'too-large', detail: '21 MB' },
    })
    expect(
      readMapFiles([
        { name: 'a', bytes: new Uint8Array(limits.importBytes + 1) },
        { name: 'b', bytes: encode('x') },
      ]),
    ).toMatchObject({
      reason: { code: 'too-large', where: 'a' },
    })
  })

  it.each([
    ['a wall of letters', 'x'],
    ['a wall of quotes', '"'],
    ['a wall of commas', ','],
    ['a wall of lines', 'a,b\n'],
    ['a wall of tags', '<a '],
    ['a JSON string without end', '{"a":"xxxxxxxx'],
    ['a JSON list without end', '[1,'],
  ])('FORMAT-6: %s of 20 MB is answered, not waited for without end', (_, piece) => {
    const text = piece.startsWith('{')
      ? piece + 'x'.repeat(limits.importBytes - 100)
      : piece.repeat(Math.floor(limits.importBytes / piece.length))
    const result = readMapFile(encode(text), { fileName: 'a.csv' })
    expect(result.ok).toBe(false)
  })

  it('FORMAT-7: a format said by the user is taken at its word', () => {
    expect(readMapFile(readFixture('edges.csv'), { format: 'kumu' })).toMatchObject({ reason: { code: 'bad-json' } })
    expect(readMapFile(readFixture('kumu-project.json'), { format: 'weft' })).toMatchObject({
      reason: { code: 'not-a-map' },
    })
    expect(readMapFile(encode('x'), { format: 'png' })).toMatchObject({ reason: { code: 'broken-picture' } })
    expect(readMapFile(encode('x'), { format: 'svg' })).toMatchObject({ reason: { code: 'no-map-inside' } })
    expect(readMapFile(encode('{"from":1}'), { format: 'csv' })).toMatchObject({ reason: { code: 'no-columns' } })
  })

  it('FORMAT-8: every refusal is a sentence that ends', () => {
    for (const code of formatProblemCodes) {
      for (const problem of [{ code }, { code, detail: 'what was found' }, { code, where: 'line 3', detail: 'x' }]) {
        const sentence = describeProblem(problem)
        expect(sentence).toMatch(/^[A-Z].*\.$/)
        expect(sentence).not.toMatch(/undefined|\.\.|: :/)
      }
    }
    expect(describeProblem({ code: 'bad-json', where: 'line 2, column 10', detail: 'unexpected "nope}"' })).toBe(
      'Line 2, column 10: The JSON is broken: unexpected "nope}". Mend it there, or export the file again.',
    )
  })
})

describe('writing a file', () => {
  it.each(writableFormats)('FORMAT-9: what is written as %s is read again', (format) => {
    const { map } = expectMap(readMapFile(readFixture('edges.csv')))
    const { text, notCarried } = writeMapFile(map, format)
    const again = expectMap(readMapFile(encode(text), { fileName: 'x' }))
    expect(drawLinks(again.map)).toEqual(drawLinks(map))
    // Kumu writes all names of fields in lower case.
    if (format !== 'kumu') expect(again.map).toEqual(map)
    expect(notCarried).toEqual([])
  })
})
