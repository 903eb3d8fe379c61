'use client'
import { useTranslations } from 'next-intl'
import { useEffect, type CSSProperties } from 'react'
import { Toaster as SonnerToaster, toast as show } from 'sonner'
import { usePhone } from '../hooks/useMedia'
import { useTheme } from '../hooks/useTheme'
import { standsBelow, takeToasts, type ToastOrder } from './toast'
import { isOnToast, useToastAside, useToastTop } from './toastRoom'

/** How long a message stands, milliseconds. */
const usual = 6_000

/** Where toasts appear: one per page. Six seconds, longer under the pointer; F8 brings the focus there. */
export function Toaster() {
  const t = useTranslations('common')
  const { dark } = useTheme()
  const phone = usePhone()
  // Below the head of the page, and of whatever sheet is as high as that.
  const top = `max(${useToastTop()}px, calc(60px + env(safe-area-inset-top)))`
  // Beside a dialog that is open.
  const { middle, width, bottom } = useToastAside()
  const aside: CSSProperties & { readonly '--width': string } = { left: middle, '--width': `${width}px` }
  // After the toaster below has begun to listen: effects of what is inside run first.
  useEffect(() => takeToasts(carryOut), [])
  useEffect(() => {
    document.addEventListener('mousedown', keepTyping, true)
    return () => document.removeEventListener('mousedown', keepTyping, true)
  }, [])
  return (
    <SonnerToaster
      theme={dark ? 'dark' : 'light'}
      // On a phone the bottom belongs to the thumb: bar, sheets, keyboard.
      position={phone ? 'top-center' : 'bottom-center'}
      duration={usual}
      // None stands over another: an offer that stays may be below a message that passes.
      expand
      visibleToasts={phone ? 2 : 3}
      hotkey={['F8']}
      containerAriaLabel={t('notifications')}
      offset={{ top, bottom }}
      {...(phone ? {} : { style: aside })}
      mobileOffset={{ top }}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        unstyled: true,
        classNames: {
          // Also over a dialog that keeps presses to itself, as sheets on phones do.
          toast:
            'pointer-events-auto flex w-full items-center gap-3 rounded-card border border-hairline bg-panel px-4 py-3 text-body text-ink shadow-float font-sans',
          content: 'min-w-0 flex-1',
          description: 'text-muted',
          icon: 'shrink-0',
          error: 'border-s-4 border-s-danger',
          actionButton:
            'shrink-0 rounded-button px-2 py-1 font-medium text-accent hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11',
          closeButton:
            // The toaster's own style sheet gives it a ground and a colour of its own.
            'order-last inline-flex size-7 shrink-0 items-center justify-center rounded-button border-0! bg-transparent! text-muted! hover:bg-hover! pointer-coarse:size-11',
          cancelButton: 'shrink-0 rounded-button px-2 py-1 text-muted hover:bg-hover',
        },
      }}
    />
  )
}

/**
 * A press on a message does not take the hands off a name that is being typed: who has it put back types on in it.
 * The field says that it is such a one.
 */
function keepTyping(event: MouseEvent): void {
  if (isOnToast(event.target) && document.activeElement?.hasAttribute('data-keeps-focus') === true)
    event.preventDefault()
}

/**
 * What messages that stand are called in the toaster. One that goes takes its time to, and would take along what is said
 * under its name meanwhile: so a name is given anew once its message has been told to go.
 */
const standing = new Map<string | number, string>()
let made = 0

function nameAnew(id: string | number): string {
  made += 1
  const name = `${id} ${made}`
  standing.set(id, name)
  return name
}

function carryOut(order: ToastOrder): void {
  if (order.kind === 'dismiss') {
    const gone = standing.get(order.id)
    standing.delete(order.id)
    if (gone !== undefined) show.dismiss(gone)
    return
  }
  const { kind, words, id, options } = order
  const { stays = false, description, duration, action, second } = options
  const say = kind === 'plain' ? show : show[kind]
  // With nothing to press on it a message is in nobody's way: a press there means what is below.
  const isRemark = kind !== 'error' && !stays && second === undefined && action === undefined
  const name = standing.get(id) ?? nameAnew(id)
  const forget = (): void => {
    if (standing.get(id) === name) standing.delete(id)
  }
  /** A press takes the message away. */
  const going = (one: typeof action): typeof action =>
    one && {
      label: one.label,
      onClick: () => {
        forget()
        one.onClick()
      },
    }
  // All of it is said each time: of what takes a toast's place the toaster keeps what it is not told anew.
  say(words, {
    id: name,
    onDismiss: forget,
    onAutoClose: forget,
    description,
    duration: stays ? Number.POSITIVE_INFINITY : (duration ?? usual),
    closeButton: stays,
    action: going(action),
    cancel: going(second),
    className: isRemark ? 'pointer-events-none!' : '',
    classNames: standsBelow(words, options) ? (second === undefined ? actionBelow : actionsBelow) : {},
  })
}

/** What there is to do, below the words. */
const actionsBelow = {
  toast: 'flex-wrap gap-y-1',
  content: 'basis-[calc(100%-3.5rem)]',
  closeButton: 'order-1! self-start',
  cancelButton: 'order-2 ms-auto pointer-coarse:min-h-11',
  actionButton: 'order-2 pointer-coarse:min-h-11',
}
/** The same where it is one thing: at the end of its line. */
const actionBelow = { ...actionsBelow, actionButton: `ms-auto ${actionsBelow.actionButton}` }
