import { useImperativeHandle, type Ref } from 'react'

interface StandInProps {
  /** The id of the button that is on the page. */
  readonly of: string
  readonly ref?: Ref<HTMLElement | null>
}

/**
 * For parts of Radix that come late: as the one child of a trigger with `asChild`, it gives the trigger
 * the button that is on the page already, where it would draw one of its own.
 */
export function StandIn({ of, ref }: StandInProps): undefined {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => document.getElementById(of), [of])
}
