'use client'
import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { dialogueMarks } from '../../../lib/practice/comment'
import type { Comment } from '../../../lib/protocol/comment'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { useApiProblem } from '../../hooks/useApiProblem'
import { formatMoment } from '../../panels/inspector/moment'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import type { MenuEntry } from '../../ui/menuEntry'
import { toast } from '../../ui/toast'
import { commentsApi } from './commentsApi'
import { CommentText } from './CommentText'
import { draftPlace, emptyDraft, keepDraft, readDraft, type CommentDraft } from './drafts'
import { MarkTag } from './MarkChips'
import { MentionField } from './MentionField'
import { commentsOf, useCommentRights } from './useComments'

/** One comment: who, when, what it does in the discussion, its words; and what one may do to it. */
export function CommentItem({ comment, isNew }: { readonly comment: Comment; readonly isNew: boolean }) {
  const t = useTranslations('comments')
  const locale = useLocale()
  const [isEditing, setEditing] = useState(false)
  const { by, at, editedAt, mark, deleted } = comment
  return (
    <li data-new={isNew || undefined} className="flex gap-2.5">
      <Avatar name={by.name} colour={by.colour} size={26} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6.5 items-center gap-1.5">
          <bdi className="min-w-0 truncate text-second font-medium" title={by.name}>
            {by.name}
          </bdi>
          <span className="shrink-0 text-meta text-muted tabular-nums">{formatMoment(at, locale, Date.now())}</span>
          {isNew ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-meta font-medium text-accent">
              <span aria-hidden className="size-1.5 rounded-full bg-accent" />
              {t('new')}
            </span>
          ) : null}
          <span className="flex-1" />
          {deleted === true || isEditing ? null : <CommentMenu comment={comment} onEdit={() => setEditing(true)} />}
        </div>
        {deleted === true ? (
          <p className="text-body text-muted italic">{t('deleted')}</p>
        ) : isEditing ? (
          <EditForm comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <CommentText {...comment} />
        )}
        {mark === undefined && editedAt === undefined ? null : (
          <p className="flex items-center gap-2 pt-0.5 text-meta text-muted">
            {mark === undefined ? null : <MarkTag mark={mark} />}
            {editedAt === undefined || deleted === true ? null : t('edited')}
          </p>
        )}
      </div>
    </li>
  )
}

function CommentMenu({ comment, onEdit }: { readonly comment: Comment; readonly onEdit: () => void }) {
  const t = useTranslations('comments')
  const say = useApiProblem()
  const editor = useEditor()
  const seat = useSeat()
  const { id: self } = useSelf()
  const { mayWrite, mayRun } = useCommentRights()
  const isOwn = comment.by.id === self && mayWrite
  if (!isOwn && !mayRun) return null
  const setMark = async (value: string): Promise<void> => {
    const mark = dialogueMarks.find((one) => one === value) ?? null
    const done = await commentsApi.change(seat, comment.thread, comment.id, { mark })
    if (done.ok) commentsOf(editor).take(done.value)
    else toast.error(say(done.reason), { id: 'comments' })
  }
  const remove = async (): Promise<void> => {
    const done = await commentsApi.remove(seat, comment.thread, comment.id)
    if (done.ok) toast(t('removed'), { id: 'comments' })
    else toast.error(say(done.reason), { id: 'comments' })
  }
  const entries: readonly MenuEntry[] = [
    ...(isOwn
      ? [
          {
            kind: 'action',
            id: 'edit',
            label: t('edit'),
            icon: <Pencil size={16} aria-hidden />,
            // Once the menu has given the focus back.
            onSelect: () => setTimeout(onEdit, 50),
          } as const,
        ]
      : []),
    {
      kind: 'choice',
      id: 'mark',
      label: t('marks.label'),
      value: comment.mark ?? 'none',
      options: ['none' as const, ...dialogueMarks].map((value) => ({ value, label: t(`marks.names.${value}`) })),
      onChange: (value) => void setMark(value),
    },
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'action',
      id: 'delete',
      label: t('delete'),
      icon: <Trash2 size={16} aria-hidden />,
      danger: true,
      onSelect: () => void remove(),
    },
  ]
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton size="small" className="-my-1" label={t('manage', { name: comment.by.name })}>
          <EllipsisVertical size={16} aria-hidden />
        </IconButton>
      }
    />
  )
}

function EditForm({ comment, onDone }: { readonly comment: Comment; readonly onDone: () => void }) {
  const t = useTranslations('comments')
  const say = useApiProblem()
  const editor = useEditor()
  const seat = useSeat()
  const key = draftPlace(seat, `edit ${comment.id}`)
  // What was typed when the panel closed in the middle.
  const [draft, setDraft] = useState<CommentDraft>(() => {
    const kept = readDraft(key)
    return kept.text === '' ? { text: comment.text, mentions: comment.mentions } : kept
  })
  const { text, mentions } = draft
  const change = (next: CommentDraft): void => {
    setDraft(next)
    keepDraft(key, next)
  }
  const end = (): void => {
    keepDraft(key, emptyDraft)
    onDone()
  }
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const save = async (): Promise<void> => {
    const words = text.trim()
    if (isBusy) return
    if (words === '') {
      setError(t('missing'))
      return
    }
    setBusy(true)
    const spoken = mentions.filter(({ name }) => words.includes(`@${name}`)).map(({ id }) => id)
    const changes = { text: words, mentions: [...new Set(spoken)].slice(0, limits.mentions) }
    const done = await commentsApi.change(seat, comment.thread, comment.id, changes)
    setBusy(false)
    if (!done.ok) {
      setError(done.reason.code === 'offline' ? t('offline') : say(done.reason))
      return
    }
    commentsOf(editor).take(done.value)
    end()
  }
  const errorId = `edit-${comment.id}-error`
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        end()
      }}
    >
      <MentionField
        label={t('editLabel')}
        value={text}
        onChange={(next, person) =>
          change({ text: next, mentions: person === undefined ? mentions : [...mentions, person] })
        }
        onSend={() => void save()}
        invalid={error !== undefined}
        describedBy={error === undefined ? undefined : errorId}
        autoFocus
        onFocus={() => undefined}
      />
      {error === undefined ? null : (
        <p id={errorId} role="alert" className="text-second text-danger">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={end}>
          {t('cancel')}
        </Button>
        <Button size="small" type="submit" variant="primary" busy={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
