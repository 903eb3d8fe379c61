import type { PulseState } from '../../../lib/model/practice/pulseState'

/** How each state stands in a bar; what it is stands in words beside it. */
export const pulseTones: Readonly<Record<PulseState, string>> = {
  improving: 'bg-ok',
  steady: 'bg-accent/55',
  worsening: 'bg-danger',
  unknown: 'bg-node-border/45',
}
