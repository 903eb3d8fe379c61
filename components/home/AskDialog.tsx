'use client'
import { useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { TextInput, type TextInputProps } from '../ui/TextInput'

export interface AskDialogProps {
  readonly title: string
  readonly why: string
  readonly label: string
  readonly submit: string
  /** Said when nothing is typed. */
  readonly missing: string
  /** Why the last answer did not do. */
  readonly error?: string | undefined
  readonly input?: Pick<TextInputProps, 'name' | 'autoComplete' | 'maxLength' | 'type'>
  readonly onAnswer: (answer: string) => void
  readonly onCancel: () => void
}

/** Asks for one thing that is needed before going on. */
export function AskDialog({ title, why, label, submit, missing, error, input, onAnswer, onCancel }: AskDialogProps) {
  const [answer, setAnswer] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  return (
    <Dialog
      open
      size="small"
      title={title}
      description={why}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setIsMissing(answer.trim() === '')
          if (answer.trim() !== '') onAnswer(answer.trim())
        }}
      >
        <Field label={label} error={isMissing ? missing : error}>
          {(control) => (
            <TextInput
              {...control}
              {...input}
              tall
              // The dialog opened because someone asked for what needs this answer.
              autoFocus
              value={answer}
              onChange={(event) => {
                setAnswer(event.target.value)
                setIsMissing(false)
              }}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" wide>
          {submit}
        </Button>
      </form>
    </Dialog>
  )
}
