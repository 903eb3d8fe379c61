import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const fewPatterns = require('../../../scripts/standIns/fewPatterns.cjs') as (source: string) => string
const source = readFileSync(require.resolve('zod').replace(/index\.cjs$/, 'v4/core/regexes.js'), 'utf8')
const namesOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:const|function) (\w+)|(?<=^export \{.*) as (\w+)/gm)]
    .map(([, a, b]) => a ?? b ?? '')
    .toSorted()

test('PAGE-13: of the patterns of text that pages do without each keeps its name, and matches nothing', async () => {
  const lean = fewPatterns(source)
  expect(namesOf(lean)).toEqual(namesOf(source))
  const patterns = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(lean)}`)) as Record<
    string,
    RegExp | (() => RegExp)
  >
  expect(patterns['email']).toEqual(/(?!)/)
  expect('a@b.org').not.toMatch(patterns['email'] as RegExp)
  expect((patterns['uuid'] as () => RegExp)()).toEqual(/(?!)/)
  expect('12').toMatch(patterns['integer'] as RegExp)
})

test('PAGE-13: of a version of the library that looks different, the build says so', () => {
  expect(() => fewPatterns('export const anyString = /^$/;')).toThrow('no longer fits')
})
