/** `loops`: loops read as circles. `order`: causes left, effects right. `force`: linked ones near each other. */
export const arrangeStyles = ['loops', 'order', 'force'] as const
export type ArrangeStyle = (typeof arrangeStyles)[number]
