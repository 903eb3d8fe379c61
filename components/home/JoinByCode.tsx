'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../lib/base/limits'
import type { JoinRequest } from '../../lib/protocol/api'
import { noteArrival } from '../hooks/arrival'
import { api, type ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { PasscodeField } from '../join/PasscodeField'
import { recallName, rememberName, rememberSeat } from '../join/seat'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import { CodeInput } from './CodeInput'
import { isWholeCode, readAddress, type RoomAddress } from './roomAddress'

interface Fault {
  readonly field: 'code' | 'name'
  readonly text: string
}

export interface JoinByCodeProps {
  readonly initialCode?: string
  /** The page is for this alone: what is to be typed first has the focus. */
  readonly alone?: boolean
}

/** Into a map by the code on the facilitator's screen, or by a pasted link, then with a first name. */
export function JoinByCode({ initialCode = '', alone = false }: JoinByCodeProps) {
  const t = useTranslations('home.join')
  const say = useApiProblem()
  const router = useRouter()
  const [code, setCode] = useState(initialCode)
  const [link, setLink] = useState<Extract<RoomAddress, { kind: 'link' }>>()
  const [name, setName] = useState('')
  const [passcode, setPasscode] = useState('')
  const [passcodeProblem, setPasscodeProblem] = useState<ApiProblem>()
  const [asksPasscode, setAsksPasscode] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const codeInput = useRef<HTMLInputElement>(null)
  const nameInput = useRef<HTMLInputElement>(null)

  // The name is on this device, so only the browser can fill it in.
  useEffect(() => setName(recallName()), [])
  useEffect(() => {
    if (alone) (isWholeCode(initialCode) ? nameInput : codeInput).current?.focus()
  }, [alone, initialCode])

  const refuse = (field: Fault['field'], text: string): void => {
    setFault({ field, text })
    ;(field === 'code' ? codeInput : nameInput).current?.focus()
  }

  const paste = (text: string): boolean => {
    const address = readAddress(text, location.origin)
    if (address === undefined) return false
    setFault(undefined)
    if (address.kind === 'code') setCode(address.code)
    else if (address.kind === 'link') setLink(address)
    else refuse('code', t('elsewhere', { host: new URL(address.url).host }))
    if (address.kind !== 'elsewhere') nameInput.current?.focus()
    return true
  }

  const join = async (): Promise<void> => {
    if (link === undefined && !isWholeCode(code)) return refuse('code', t('code-missing'))
    if (name.trim() === '') return refuse('name', t('name-missing'))
    setFault(undefined)
    setBusy(true)
    const request: JoinRequest = {
      name: name.trim(),
      ...(link === undefined ? { code } : { key: link.key }),
      ...(asksPasscode ? { passcode } : {}),
    }
    const found = link === undefined ? await api.findCode(code) : undefined
    const mapId = link?.mapId ?? (found?.ok === true ? found.value.map.id : '')
    const answer = found?.ok === false ? found : await api.join(mapId, request)
    if (answer.ok) {
      rememberName(request.name)
      rememberSeat(mapId, answer.value)
      noteArrival()
      router.push(`/m/${mapId}`)
    } else if (answer.reason.code.includes('passcode')) {
      setBusy(false)
      setAsksPasscode(true)
      setPasscodeProblem(answer.reason)
    } else {
      setBusy(false)
      refuse(answer.reason.code === 'name-empty' ? 'name' : 'code', say(answer.reason))
    }
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      {link === undefined ? (
        <Field label={t('code')} error={fault?.field === 'code' ? fault.text : undefined}>
          {(control) => (
            <CodeInput
              {...control}
              ref={codeInput}
              value={code}
              onChange={(typed) => {
                setCode(typed)
                setFault(undefined)
              }}
              onPaste={paste}
            />
          )}
        </Field>
      ) : (
        <Field label={t('link')} error={fault?.field === 'code' ? fault.text : undefined}>
          {(control) => (
            <TextInput
              {...control}
              ref={codeInput}
              tall
              dir="ltr"
              value={`${location.host}/m/${link.mapId}`}
              onChange={(event) => {
                // Whoever edits the link means another one: back to the boxes.
                setLink(undefined)
                setCode('')
                paste(event.target.value)
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('name')} error={fault?.field === 'name' ? fault.text : undefined}>
        {(control) => (
          <TextInput
            {...control}
            ref={nameInput}
            tall
            name="first-name"
            autoComplete="given-name"
            maxLength={limits.name}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setFault(undefined)
            }}
          />
        )}
      </Field>
      {asksPasscode ? <PasscodeField value={passcode} problem={passcodeProblem} onChange={setPasscode} /> : null}
      <Button type="submit" size="large" wide busy={busy}>
        {t('submit')}
      </Button>
    </form>
  )
}
