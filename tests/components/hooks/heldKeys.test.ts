import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { holdKeys } from '../../../components/hooks/heldKeys'

/** As much of a page as takes keys: what is on it is named by where it stands. */
class Box {
  readonly typed: string[] = []
  constructor(readonly place: 'map' | 'part' | 'elsewhere') {}
  matches(): boolean {
    return this.place === 'part'
  }
  closest(): Box | null {
    return this.place === 'map' ? this : null
  }
  focus(): void {}
  dispatchEvent(event: { readonly type: string; readonly key?: string }): boolean {
    if (event.type === 'keydown') this.typed.push(event.key ?? '')
    return true
  }
}
class NoField extends Box {}

type Handler = (event: object) => void
const handlers = new Map<string, Set<Handler>>()
const map = new Box('map')
let active: Box

beforeEach(() => {
  vi.useFakeTimers()
  active = map
  handlers.clear()
  const on = (type: string, handler: Handler, { signal }: { readonly signal: AbortSignal }): void => {
    const known = handlers.get(type) ?? new Set()
    handlers.set(type, known.add(handler))
    signal.addEventListener('abort', () => known.delete(handler))
  }
  vi.stubGlobal('window', { addEventListener: on })
  vi.stubGlobal('document', {
    get activeElement() {
      return active
    },
    querySelector: () => null,
  })
  vi.stubGlobal('Element', Box)
  for (const name of ['HTMLInputElement', 'HTMLTextAreaElement', 'HTMLButtonElement']) vi.stubGlobal(name, NoField)
  vi.stubGlobal(
    'KeyboardEvent',
    class {
      readonly key: string | undefined
      constructor(
        readonly type: string,
        { key }: { readonly key?: string },
      ) {
        this.key = key
      }
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** True if nobody else hears of it. */
function happens(type: string, event: object = {}): boolean {
  let isKept = false
  const keep = (): void => {
    isKept = true
  }
  const whole = { isTrusted: true, preventDefault: () => {}, stopImmediatePropagation: keep, ...event }
  for (const handler of [...(handlers.get(type) ?? [])]) handler(whole)
  return isKept
}
const press = (key: string): boolean =>
  happens('keydown', { key, code: '', ctrlKey: false, metaKey: false, getModifierState: () => false })
const paste = (text: string): boolean => happens('paste', { clipboardData: { getData: () => text } })
function focus(box: Box): void {
  active = box
  happens('focusin', { target: box })
}
function hold() {
  const said: string[] = []
  holdKeys({ into: '.part', giveUp: () => said.push('given up'), onLate: () => said.push('late') })
  return said
}

describe('keys for a part that is not there yet', () => {
  it('PAGE-18: wait for it, and go to it in order', () => {
    const said = hold()
    for (const key of ['a', 'b', 'Enter']) expect(press(key)).toBe(true)
    const part = new Box('part')
    focus(part)
    vi.runAllTimers()
    expect(part.typed).toEqual(['a', 'b', 'Enter'])
    expect(press('c')).toBe(false)
    expect(said).toEqual([])
  })

  it('PAGE-18: are given up with it by Esc, and by a press', () => {
    for (const act of [() => press('Escape'), () => happens('pointerdown')]) {
      const said = hold()
      press('a')
      act()
      expect(said).toEqual(['given up'])
      expect(press('b')).toBe(false)
    }
  })

  it('PAGE-18: are not kept for more than 10 seconds, and that is said', () => {
    const said = hold()
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual([])
    press('a')
    vi.advanceTimersByTime(9_999)
    expect([press('b'), said]).toEqual([true, []])
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['late'])
    expect(press('c')).toBe(false)
  })

  it('PAGE-18: are those of whatever Tab or F6 leads to', () => {
    for (const way of ['Tab', 'F6']) {
      hold()
      press('a')
      expect(press(way)).toBe(false)
      focus(new Box('elsewhere'))
      expect(press('Enter')).toBe(false)
    }
  })

  it('PAGE-18: stay with the part when the focus moves by itself, or on the map', () => {
    hold()
    press('a')
    focus(new Box('elsewhere'))
    expect(press('b')).toBe(true)
    press('Tab')
    focus(new Box('map'))
    expect(press('c')).toBe(true)
  })

  it('PAGE-18: a text that is pasted is typed; a file goes where files go', () => {
    hold()
    expect(paste('words')).toBe(true)
    expect(paste('')).toBe(false)
  })
})
