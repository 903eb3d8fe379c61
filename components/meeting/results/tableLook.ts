/** How a small table of figures stands in a result. */
export const table = 'w-full border-collapse text-second tabular-nums'
export const head = 'border-b border-quiet-border py-1.5 pe-3 font-medium text-muted last:pe-0'
export const cell = 'border-b border-hairline py-2 pe-3 align-top last:pe-0'
