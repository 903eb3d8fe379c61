import { describe, expect, it } from 'vitest'
import { createTypedTexts, isLocked, isThere, type TypedText } from '../../../components/hooks/typedTexts'
import { element, link, testView } from '../../helpers/testMap'

const name = (text: string): TypedText => ({ field: 'Name', text })

describe('typed texts', () => {
  it('LOSS-1: lists what is being typed just now, and what could not be kept, each text once', () => {
    const typed = createTypedTexts()
    let text = ''
    const end = typed.follow(() => name(text))
    typed.follow(() => undefined)
    expect(typed.list()).toEqual([])
    text = 'Heavy rain'
    expect(typed.list()).toEqual([name('Heavy rain')])
    typed.keep(name('Refused'))
    typed.keep(name('Heavy rain'))
    expect(typed.list().map((one) => one.text)).toEqual(['Refused', 'Heavy rain'])
    end()
    text = 'Gone with its field'
    expect(typed.list().map((one) => one.text)).toEqual(['Refused', 'Heavy rain'])
  })

  it('LOSS-1: forgets what has been dealt with, and never minds blank texts', () => {
    const typed = createTypedTexts()
    const told: string[] = []
    const end = typed.subscribe((one) => told.push(one.text))
    const one = name('One')
    typed.keep(one)
    typed.keep(name('  \n'))
    typed.drop(one)
    end()
    typed.keep(name('Two'))
    expect(told).toEqual(['One'])
    expect(typed.list()).toEqual([name('Two')])
  })

  it('LOSS-1: knows whether what a text belongs to is there', () => {
    const view = testView()
    const found = [undefined, element('a'), link('ab'), element('z')].map((of) => isThere(view, of))
    expect(found).toEqual([true, true, true, false])
  })

  it('LOSS-7: knows whether what a text belongs to is locked', () => {
    const view = testView({ elements: { a: { locked: true }, b: {} }, links: { ab: { from: 'a', to: 'b' } } })
    const found = [undefined, element('a'), element('b'), link('ab'), element('z')].map((of) => isLocked(view, of))
    expect(found).toEqual([false, true, false, false, false])
  })

  it('LOSS-6: a field that goes while one types in it goes on, and is done with once, with all that was typed', () => {
    const typed = createTypedTexts()
    const done: string[] = []
    const field = {
      ...name('Heavy'),
      stored: 'Rain',
      name: 'Rain',
      start: 5,
      end: 5,
      maxLength: -1,
      hasLines: false,
      box: { left: 0, top: 0, width: 1, height: 1 },
      onDone: (text: string) => void done.push(text),
    }
    // Nobody is there to show another: it is done.
    typed.goOn(field)
    expect(done).toEqual(['Heavy'])
    const end = typed.hostLost()
    typed.goOn({ ...field, text: 'Rain' })
    expect(typed.list()).toEqual([])
    typed.typeOn('Heavy rain')
    expect(typed.list().map(({ text }) => text)).toEqual(['Heavy rain'])
    typed.goOn({ ...field, text: 'Another' })
    expect(done).toEqual(['Heavy', 'Heavy rain'])
    end()
    typed.endLost()
    expect(done).toEqual(['Heavy', 'Heavy rain', 'Another'])
    expect(typed.lost.get()).toBeUndefined()
  })
})
