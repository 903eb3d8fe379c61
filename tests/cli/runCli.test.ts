import { extractMapFromSvg } from '@/lib/formats/svgMap'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '@/cli/runCli'
import type { Terminal } from '@/cli/terminal'
import { readMapFile } from '@/lib/formats/readMapFile'
import { drawLinks, expectMap } from '../lib/formats/reading'

const folder = mkdtempSync(path.join(tmpdir(), 'weft-cli-'))
const fixtures = fileURLToPath(new URL('../fixtures/formats/', import.meta.url))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let input = new Uint8Array()
let output: (Uint8Array | string)[] = []
let said: string[] = []
beforeEach(() => {
  input = new Uint8Array()
  output = []
  said = []
})

const terminal: Terminal = {
  readInput: async () => input,
  writeOutput: async (bytes) => {
    output.push(bytes)
  },
  say: (text) => said.push(text),
}
const run = (...args: readonly string[]): Promise<number> => runCli(args, terminal)
const at = (name: string): string => path.join(folder, name)
const fixture = (name: string): string => path.join(fixtures, name)

describe('weft convert', () => {
  it.each(['out.json', 'out.kumu.json', 'out.csv', 'out.svg', 'out.png'])(
    'CLI-1: writes %s, which Weft reads again, and says on standard error what was read',
    async (name) => {
      expect(await run('convert', fixture('edges.csv'), at(name))).toBe(0)
      const imported = expectMap(readMapFile(readFileSync(at(name)), { fileName: name }))
      expect(drawLinks(imported.map)).toHaveLength(3)
      expect(Object.keys(imported.map.positions['board' as keyof typeof imported.map.positions] ?? {})).toHaveLength(4)
      expect(said.join('\n')).toMatch(
        /^Read 4 variables, 3 causal links \(csv\)\.\n(?: {2}.*\n)* {2}row without from or to \(line 5\): /,
      )
      expect(output).toEqual([])
    },
  )

  it.each([
    ['kumu.weft.json', 'weft'],
    ['my-kumu-map.json', 'weft'],
    ['map.KUMU.json', 'perspectives'],
  ])('CLI-1: the ending of %s decides', async (name, root) => {
    expect(await run('convert', fixture('edges.csv'), at(name))).toBe(0)
    expect(Object.keys(JSON.parse(readFileSync(at(name), 'utf8')) as object)).toContain(root)
  })

  it('CLI-2: - is standard input and standard output', async () => {
    input = readFileSync(fixture('kumu-project.json'))
    expect(await run('convert', '-', '-', '--to', 'csv')).toBe(0)
    expect(String(output[0])).toContain('Fish left')
  })

  it('CLI-3: reads two tables as one map', async () => {
    writeFileSync(at('nodes.csv'), 'id,label\n1,Rain\n2,River\n')
    writeFileSync(at('links.csv'), 'from,to,sign\n1,2,+\n')
    expect(await run('convert', at('nodes.csv'), at('links.csv'), at('two.json'))).toBe(0)
    expect(drawLinks(expectMap(readMapFile(readFileSync(at('two.json')))).map)).toEqual(['Rain → River (+)'])
  })

  it('CLI-4: --from and --to overrule content and name', async () => {
    expect(await run('convert', fixture('edges.csv'), at('odd.txt'), '--from', 'csv', '--to', 'kumu')).toBe(0)
    expect(JSON.parse(readFileSync(at('odd.txt'), 'utf8'))).toMatchObject({ version: 1 })
    expect(await run('convert', fixture('edges.csv'), at('x.json'), '--from', 'auto')).toBe(0)
    expect(await run('convert', fixture('edges.csv'), at('x.json'), '--from', 'kumu')).toBe(2)
  })

  it('CLI-5: says what the format has no place for', async () => {
    const map = {
      weft: 1,
      meta: {},
      elements: { f: { kind: 'frame', label: 'Zone' }, a: { kind: 'variable', label: 'A' } },
      links: {},
      views: { v: { name: 'V' } },
    }
    writeFileSync(at('frame.json'), JSON.stringify(map))
    expect(await run('convert', at('frame.json'), at('frame.kumu.json'))).toBe(0)
    expect(said.join('\n')).toContain('Not written:\n  frame (Zone): this format has no place for it\n  view (V): ')
  })
})

describe('weft render', () => {
  it('CLI-6: draws a PNG at the scale asked for', async () => {
    expect(await run('render', fixture('edges.csv'), at('one.png'))).toBe(0)
    expect(
      await run('render', fixture('edges.csv'), at('two.png'), '--scale', '2', '--background', 'transparent'),
    ).toBe(0)
    const [one, two] = [await sharp(at('one.png')).metadata(), await sharp(at('two.png')).metadata()]
    expect(two.width).toBe(one.width * 2)
    expect(two.hasAlpha).toBe(true)
  })

  it('CLI-6: draws one frame by name or id, or says which frames there are', async () => {
    const map = {
      weft: 1,
      meta: {},
      elements: {
        f: { kind: 'frame', label: 'Zone' },
        a: { kind: 'variable', label: 'Inside' },
        b: { kind: 'variable', label: 'Outside' },
      },
      links: {},
      positions: { board: { f: [0, 0, 400, 300], a: [0, 0], b: [900, 0] } },
    }
    writeFileSync(at('frames.json'), JSON.stringify(map))
    expect(await run('render', at('frames.json'), at('zone.svg'), '--frame', 'Zone', '--theme', 'dark')).toBe(0)
    expect(await run('render', at('frames.json'), at('f.svg'), '--frame', 'f')).toBe(0)
    const wide = (name: string): number => Number(/width="([\d.]+)/.exec(readFileSync(at(name), 'utf8'))?.[1])
    expect(await run('render', at('frames.json'), at('all.svg'))).toBe(0)
    expect(wide('zone.svg')).toBeLessThan(wide('all.svg'))
    expect(wide('zone.svg')).toBe(wide('f.svg'))
    said = []
    expect(await run('render', at('frames.json'), at('none.svg'), '--frame', 'Nowhere')).toBe(2)
    expect(said).toEqual(['There is no frame “Nowhere” on the map. Its frames: “Zone”.'])
  })

  it('CLI-17: draws a view or a saved look, and what is personal only where it is asked for', async () => {
    const map = {
      weft: 1,
      meta: { title: 'Buses' },
      elements: {
        a: { kind: 'stakeholder', label: 'Council', power: 0.8, interest: 0.4, stance: 'opposes', contact: 'a@b.org' },
        b: { kind: 'stakeholder', label: 'Riders', power: 0.2, interest: 0.9 },
      },
      links: { l: { kind: 'tie', from: 'a', to: 'b', type: 'money' } },
      views: { v1: { name: 'Who holds the money', shown: 'matrix' } },
    }
    writeFileSync(at('people.json'), JSON.stringify(map))
    const svg = (name: string): string => readFileSync(at(name), 'utf8')
    const described = (name: string): string | undefined => /<desc>([^<]*)/.exec(svg(name))?.[1]
    const inside = (name: string): string => {
      const found = extractMapFromSvg(svg(name))
      return found.ok ? found.value : 'nothing inside'
    }
    expect(await run('render', at('people.json'), at('grid.svg'), '--view', 'grid')).toBe(0)
    expect(described('grid.svg')).toBe('Power and interest: 2 stakeholders, 1 tie.')
    expect(inside('grid.svg')).toContain('Riders')
    expect(inside('grid.svg')).not.toMatch(/power|opposes|a@b\.org/)
    expect(await run('render', at('people.json'), at('all.svg'), '--view', 'grid', '--personal')).toBe(0)
    expect(inside('all.svg')).toContain('a@b.org')
    for (const name of ['v1', 'who holds the MONEY']) {
      expect(await run('render', at('people.json'), at('look.svg'), '--view', name)).toBe(0)
      expect(described('look.svg')).toBe('Matrix of ties: 2 stakeholders, 1 tie.')
    }
    said = []
    expect(await run('render', at('people.json'), at('no.svg'), '--view', 'pie')).toBe(2)
    expect(said).toEqual([
      'There is no view “pie” and no saved look of that name. Views: map, grid, rings, columns, matrix. Its saved looks: “Who holds the money”.',
    ])
    said = []
    expect(await run('render', fixture('edges.csv'), at('no.svg'), '--view', 'rings')).toBe(2)
    expect(said).toEqual(['There is no stakeholder on the map, so there is nothing to draw as “rings”.'])
  })
})

describe('help', () => {
  it('CLI-7: --help and --version go to standard output', async () => {
    expect(await run('--help')).toBe(0)
    expect(await run('--version')).toBe(0)
    expect(String(output[0])).toContain('weft convert <in> <out>')
    expect(String(output[1])).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('what has to be put right', () => {
  it.each([
    [['convert', 'missing.csv', 'out.json'], 'missing.csv cannot be read: there is no such file or folder.'],
    [['convert', folder, at('x.json')], `${folder} cannot be read: it is a folder.`],
    [
      ['convert', fixture('edges.csv'), at('no/such/folder.json')],
      `${at('no/such/folder.json')} cannot be written: there is no such file or folder.`,
    ],
    [
      ['convert', fixture('edges.csv')],
      'weft convert needs a file to read and a file to write: weft convert <in> <out>.',
    ],
    [
      ['convert', fixture('edges.csv'), 'out'],
      'out has no ending that tells the format. Say --to with one of weft, csv, kumu, svg, png.',
    ],
    [
      ['convert', fixture('edges.csv'), 'out.pdf'],
      'Weft does not write .pdf here. Say --to with one of weft, csv, kumu, svg, png.',
    ],
    [['render', fixture('edges.csv'), 'out.csv'], 'Weft does not write .csv here. Say --to with one of svg, png.'],
    [['convert', 'a', 'b.json', '--scale', '2'], 'weft convert takes no --scale; weft render does.'],
    [
      ['convert', 'a', 'b.json', '--from', 'word'],
      '--from word is not known. Choose one of weft, kumu, csv, png, svg.',
    ],
    [['render', 'a', 'b.png', '--scale', 'big'], '--scale big does not work. Give a number from 0.1 to 8.'],
    [['render', 'a', 'b.png', '--scale', '99'], '--scale 99 does not work. Give a number from 0.1 to 8.'],
    [
      ['draw'],
      'There is no command “draw”. Known: convert, render, analyse, compare, simulate, migrate-store. See weft --help.',
    ],
  ])('CLI-8: %j is answered with one sentence and exit code 2', async (args, sentence) => {
    expect(await run(...args)).toBe(2)
    expect(said).toEqual([sentence])
    expect(output).toEqual([])
  })

  it.each([[['--colour', 'red']], [['convert', '--to']], [[]]])('CLI-8: %j too', async (args) => {
    expect(await run(...args)).toBe(2)
    expect(said.join('')).not.toMatch(/ {4}at |Error/)
  })

  it('CLI-8: a file that is no map is named with the reason', async () => {
    writeFileSync(at('broken.json'), '{"weft":1,}')
    expect(await run('convert', at('broken.json'), at('x.json'))).toBe(2)
    expect(said).toEqual([
      `${at('broken.json')}: Line 1, column 11: The JSON is broken: unexpected "}". Mend it there, or export the file again.`,
    ])
    input = new Uint8Array()
    said = []
    expect(await run('convert', '-', at('x.json'))).toBe(2)
    expect(said).toEqual(['Standard input: The file is empty. Choose a file that has a map in it.'])
  })
})
