/** How one thing is going, as a person sees it: alone (`checkIn`), or asked with others (a round of kind `pulse`). */
export const pulseStates = ['improving', 'steady', 'worsening', 'unknown'] as const
export type PulseState = (typeof pulseStates)[number]
