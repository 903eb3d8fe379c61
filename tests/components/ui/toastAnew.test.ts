import { describe, expect, it } from 'vitest'
import { takeToasts, toast, type ToastOrder } from '@/components/ui/toast'

describe('toast.anew', () => {
  it('PAGE-21: says the same thing in front of others, in place of what was said of it before', () => {
    const orders: ToastOrder[] = []
    const end = takeToasts((order) => orders.push(order))
    toast.anew('arranged', 'Arranged 8 elements')
    toast('Undid: arranged 8 elements')
    toast.anew('arranged', 'Arranged 8 elements. One link still runs behind')
    end()
    const [first] = orders
    expect(orders.map(({ kind }) => kind)).toEqual(['plain', 'plain', 'dismiss', 'plain'])
    expect(orders[2]?.id).toBe(first?.id)
    expect(orders.at(-1)?.id).not.toBe(first?.id)
  })

  it('PAGE-21: the same words are said in their place', () => {
    const orders: ToastOrder[] = []
    const end = takeToasts((order) => orders.push(order))
    toast.anew('cancelled', 'Nothing has moved')
    toast.anew('cancelled', 'Nothing has moved')
    end()
    expect(orders.map(({ kind }) => kind)).toEqual(['plain', 'plain'])
    expect(orders[1]?.id).toBe(orders[0]?.id)
  })
})
