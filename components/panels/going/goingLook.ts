import { CircleHelp, MoveRight, Split, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react'
import type { Going } from '../../../lib/analysis/checkIns'

/** How each way of going is drawn, by shape as well as by colour. */
export const goingIcons: Readonly<Record<Going, LucideIcon>> = {
  improving: TrendingUp,
  steady: MoveRight,
  worsening: TrendingDown,
  unknown: CircleHelp,
  differ: Split,
}

export const goingInks: Readonly<Record<Going, string>> = {
  improving: 'text-ok',
  steady: 'text-accent',
  worsening: 'text-danger',
  unknown: 'text-muted',
  differ: 'text-warn',
}
