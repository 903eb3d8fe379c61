import type { Comment } from '../../../lib/protocol/comment'

/** Words with the names of those who are spoken to standing out. */
export function CommentText({ text, mentions }: Pick<Comment, 'text' | 'mentions'>) {
  return (
    <p dir="auto" className="text-body break-words whitespace-pre-line">
      {splitMentions(
        text,
        mentions.map(({ name }) => name),
      ).map(({ words, isName, at }) =>
        isName ? (
          <strong key={at} className="font-medium text-accent">
            {words}
          </strong>
        ) : (
          words
        ),
      )}
    </p>
  )
}

interface TextPart {
  readonly words: string
  readonly isName: boolean
  readonly at: number
}

/** A text at every “@name” of these names, the longer of two that begin alike first. */
export function splitMentions(text: string, names: readonly string[]): readonly TextPart[] {
  if (names.length === 0) return [{ words: text, isName: false, at: 0 }]
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const parts: TextPart[] = []
  let at = 0
  for (const words of text.split(new RegExp(`(@(?:${escaped.join('|')}))`, 'u'))) {
    if (words !== '') parts.push({ words, isName: words.startsWith('@') && names.includes(words.slice(1)), at })
    at += words.length
  }
  return parts
}
