import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import type { FormatProblem } from './problem'

/** Nesting beyond which no map goes; a parser or a copier could run out of stack. */
const deepest = 100

/**
 * Parses JSON from outside. Says line and column of a fault, whatever the engine's own message; refuses
 * text over 20 million characters and nesting over 100 levels before it parses. Never throws.
 */
export function parseJson(text: string): Result<unknown, FormatProblem> {
  if (text.length > limits.importBytes) return fail({ code: 'too-large' })
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (source.trim() === '') return fail({ code: 'empty' })
  if (isTooDeep(source)) return fail({ code: 'too-deep' })
  try {
    return succeed(JSON.parse(source) as unknown)
  } catch {
    return fail({ code: 'bad-json', ...tryToLocate(source) })
  }
}

/** True for an object that is not a list, such as `{…}` in JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of an object from outside; never one that it inherited. */
export function ownField(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}

const tokens = {
  string: /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/uy,
  plain: /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![A-Za-z0-9_.])/y,
}

/** A single string of many megabytes can exhaust the pattern matcher: then the fault stays without a place. */
function tryToLocate(text: string): { where?: string; detail?: string } {
  try {
    return locate(text)
  } catch {
    return {}
  }
}

/** Walks the text like a parser and stops at the first thing that cannot stand where it stands. */
function locate(text: string): { where: string; detail: string } {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing' = 'value'
  let at = 0
  const afterValue = (): typeof expected => (open.length === 0 ? 'nothing' : 'comma-or-end')
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
    if (at >= text.length) return place(text, at, 'it ends too early')
    const char = text.charAt(at)
    const wantsValue: boolean = expected === 'value' || expected === 'value-or-end'
    const wantsKey: boolean = expected === 'key' || expected === 'key-or-end'
    if (wantsValue && (char === '{' || char === '[')) {
      open.push(char)
      expected = char === '{' ? 'key-or-end' : 'value-or-end'
      at += 1
    } else if (wantsValue || wantsKey) {
      const closes = (expected === 'value-or-end' && char === ']') || (expected === 'key-or-end' && char === '}')
      if (closes) {
        open.pop()
        expected = afterValue()
        at += 1
        continue
      }
      const pattern = wantsKey || char === '"' ? tokens.string : tokens.plain
      pattern.lastIndex = at
      if (!pattern.test(text)) return place(text, at)
      at = pattern.lastIndex
      expected = wantsKey ? 'colon' : afterValue()
    } else if (expected === 'colon' && char === ':') {
      expected = 'value'
      at += 1
    } else if (expected === 'comma-or-end' && char === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value'
      at += 1
    } else if (expected === 'comma-or-end' && char === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop()
      expected = afterValue()
      at += 1
    } else return place(text, at)
  }
}

function place(text: string, at: number, said?: string): { where: string; detail: string } {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const found =
    said ??
    `unexpected ${JSON.stringify(
      Array.from(text.slice(at, at + 24))
        .slice(0, 12)
        .join(''),
    )}`
  return { where: `line ${line}, column ${column}`, detail: found }
}
