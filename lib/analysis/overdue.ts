import type { ElementOfKind } from '../model/element'

/** The day it is where somebody is: `2026-03-01`. */
export function dayOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/**
 * True for a contribution whose day is past and that is neither done nor let go.
 * @param today `2026-03-01`
 */
export function isOverdue({ due, state }: Pick<ElementOfKind<'action'>, 'due' | 'state'>, today: string): boolean {
  return due !== undefined && due < today && state !== 'done' && state !== 'let-go'
}
