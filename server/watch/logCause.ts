/** What of a fault stands in the log. */
export interface LoggedCause {
  readonly type: string
  readonly message: string
  readonly code?: string
  /** Where it was thrown, without the message that usually heads it. */
  readonly stack?: string
  readonly cause?: LoggedCause | string
}

/** Faults of faults that are followed; deeper ones would be a ring. */
const deepest = 4

/**
 * A fault as it may stand in a log: what kind, where, and its words where they are the program's own. Drivers hang
 * more on their errors (the row that was refused, the command with its bytes), and some quote in their message what
 * could not be read: none of that is written, since it may be what somebody drew, wrote or is called.
 */
export function logCause(cause: unknown, depth = 0): LoggedCause | string {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : typeof cause
  const { code } = cause as { readonly code?: unknown }
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  return {
    type: cause.name,
    message: sayMessage(cause, code),
    ...(typeof code === 'string' ? { code } : {}),
    ...(frames.length === 0 ? {} : { stack: frames.join('\n') }),
    ...(cause.cause === undefined || depth >= deepest ? {} : { cause: logCause(cause.cause, depth + 1) }),
  }
}

/** SQLSTATE of values that do not fit their type: the message quotes the value. */
const isAboutValue = (code: unknown): boolean => typeof code === 'string' && /^22[0-9A-Z]{3}$/u.test(code)

function sayMessage(cause: Error, code: unknown): string {
  // Of text that is no JSON the engine quotes the beginning.
  if (cause instanceof SyntaxError) return 'a text could not be read'
  if (isAboutValue(code)) return 'the database refused a value'
  // Redis quotes what came with a command that it does not know.
  return cause.message.replace(/, with args beginning with:.*/su, '')
}
