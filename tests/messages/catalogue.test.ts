import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { formatProblemCodes } from '../../lib/formats/problem'
import { directionOf, loadMessages, messageAreas } from '../../messages'
import { apiErrors } from '../../server/http/errors'

const messages = await loadMessages('en')

/** Every message with its whole key. */
function listMessages(part: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[path.join('.'), part]]
  return Object.entries(part as object).flatMap(([key, value]) => listMessages(value, [...path, key]))
}

/** The names that a message asks for: `{name}`, `{count, plural, …}`. */
function namesIn(message: string): readonly string[] {
  return [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? '')
}

/** The tags of a message: `<b>`, `<name>`. */
function tagsIn(message: string): readonly string[] {
  return [...message.matchAll(/<(\w+)>/g)].map(([, tag]) => tag ?? '')
}

/** What only scripts meet: a page never asks in a way that is answered so. */
const neverOnPages = new Set([
  'bad-json',
  'foreign-origin',
  'not-found',
  'no-such-link',
  'no-such-frame',
  'no-such-view',
  'method-not-allowed',
  'wrong-type',
  'command-refused',
  'picture-too-large',
  'nothing-to-draw',
  'no-such-table',
  'metrics-key-needed',
])

describe('the catalogue', () => {
  it('PAGE-11: every error of the API that a page may meet has its words', () => {
    const errors = messages['errors'] ?? {}
    const missing = Object.keys(apiErrors).filter((code) => !neverOnPages.has(code) && !(code in errors))
    expect(missing).toEqual([])
  })

  it('PAGE-11: every reason why a file cannot be read has its words', () => {
    const problems = messages['formats']?.['problems'] as Readonly<Record<string, string>>
    expect(formatProblemCodes.filter((code) => !(code in problems))).toEqual([])
  })

  it('PAGE-12: every message is understood by the formatter', () => {
    const t = createTranslator({
      locale: 'en',
      messages,
      onError: (error) => {
        throw error
      },
    })
    // Keys are found, not written, so their types cannot be known.
    const markup = t.markup as (key: string, values: Readonly<Record<string, unknown>>) => string
    for (const [key, message] of listMessages(messages)) {
      const values = Object.fromEntries(namesIn(message).map((name) => [name, 2]))
      const chunks = Object.fromEntries(tagsIn(message).map((tag) => [tag, String]))
      const told = markup(key, { ...values, ...chunks })
      expect(told, key).not.toBe(key)
    }
  })

  it('every area has a file, and languages written from the right are known', () => {
    expect(Object.keys(messages).sort()).toEqual([...messageAreas].sort())
    expect([directionOf('en'), directionOf('ar'), directionOf('he-IL'), directionOf('arn')]).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'ltr',
    ])
  })
})
