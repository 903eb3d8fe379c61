import { CircleQuestionMark, Heart, Lightbulb, PartyPopper, ThumbsUp, Turtle, type LucideIcon } from 'lucide-react'
import type { Reaction } from '../../../lib/protocol/people'

const icons: Readonly<Record<Reaction, { readonly icon: LucideIcon; readonly className: string }>> = {
  agree: { icon: ThumbsUp, className: 'text-accent' },
  heart: { icon: Heart, className: 'text-danger' },
  celebrate: { icon: PartyPopper, className: 'text-accent' },
  idea: { icon: Lightbulb, className: 'text-warn' },
  question: { icon: CircleQuestionMark, className: 'text-accent' },
  slow: { icon: Turtle, className: 'text-ok' },
}

/** How a reaction is drawn: by hand and not as an emoji, which not every device can show. What it is called is in the catalogue. */
export function ReactionIcon({ reaction, size = 22 }: { readonly reaction: Reaction; readonly size?: number }) {
  const { icon: Icon, className } = icons[reaction]
  return <Icon size={size} aria-hidden data-reaction={reaction} className={className} />
}
