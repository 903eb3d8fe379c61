/** Roots whose records keep unknown fields among their own: what people said of the map beside drawing it. */
export const openRoots = ['loops', 'views', 'scenarios', 'practices'] as const
export type OpenRoot = (typeof openRoots)[number]
