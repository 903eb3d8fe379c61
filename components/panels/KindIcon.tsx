import { Frame, Image, PenLine, StickyNote, Target, Type, UserRound } from 'lucide-react'
import type { ElementKind } from '../../lib/model/element'

/** A pill, as variables are drawn. */
function VariableIcon({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} aria-hidden>
      <rect x={2.5} y={7} width={19} height={10} rx={5} />
    </svg>
  )
}

/** A bent arrow, as links are drawn. */
export function LinkIcon({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M4 19c0-7 5-11 15-11" />
      <path d="m14.5 3.5 5 4.5-5 4.5" />
    </svg>
  )
}

/** The sign of a kind of element: the same in tools, lists and menus. */
export function KindIcon({ kind, size = 20 }: { readonly kind: ElementKind; readonly size?: number }) {
  switch (kind) {
    case 'variable':
      return <VariableIcon size={size} />
    case 'stakeholder':
      return <UserRound size={size} aria-hidden />
    case 'action':
      return <Target size={size} aria-hidden />
    case 'note':
      return <StickyNote size={size} aria-hidden />
    case 'text':
      return <Type size={size} aria-hidden />
    case 'frame':
      return <Frame size={size} aria-hidden />
    case 'image':
      return <Image size={size} aria-hidden />
    case 'ink':
      return <PenLine size={size} aria-hidden />
  }
}
