import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '@/cli/runCli'
import { createTestTerminal } from '../helpers/testTerminal'

const folder = mkdtempSync(path.join(tmpdir(), 'weft-simulate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { terminal, output, said } = createTestTerminal()
const run = (...args: readonly string[]): Promise<number> => runCli(['simulate', ...args], terminal)

/** A file with links `from,to,sign,strength`. */
function mapFile(
  name: string,
  elements: Record<string, string>,
  links: readonly (readonly [string, string, string, number?])[],
): string {
  const file = path.join(folder, `${name}.json`)
  const map = {
    weft: 1,
    meta: {},
    elements: Object.fromEntries(Object.entries(elements).map(([id, label]) => [id, { kind: 'variable', label }])),
    links: Object.fromEntries(
      links.map(([from, to, polarity, strength]) => [
        `${from}${to}`,
        { kind: 'causal', from, to, polarity, ...(strength === undefined ? {} : { strength }) },
      ]),
    ),
  }
  writeFileSync(file, JSON.stringify(map))
  return file
}
const ring = mapFile('ring', { a: 'Outreach', b: 'Trust', c: 'Good\nreferrals', d: 'D' }, [
  ['a', 'b', '+', 1],
  ['b', 'c', '+', 1],
  ['c', 'd', '+', 1],
  ['d', 'b', '+', 1],
])
const odd = mapFile('odd', { a: 'Same', b: 'Same', c: 'A=B', d: 'Other' }, [
  ['a', 'b', '+'],
  ['b', 'c', '?'],
  ['c', 'd', '-'],
])

describe('weft simulate', () => {
  it('CLI-10: compares the map with some variables held and the map left alone, as JSON', async () => {
    expect(await run(ring, '--clamp', 'Outreach=1', '--json')).toBe(0)
    const answer = JSON.parse(output())
    expect(answer).toMatchObject({
      settings: { rule: 'kosko', transfer: 'tanh', lambda: 1, unstatedStrength: 0.5 },
      clamps: [{ id: 'a', label: 'Outreach', value: 1 }],
      steady: { outcome: 'fixed' },
      scenario: { outcome: 'fixed' },
      unknownSigns: [],
      unstatedStrengths: 0,
      lambdaBounds: { harmati: 0.5 },
    })
    expect(
      answer.variables.map(({ id, difference, direction }: Record<string, unknown>) => [id, difference, direction]),
    ).toEqual([
      ['b', expect.closeTo(0.8998, 4), 'rises'],
      ['c', expect.closeTo(0.7031, 4), 'rises'],
      ['d', expect.closeTo(0.5969, 4), 'rises'],
    ])
    expect(said()).toEqual(['Read 4 variables, 4 causal links (weft).'])
  })

  it('CLI-10: takes rule, transfer, lambda and strength, and several clamps; 0 is held too', async () => {
    const args = [
      '--clamp',
      'A=B=0',
      '--clamp',
      'a=0.25',
      '--rule',
      'rescaled',
      '--transfer',
      'sigmoid',
      '--lambda',
      '2',
      '--strength',
      '1',
    ]
    expect(await run(odd, ...args, '--json')).toBe(0)
    const answer = JSON.parse(output())
    expect(answer).toMatchObject({
      settings: { rule: 'rescaled', transfer: 'sigmoid', lambda: 2, unstatedStrength: 1 },
      clamps: [
        { id: 'c', value: 0 },
        { id: 'a', value: 0.25 },
      ],
      unknownSigns: [{ from: 'Same', to: 'A=B' }],
      unstatedStrengths: 2,
    })
    expect(answer.variables.map(({ id }: { id: string }) => id).sort()).toEqual(['b', 'd'])
  })

  it('CLI-11: says in words what rises and falls unless asked for JSON', async () => {
    expect(await run(odd, '--clamp', 'A=B=1')).toBe(0)
    expect(output()).toBe(
      [
        '“A=B” held at 1; kosko, tanh, lambda 1.',
        '  falls            -0.46  Other',
        '  hardly changes    0.00  Same',
        '  hardly changes    0.00  Same',
        'One link has no sign and was left out.',
        '',
      ].join('\n'),
    )
  })

  it('CLI-11: of many that hardly change it says how many', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`v${at}`, `Variable ${at}`]))
    expect(await run(mapFile('many', many, [['v0', 'v1', '+']]), '--clamp', 'Variable 0=1')).toBe(0)
    expect(output()).toBe(
      [
        '“Variable 0” held at 1; kosko, tanh, lambda 1.',
        '  rises            +0.46  Variable 1',
        '  hardly change   28 others (--json lists them)',
        '',
      ].join('\n'),
    )
  })

  const strong = mapFile('strong', { a: 'Pay', b: 'Mood', c: 'Rest' }, [
    ['a', 'b', '+', 1],
    ['b', 'a', '-', 1],
    ['a', 'c', '+', 1],
  ])

  it('CLI-16: says which run did not come to rest, and the steepness that the page would begin with', async () => {
    expect(await run(strong, '--clamp', 'Pay=1')).toBe(0)
    expect(output().trim().split('\n').slice(3)).toEqual([
      'The map left alone did not come to rest in 10000 steps; differences are rough.',
      'Loops are so strong that a run may depend on where it starts. Every run settles with --lambda 0.9.',
    ])
  })

  it('CLI-16: with that steepness there is nothing to say of it', async () => {
    expect(await run(strong, '--clamp', 'Pay=1', '--lambda', '0.9')).toBe(0)
    expect(output().trim().split('\n')).toHaveLength(3)
  })

  it('CLI-16: as JSON it tells both runs, and that steepness', async () => {
    expect(await run(strong, '--clamp', 'Pay=1', '--json')).toBe(0)
    expect(JSON.parse(output())).toMatchObject({
      steady: { outcome: 'moving' },
      scenario: { outcome: 'fixed' },
      settlingLambda: 0.9,
    })
  })

  it('CLI-16: says of a run that goes round that it does', async () => {
    expect(await run(strong, '--clamp', 'Rest=1', '--transfer', 'trivalent')).toBe(0)
    expect(output()).toContain('The run does not come to rest: the same values come back every 4 steps')
    expect(output()).toContain('The map left alone does not come to rest: the same values come back every 4 steps')
    expect(output()).not.toContain('--lambda')
  })

  it.each([' Good referrals =1', 'good REFERRALS=1'])(
    'CLI-10: a label is found whatever its line breaks and capitals: %s',
    async (clamp) => {
      expect(await run(ring, '--clamp', clamp, '--json')).toBe(0)
      expect(JSON.parse(output()).clamps).toMatchObject([{ id: 'c' }])
    },
  )

  it('CLI-10: capitals tell names apart where there are two', async () => {
    const cased = mapFile('cased', { a: 'Trust', b: 'TRUST', c: 'Other' }, [['a', 'c', '+']])
    expect(await run(cased, '--clamp', 'TRUST=1', '--json')).toBe(0)
    expect(JSON.parse(output()).clamps).toMatchObject([{ id: 'b' }])
    expect(await run(cased, '--clamp', 'trust=1')).toBe(2)
    expect(said().at(-1)).toBe('2 variables are called “trust”. Say which one by its id: a, b.')
  })

  it.each([
    [[], 'weft simulate needs a file to read: weft simulate <in> --clamp "Label=1" --json.'],
    [[ring, '--clamp', 'trus=1'], 'There is no variable “trus” on the map. There is “Trust”.'],
    [[ring, '--clamp', 'Rain=1'], 'There is no variable “Rain” on the map.'],
    [[odd, '--clamp', 'Same=1'], '2 variables are called “Same”. Say which one by its id: a, b.'],
    [[ring, '--clamp', 'Trust=2'], '--clamp “Trust=2” does not work: with tanh, values go from -1 to 1.'],
    [
      [ring, '--clamp', 'Trust=-1', '--transfer', 'sigmoid'],
      '--clamp “Trust=-1” does not work: with sigmoid, values go from 0 to 1.',
    ],
    [[ring, '--clamp', 'Trust'], '--clamp “Trust” does not work. Write "Label=value", with a number for the value.'],
    [[ring, '--clamp', 'Trust='], '--clamp “Trust=” does not work. Write "Label=value", with a number for the value.'],
    [[ring, '--clamp', 'Trust=1', '--clamp', 'b=0'], '“b” is clamped twice. Say it once.'],
    [[ring, '--rule', 'rescaled'], '--rule rescaled needs values from 0 to 1. Add --transfer sigmoid.'],
    [[ring, '--rule', 'best'], '--rule best is not known. Choose one of kosko, modified-kosko, rescaled.'],
    [[ring, '--lambda', '0'], '--lambda 0 does not work. Give a number from 0.01 to 100.'],
    [[ring, '--strength', ''], '--strength  does not work. Give a number from 0 to 1.'],
    [[ring, '--scale', '2'], 'weft simulate takes no --scale; weft render does.'],
    [['missing.json', '--json'], 'missing.json cannot be read: there is no such file or folder.'],
  ])('CLI-8: %j is answered with one sentence and exit code 2', async (args, sentence) => {
    expect(await run(...args)).toBe(2)
    expect(said()).toEqual([sentence])
    expect(output()).toBe('')
  })

  it('CLI-8: a map without variables is nothing to simulate', async () => {
    expect(await run(mapFile('empty', {}, []))).toBe(2)
    expect(said()).toEqual(['The map has no variables, so there is nothing to simulate.'])
  })
})
