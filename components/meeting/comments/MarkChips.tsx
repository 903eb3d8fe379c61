'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { dialogueMarks, type DialogueMark } from '../../../lib/practice/comment'
import { classes } from '../../ui/classes'

/** What a contribution does in the discussion: one of four, or none. Pressing the chosen one again takes it off. */
export function MarkChips({
  value,
  onChange,
}: {
  readonly value: DialogueMark | undefined
  readonly onChange: (mark: DialogueMark | undefined) => void
}) {
  const t = useTranslations('comments.marks')
  const aboutId = useId()
  return (
    <div className="flex flex-col gap-1">
      <div role="group" aria-label={t('label')} aria-describedby={aboutId} className="flex flex-wrap gap-1">
        {dialogueMarks.map((mark) => (
          <button
            key={mark}
            type="button"
            aria-pressed={mark === value}
            title={t(`about.${mark}`)}
            onClick={() => onChange(mark === value ? undefined : mark)}
            className={classes(
              'inline-flex min-h-7 items-center rounded-full border px-2 text-meta transition-colors pointer-coarse:min-h-11 pointer-coarse:px-3.5',
              mark === value
                ? 'border-accent bg-accent-tint font-medium text-accent'
                : 'border-quiet-border bg-panel text-muted hover:bg-hover',
            )}
          >
            {t(`names.${mark}`)}
          </button>
        ))}
      </div>
      <p id={aboutId} aria-live="polite" className="text-meta text-muted">
        {value === undefined ? t('hint') : t(`about.${value}`)}
      </p>
    </div>
  )
}

/** The mark of a contribution, beside its words. */
export function MarkTag({ mark }: { readonly mark: DialogueMark }) {
  const t = useTranslations('comments.marks')
  return (
    <span
      title={t(`about.${mark}`)}
      className="inline-flex shrink-0 items-center rounded-full bg-accent-tint px-1.5 text-tag font-medium text-accent"
    >
      {t(`names.${mark}`)}
    </span>
  )
}
