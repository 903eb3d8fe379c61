/** Name of the cookie that tells one browser from another. Its value is a secret of that browser. */
export const deviceCookie = 'weft_device'

/** What a request or an upgrade brings to show who sends it. All of it unproven. */
export interface Credentials {
  /** `p`: the participant this tab says it is; counts only together with its device. */
  readonly participant: string | undefined
  readonly device: string | undefined
  /** Key from `Authorization: Bearer`. */
  readonly bearer: string | undefined
  /** Key from the `key` parameter, for clients that cannot set headers. */
  readonly keyParameter: string | undefined
}

export interface CredentialSource {
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  readonly parameters: URLSearchParams
  /** False for requests that another site's page made: their cookie is not their own will. */
  readonly sameSite: boolean
}

/** Collects credentials; a foreign page's cookie is left out, so that only a key can let it in. */
export function readCredentials({ cookie, authorization, parameters, sameSite }: CredentialSource): Credentials {
  return {
    participant: short(parameters.get('p')),
    device: sameSite ? short(readCookie(cookie, deviceCookie)) : undefined,
    bearer: short(authorization === undefined ? null : (/^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? null)),
    keyParameter: short(parameters.get('key')),
  }
}

/** One cookie's value from a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [found, ...value] = part.split('=')
    if (found?.trim() === name) return value.join('=').trim()
  }
  return null
}

/** The `Set-Cookie` that makes this browser known for 400 days, the longest browsers allow. */
export function writeDeviceCookie(device: string, secure: boolean): string {
  const parts = [`${deviceCookie}=${device}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${400 * 24 * 60 * 60}`]
  if (secure) parts.push('Secure')
  return parts.join('; ')
}

function short(text: string | null): string | undefined {
  return text !== null && text.length > 0 && text.length <= 200 ? text : undefined
}
