import { limits } from '../../lib/base/limits'
import { fail, succeed, type Result } from '../../lib/base/result'
import { clip } from '../../lib/formats/report'
import { mediaType, readBytes } from './body'
import { refuse } from './errors'
import type { ImportFile } from './importer'

/** Files that may come in one request. */
const filesAtOnce = 8
/** Room for what a form wraps around its files. */
const formOverhead = 64 * 1024

/** The files of a request: its body, or those of a form; or why they cannot be had. */
export async function readFiles(request: Request, name = ''): Promise<Result<readonly ImportFile[], Response>> {
  const type = request.headers.get('content-type') ?? ''
  if (mediaType(type) === 'application/x-www-form-urlencoded') {
    return fail(refuse('wrong-type', { message: 'Send the file itself as the body, or a multipart form.' }))
  }
  if (mediaType(type) !== 'multipart/form-data') {
    const bytes = await readBytes(request, limits.importBytes)
    return bytes.ok ? succeed([{ name, bytes: bytes.value }]) : bytes
  }
  const bytes = await readBytes(request, limits.importBytes + formOverhead)
  if (!bytes.ok) return bytes
  const files: ImportFile[] = []
  try {
    const form = await new Response(bytes.value, { headers: { 'content-type': type } }).formData()
    for (const value of form.values()) {
      if (typeof value !== 'string') files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    }
  } catch {
    return fail(refuse('bad-request', { message: 'The form is broken: it could not be taken apart.' }))
  }
  if (files.length === 0) return fail(refuse('bad-request', { message: 'The form has no file in it.' }))
  if (files.length > filesAtOnce) {
    return fail(refuse('bad-request', { message: `The form has ${files.length} files; ${filesAtOnce} are the most.` }))
  }
  return succeed(files)
}

/** `C:\maps\Town buses.weft.json` → `Town buses`. */
export function titleFromName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/(\.weft)?\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/_+/g, ' ')
    .trim()
}

/** Words that say which table of a map a file holds, and not what the map is about. */
const tableWord =
  /(?:^|[\s_-]+)(?:actors|connections|edges|elements|factors|links|nodes|people|relations|relationships|stakeholders|ties|variables)$/i

/**
 * The title of a map made of files: of several tables, what is left of a name without the word for its table, else the
 * names one after the other; '' if none has one.
 */
export function titleFromNames(names: readonly string[]): string {
  const titles = names.map(titleFromName)
  const [only = ''] = titles
  if (titles.length < 2) return only
  const joined = clip([...new Set(titles.filter((title) => title !== ''))].join(', '), limits.title)
  return titles.map((title) => title.replace(tableWord, '').trim()).find((title) => title !== '') ?? joined
}
