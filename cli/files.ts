import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '../lib/base/limits'
import { readableFormats } from '../lib/formats/detect'
import { describeProblem } from '../lib/formats/problem'
import { readMapFile, readMapFiles } from '../lib/formats/readMapFile'
import { elementReadings, tieReadings } from '../lib/formats/readAs'
import type { ImportedMap } from '../lib/formats/report'
import { chooseOne, type Values } from './options'
import { UsageError, type Terminal } from './terminal'

/** Stands for standard input and output in place of a file's name. */
const pipe = '-'

/**
 * Reads one map from a file, or from several tables, or from standard input for `-`, as `--from`, `--as` and `--ties` say.
 * @throws UsageError with the sentence to show
 */
export async function readInputs(names: readonly string[], values: Values, terminal: Terminal): Promise<ImportedMap> {
  const format = chooseOne(values, 'from', readableFormats)
  const as = chooseOne(values, 'as', elementReadings)
  const ties = chooseOne(values, 'ties', tieReadings)
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const name of names)
    files.push({ name: name === pipe ? '' : path.basename(name), bytes: await readOne(name, terminal) })
  const [only] = files
  const read =
    files.length === 1 && only !== undefined
      ? readMapFile(only.bytes, { fileName: only.name, as, ties, ...(format === undefined ? {} : { format }) })
      : readMapFiles(files, { as, ties })
  if (read.ok) return read.value
  throw new UsageError(`${names.map(nameInput).join(' and ')}: ${describeProblem(read.reason)}`)
}

async function readOne(name: string, terminal: Terminal): Promise<Uint8Array> {
  if (name === pipe) return terminal.readInput()
  try {
    const { size } = await stat(name)
    if (size > limits.importBytes) throw new UsageError(`${name}: ${describeProblem({ code: 'too-large' })}`)
    return await readFile(name)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`${name} cannot be read: ${explain(cause)}`)
  }
}

/**
 * Writes a file, or to standard output for `-`.
 * @throws UsageError with the sentence to show
 */
export async function writeResult(name: string, content: Uint8Array | string, terminal: Terminal): Promise<void> {
  if (name === pipe) return terminal.writeOutput(content)
  try {
    await writeFile(name, content)
  } catch (cause) {
    throw new UsageError(`${name} cannot be written: ${explain(cause)}`)
  }
}

function nameInput(name: string): string {
  return name === pipe ? 'Standard input' : name
}

const explanations: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder.',
  EACCES: 'this user has no permission.',
  EPERM: 'this user has no permission.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'a part of its path is not a folder.',
  ENOSPC: 'the disk is full.',
  EROFS: 'the disk is read-only.',
  ENAMETOOLONG: 'its name is too long.',
}

function explain(cause: unknown): string {
  const { code, message } = cause as { readonly code?: string; readonly message?: string }
  return explanations[code ?? ''] ?? `${message ?? String(cause)}.`
}
