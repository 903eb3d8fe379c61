/** The tick in the dot of what the group chose, around its middle: told apart from handles, and without colour. */
export const chosenTick = { path: 'M-3 0.2L-0.9 2.4L3.1 -2.1', stroke: 1.7 } as const
