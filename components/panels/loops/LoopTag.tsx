import type { NumberedLoop } from '../../../lib/analysis/loop'
import { classes } from '../../ui/classes'

/** R1, B2, ?3: the letter tells the kind, so that colour is not needed. */
export function LoopTag({ loop, current = false }: { readonly loop: NumberedLoop; readonly current?: boolean }) {
  return (
    <span
      className={classes(
        'inline-flex h-6 min-w-9 shrink-0 items-center justify-center rounded-[4px] border px-1 text-meta font-semibold',
        current ? 'border-accent bg-accent text-on-accent' : 'border-control text-ink',
        loop.kind === 'undetermined' && !current && 'border-dashed',
      )}
    >
      {loop.tag}
    </span>
  )
}
