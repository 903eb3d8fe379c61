import { afterEach, describe, expect, it, vi } from 'vitest'
import { standsBelow } from '../../../components/ui/toast'

describe('the shape of a toast', () => {
  it('PAGE-14: two things to do, or one of a long name, or one beside long words, stand below the words', () => {
    const act = (label: string) => ({ label, onClick: () => undefined })
    expect(standsBelow('Deleted “Rain”', {})).toBe(false)
    expect(standsBelow('Deleted “Rain”', { action: act('Undo') })).toBe(false)
    expect(standsBelow('Deleted “Rain”', { action: act('Causes left, effects right') })).toBe(true)
    expect(standsBelow('Long '.repeat(20), { action: act('Undo') })).toBe(true)
    expect(standsBelow('Long '.repeat(20), {})).toBe(false)
    expect(standsBelow('Deleted “Rain”', { action: act('Undo'), second: act('Show') })).toBe(true)
  })
})

describe('toasts before there is a toaster', () => {
  afterEach(() => {
    vi.resetModules()
  })

  it('PANEL-26: what was only said goes when it is in the way; errors, offers and what stays do not', async () => {
    const { toast, takeToasts } = await import('../../../components/ui/toast')
    const said = toast('Undid: moved “Rain”')
    toast('Deleted “Rain”', { action: { label: 'Undo', onClick: () => undefined } })
    toast('Gone', { stays: true })
    toast.error('Refused')
    const heard: unknown[] = []
    takeToasts((order) => heard.push(order))
    heard.length = 0
    toast.dismissPassing()
    toast.dismissPassing()
    expect(heard).toEqual([{ kind: 'dismiss', id: said }])
  })

  it('PANEL-45: where a sheet comes over what they were about, offers go as well; errors and what stays do not', async () => {
    const { toast, takeToasts } = await import('../../../components/ui/toast')
    const act = { label: 'Undo', onClick: () => undefined }
    const said = toast('Undid: moved “Rain”')
    const offered = toast('Deleted “Rain”', { action: act })
    toast('Gone', { stays: true })
    toast('Two ways', { action: act, second: act })
    toast.error('Refused', { action: act })
    const heard: unknown[] = []
    takeToasts((order) => heard.push(order))
    heard.length = 0
    toast.giveWay()
    toast.giveWay()
    expect(heard).toEqual([
      { kind: 'dismiss', id: said },
      { kind: 'dismiss', id: offered },
    ])
  })

  it('PAGE-14: what was said before the toaster came is said when it comes, in order and once', async () => {
    const { toast, toasterWanted, takeToasts } = await import('../../../components/ui/toast')
    expect(toasterWanted.get()).toBe(false)
    const first = toast('Undid: moved “Rain”')
    toast.error('Refused', { id: 'refused', duration: 10 })
    expect(toasterWanted.get()).toBe(true)
    toast.dismiss(first)

    const heard: unknown[] = []
    const end = takeToasts((order) => heard.push(order))
    toast.success('Done')
    expect(heard).toMatchObject([
      { kind: 'plain', id: first, words: 'Undid: moved “Rain”' },
      { kind: 'error', id: 'refused', words: 'Refused', options: { duration: 10 } },
      { kind: 'dismiss', id: first },
      { kind: 'success', words: 'Done' },
    ])

    // A toaster that is drawn anew hears what was said in between.
    end()
    toast('In between')
    takeToasts((order) => heard.push(order))
    expect(heard).toHaveLength(5)
    expect(heard.at(-1)).toMatchObject({ words: 'In between' })
  })

  it('PAGE-14: every toast has an id of its own unless it is given one', async () => {
    const { toast } = await import('../../../components/ui/toast')
    expect(toast('a')).not.toBe(toast('b'))
    expect(toast('c', { id: 'one' })).toBe('one')
  })
})
