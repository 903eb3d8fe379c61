import { describe, expect, it } from 'vitest'
import { parseJson } from '@/lib/formats/parseJson'
import { readPeopleType, readTieType } from '@/lib/formats/people'
import { toPlainText } from '@/lib/formats/plainText'
import { toLabel } from '@/lib/model/label'
import { clip, createReport } from '@/lib/formats/report'
import { readNumber } from '@/lib/base/readNumber'
import { createStrengthScale, readSign, readYes } from '@/lib/formats/sign'

describe('faults in JSON', () => {
  it.each([
    ['{"a":1,}', 'line 1, column 8'],
    ['{"a":1\n"b":2}', 'line 2, column 1'],
    ['{\n  "a": tru\n}', 'line 2, column 8'],
    ['[1 2]', 'line 1, column 4'],
    ['{"a":"x\ny"}', 'line 1, column 6'],
    ['{a:1}', 'line 1, column 2'],
    ['[1,\n2', 'line 2, column 2'],
    ['{"a":1}}', 'line 1, column 8'],
    ['[01]', 'line 1, column 2'],
    ["{'a':1}", 'line 1, column 2'],
  ])('FORMAT-4: %j is faulty at %s', (text, where) => {
    expect(parseJson(text)).toMatchObject({ ok: false, reason: { code: 'bad-json', where } })
  })

  it('FORMAT-4: good JSON is read, with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":[1,"[{"]}')).toEqual({ ok: true, value: { a: [1, '[{'] } })
  })

  it('FORMAT-6: brackets inside strings are no nesting', () => {
    expect(parseJson(JSON.stringify('['.repeat(1_000))).ok).toBe(true)
    expect(parseJson('['.repeat(100) + ']'.repeat(100)).ok).toBe(true)
    expect(parseJson('['.repeat(101) + ']'.repeat(101))).toEqual({ ok: false, reason: { code: 'too-deep' } })
  })
})

describe('signs as people write them', () => {
  it.each(['+', '++', ' S ', 'same', 'Pos', 'positive', 'Positive influence', '1', '0.4', '＋', '+ve', '3,5'])(
    'FORMAT-50: %j is positive',
    (text) => expect(readSign(text)).toBe('+'),
  )
  it.each(['-', '−', '–', '--', 'o', 'Opposite', 'NEG', 'negative link', '-1', '-0.2', '-ve', '－'])(
    'FORMAT-50: %j is negative',
    (text) => expect(readSign(text)).toBe('-'),
  )
  it.each(['?', '±', '+/-', 'mixed', 'Unknown'])('FORMAT-50: %j is unknown', (text) => expect(readSign(text)).toBe('?'))
  it.each(['', '0', 'Funds', 'posture', 'maybe', 'NaN', 'Infinity'])('FORMAT-50: %j says nothing of a sign', (text) =>
    expect(readSign(text)).toBeUndefined(),
  )
})

describe('numbers and marks', () => {
  it('FORMAT-51: reads numbers of any country and nothing else', () => {
    expect(['1.5', '1,5', ' -2 ', '50 %', '.5', '1e2', '−3'].map(readNumber)).toEqual([1.5, 1.5, -2, 0.5, 0.5, 100, -3])
    expect(['', 'a', '1 2', '1.2.3', '0x10', '1e999', '--1'].map(readNumber)).toEqual(Array.from({ length: 7 }))
  })

  it('FORMAT-51: scales strengths only if they go beyond 1', () => {
    expect(createStrengthScale(['0.2', '1']).read('0.2')).toBe(0.2)
    expect(createStrengthScale(['-4', '2']).read('-2')).toBe(0.5)
    expect(['weak', 'Medium', 'strong', 'so so'].map(createStrengthScale([]).read)).toEqual([0.25, 0.5, 1, undefined])
  })

  it('FORMAT-50: knows the ways to say yes', () => {
    expect(['yes', 'TRUE', '1', 'x', '||', 'delayed'].every(readYes)).toBe(true)
    expect(['', 'no', '0', 'false'].some(readYes)).toBe(false)
  })

  it('FORMAT-10: knows types that name people, in one and in many', () => {
    expect(['Person', 'organizations', 'NGO', 'Communities', 'agencies', 'Stakeholder'].map(readPeopleType)).toEqual([
      { form: 'person' },
      { form: 'organisation' },
      { form: 'organisation' },
      { form: 'group' },
      { form: 'organisation' },
      {},
    ])
    expect(['Problem', '', 'State of mind', 'constructor'].map(readPeopleType)).toEqual(Array.from({ length: 4 }))
  })

  it('FORMAT-10: keeps types of ties that it does not know', () => {
    expect(['Funding', 'works with', 'Gossip', 'x'.repeat(60)].map(readTieType)).toEqual([
      'money',
      'collaboration',
      'Gossip',
      'x'.repeat(40),
    ])
  })
})

describe('text with formatting', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['# Title\n\n\n\n**bold** and *soft* and __also__', 'Title\n\nbold and soft and also'],
    ['[here](https://x.org) ![alt](y.png "t")', 'here (https://x.org) alt'],
    ['5 * 3 * 2, snake_case_name', '5 * 3 * 2, snake_case_name'],
    ['&lt;b&gt; &amp; &#228; &#x1F30A; &nope; &#0; &#xD800;', '<b> & ä 🌊 &nope;'],
    ['<script>alert(1)</script>x<!-- y --><img src=x onerror=alert(1)>', 'x'],
    ['<scr<script>ipt>', '<script>'],
  ])('FORMAT-13: %j is %j', (source, expected) => {
    expect(toPlainText(source)).toBe(expected)
  })

  it('FORMAT-6: is read whatever it is, and not in the square of its length', () => {
    for (const piece of ['<', '[', '![](', '*', '**', '&', '<a ', ' ', '\n', '<!--', '<script>', '> ', '(', '_']) {
      const source = piece.repeat(200_000)
      expect(toPlainText(source).length).toBeLessThanOrEqual(source.length)
    }
  })

  it('FORMAT-12: puts labels on one line', () => {
    expect(toLabel('  Shared \n  work\u00a0now ')).toBe('Shared work now')
  })

  it('FORMAT-63: never cuts a character in two', () => {
    expect(clip('ab🌊cd', 4)).toBe('ab…')
    expect(clip('abc', 3)).toBe('abc')
  })
})

describe('a report', () => {
  it('FORMAT-18: counts losses of one kind as one line and names the first places', () => {
    const report = createReport('csv')
    for (let line = 1; line <= 5; line += 1) report.lose('style', 'style', `line ${line}`)
    expect(report.build().notCarried).toEqual([
      {
        code: 'style',
        what: 'style',
        where: 'line 1, line 2, line 3, …',
        why: 'Weft draws every kind of element and link in its own way',
        count: 5,
      },
    ])
  })

  it('FORMAT-18: sums up what would fill the screen, and loses no count', () => {
    const report = createReport('csv')
    for (let line = 0; line < 1_000; line += 1) report.lose('bad-field', `field ${line}`)
    const lines = report.build().notCarried
    expect(lines.length).toBeLessThanOrEqual(101)
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(1_000)
  })
})
