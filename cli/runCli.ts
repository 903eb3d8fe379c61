import { parseArgs } from 'node:util'
import packageInfo from '../package.json'
import { writableFormats, writeMapFile, type WritableFormat } from '../lib/formats/writeMapFile'
import { arrangeImported } from '../lib/layout/arrangeImported'
import { analyse } from './analyse'
import { compare } from './compare'
import { readInputs, writeResult } from './files'
import { help } from './help'
import { migrateStore } from './migrateStore'
import { chooseNumber, chooseOne, options, refuseForeignOptions, type Values } from './options'
import { drawPicture, pictureFormats, plainLook, type Look, type PictureFormat } from './picture'
import { describeLosses, describeReport } from './report'
import { simulate } from './simulate'
import { UsageError, type Terminal } from './terminal'

/**
 * Runs the command line with these arguments and returns the exit code: 0, or 2 after one sentence that
 * says what to put right. Throws only for faults of Weft itself.
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await runCommand(args, terminal)
    return 0
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    terminal.say(cause.message)
    return 2
  }
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args)
  const [command, ...names] = positionals
  if (values.version === true) return terminal.writeOutput(`${packageInfo.version}\n`)
  if (values.help === true || command === 'help') return terminal.writeOutput(help)
  if (command === undefined)
    throw new UsageError(
      `Say what to do: weft convert, weft render, weft analyse, weft compare, weft simulate or weft migrate-store.\n\n${help}`,
    )
  if (command === 'convert') return convert(names, values, terminal)
  if (command === 'render') return render(names, values, terminal)
  if (command === 'analyse') return analyse(names, values, terminal)
  if (command === 'compare') return compare(names, values, terminal)
  if (command === 'simulate') return simulate(names, values, terminal)
  if (command === 'migrate-store') return migrateStore(names, values, process.env, terminal)
  throw new UsageError(
    `There is no command “${command}”. Known: convert, render, analyse, compare, simulate, migrate-store. See weft --help.`,
  )
}

function parse(args: readonly string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''}. See weft --help.`)
  }
}

async function convert(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'convert')
  const { inputs, output } = splitNames(names, 'convert')
  const { map, report } = await readInputs(inputs, values, terminal)
  const to = chooseFormat(values, output, [...writableFormats, ...pictureFormats])
  const placed = arrangeImported(map, report.format)
  const isPicture = (format: WritableFormat | PictureFormat): format is PictureFormat =>
    format === 'svg' || format === 'png'
  if (isPicture(to)) {
    await writeResult(output, await drawPicture(placed, to, plainLook, Date.now()), terminal)
    return terminal.say(describeReport(report))
  }
  const { text, notCarried } = writeMapFile(placed, to)
  await writeResult(output, text, terminal)
  terminal.say(describeReport(report))
  if (notCarried.length > 0) terminal.say(['Not written:', ...describeLosses(notCarried)].join('\n'))
}

async function render(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'render')
  const { inputs, output } = splitNames(names, 'render')
  const to = chooseFormat(values, output, pictureFormats)
  const look: Look = {
    scale: chooseNumber(values, 'scale', { lowest: 0.1, highest: 8 }) ?? plainLook.scale,
    background: chooseOne(values, 'background', ['white', 'canvas', 'transparent']) ?? plainLook.background,
    theme: chooseOne(values, 'theme', ['light', 'dark']) ?? plainLook.theme,
    ...(typeof values.frame === 'string' ? { frame: values.frame } : {}),
    ...(typeof values.view === 'string' ? { view: values.view } : {}),
    personal: values.personal === true,
  }
  const { map, report } = await readInputs(inputs, values, terminal)
  await writeResult(output, await drawPicture(arrangeImported(map, report.format), to, look, Date.now()), terminal)
  terminal.say(describeReport(report))
}

function splitNames(
  names: readonly string[],
  command: string,
): { readonly inputs: readonly string[]; readonly output: string } {
  const output = names.at(-1)
  if (output === undefined || names.length < 2) {
    throw new UsageError(`weft ${command} needs a file to read and a file to write: weft ${command} <in> <out>.`)
  }
  return { inputs: names.slice(0, -1), output }
}

/** `.kumu.json` is Kumu, any other `.json` Weft, whatever else the name says. */
function chooseFormat<Format extends string>(values: Values, output: string, formats: readonly Format[]): Format {
  const said = chooseOne(values, 'to', formats)
  if (said !== undefined) return said
  const extension = /\.([a-z0-9]+)$/i.exec(output)?.[1]?.toLowerCase() ?? ''
  const wanted = extension === 'json' ? (/\.kumu\.json$/i.test(output) ? 'kumu' : 'weft') : extension
  const found = formats.find((format) => format === wanted)
  if (found === undefined) {
    const reason =
      extension === '' ? `${output} has no ending that tells the format` : `Weft does not write .${extension} here`
    throw new UsageError(`${reason}. Say --to with one of ${formats.join(', ')}.`)
  }
  return found
}
