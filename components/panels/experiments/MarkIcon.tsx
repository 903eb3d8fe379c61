import { ArrowDown, ArrowUp, ChevronsDown, ChevronsUp, RefreshCw, Scissors, type LucideIcon } from 'lucide-react'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'

const icons: Readonly<Record<ExperimentMark, LucideIcon>> = {
  up: ArrowUp,
  down: ArrowDown,
  stronger: ChevronsUp,
  weaker: ChevronsDown,
  turned: RefreshCw,
  cut: Scissors,
}

/** The shape of a mark, the same on the map, in menus and in the panel. */
export function MarkIcon({ mark, size = 16 }: { readonly mark: ExperimentMark; readonly size?: number }) {
  const Icon = icons[mark]
  return <Icon size={size} aria-hidden />
}
