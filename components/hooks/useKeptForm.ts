'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { toast } from '../ui/toast'
import { createFormDrafts, isChanged, resume, type FormDraft, type FormDrafts, type FormFields } from './formDrafts'
import { useSeat } from './useRounds'

const known = new Map<string, FormDrafts>()

const leftToast = 'form-left'

/** Forms of this map that this person typed in and did not keep. */
function useFormDrafts(): FormDrafts {
  const { mapId, participant = '' } = useSeat()
  const whose = `${mapId}.${participant}`
  const drafts = known.get(whose) ?? createFormDrafts(whose, () => localStorage)
  known.set(whose, drafts)
  return drafts
}

/** A form that loses nothing of what is typed into it until that is kept or thrown away. */
export interface KeptForm<Fields> {
  readonly fields: Fields
  /** What it would be opened with, had nothing been typed: a field that is the same has not been changed. */
  readonly opened: Fields
  readonly isChanged: boolean
  /** What was typed earlier stands in it. */
  readonly isResumed: boolean
  set(changes: Partial<Fields>): void
  /** What was typed goes; the form stays. */
  beginAnew(): void
  /** For Esc, a press beside it and whatever else closes it: what was typed stays, and this is said. */
  leave(): void
  /** For its “Cancel”: what was typed goes, with a way back. */
  cancel(): void
  /** It is on the map, or what it is of is deleted. */
  settle(): void
}

export interface KeptFormOptions<Fields> {
  /** Tells the forms of a map apart: what is written down, and of what. */
  readonly form: string
  /** What it is opened with. Names all its fields, with undefined for what is not said. */
  readonly fresh: () => Fields
  /** Of `Fields`: what an earlier release kept and this one cannot read is left out. */
  readonly schema: z.ZodMiniType
  /** Opens the form again, for the way back. */
  readonly reopen?: (() => void) | undefined
}

/**
 * What is typed into a form is kept on this device from the first key on, so that neither Esc nor a press beside the
 * form, its closing or a reload loses it. Opened again, the form has it.
 */
export function useKeptForm<Fields extends object>(options: KeptFormOptions<Fields>): KeptForm<Fields> {
  const { form, schema, reopen } = options
  const t = useTranslations('practices.draft')
  const drafts = useFormDrafts()
  const [start] = useState(() => {
    const fresh = options.fresh()
    return { fresh, earlier: readEarlier(fresh, drafts.get(form), schema) }
  })
  const [opened, setOpened] = useState(start.earlier?.opened ?? start.fresh)
  const [fields, setFields] = useState(start.earlier?.fields ?? start.fresh)
  const [isResumed, setResumed] = useState(start.earlier !== undefined)
  // What it says is in the form by now, which it would stand in the way of.
  useEffect(() => {
    if (start.earlier !== undefined) toast.dismiss(leftToast)
  }, [start])
  // Two fields may be changed before the page is drawn again.
  const latest = useRef(fields)
  const draft: FormDraft = { fields: fields as FormFields, opened: opened as FormFields }
  const hasChanges = isChanged(draft)
  const show = (now: Fields): void => {
    latest.current = now
    setFields(now)
  }
  return {
    ...{ fields, opened, isChanged: hasChanges, isResumed },
    set(changes) {
      const now = { ...latest.current, ...changes }
      show(now)
      drafts.put(form, { ...draft, fields: now })
    },
    beginAnew() {
      setResumed(false)
      setOpened(start.fresh)
      show(start.fresh)
      drafts.drop(form)
    },
    leave() {
      if (hasChanges) toast(t('left'), { id: leftToast })
    },
    cancel() {
      drafts.drop(form)
      if (!hasChanges) return
      const onClick = (): void => {
        drafts.put(form, draft)
        reopen?.()
      }
      toast(t('gone'), { action: { label: t('back'), onClick } })
    },
    settle: () => drafts.drop(form),
  }
}

/** What was typed earlier, if this release can read it and it is not on the map yet. */
function readEarlier<Fields extends object>(
  fresh: Fields,
  draft: FormDraft | undefined,
  schema: z.ZodMiniType,
): { readonly fields: Fields; readonly opened: Fields } | undefined {
  const earlier = draft && resume(fresh as FormFields, draft)
  if (earlier === undefined) return undefined
  const [fields, opened] = [schema.safeParse(earlier.fields), schema.safeParse(earlier.opened)]
  // As they are: what the schema leaves out, a field that says nothing, is named in a form.
  return fields.success && opened.success
    ? { fields: earlier.fields as Fields, opened: earlier.opened as Fields }
    : undefined
}
