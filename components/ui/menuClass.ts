/** Looks shared by menus, context menus and selects. */
export const menuClass =
  'z-50 max-h-[min(44rem,var(--radix-popper-available-height,80vh))] min-w-48 animate-appear overflow-y-auto rounded-card border border-hairline bg-panel p-1 text-ink shadow-float'

export const menuRowClass =
  'flex h-8 cursor-default items-center gap-2 rounded-button ps-2 pe-2 text-body outline-none select-none pointer-coarse:h-11 data-[disabled]:opacity-45 data-[highlighted]:bg-hover data-[state=open]:bg-hover'

export const menuLabelClass = 'px-2 pt-2 pb-1 text-meta text-muted'
export const menuLineClass = '-mx-1 my-1 h-px bg-hairline'
