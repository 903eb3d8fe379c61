import { UsageError } from './terminal'

/** Every option of every command, for `parseArgs`. */
export const options = {
  from: { type: 'string' },
  as: { type: 'string' },
  ties: { type: 'string' },
  to: { type: 'string' },
  scale: { type: 'string' },
  background: { type: 'string' },
  theme: { type: 'string' },
  frame: { type: 'string' },
  view: { type: 'string' },
  personal: { type: 'boolean' },
  clamp: { type: 'string', multiple: true },
  rule: { type: 'string' },
  transfer: { type: 'string' },
  lambda: { type: 'string' },
  strength: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/** What was said, unchecked. */
export type Values = { readonly [Name in keyof typeof options]?: string | boolean | string[] }
type OptionName = keyof Values

const owners: Readonly<Record<string, readonly OptionName[]>> = {
  analyse: ['from', 'as', 'ties', 'json'],
  compare: ['from', 'as', 'ties', 'json'],
  convert: ['from', 'as', 'ties', 'to'],
  'migrate-store': [],
  render: ['from', 'as', 'ties', 'to', 'scale', 'background', 'theme', 'frame', 'view', 'personal'],
  simulate: ['from', 'as', 'ties', 'clamp', 'rule', 'transfer', 'lambda', 'strength', 'json'],
}

/** @throws UsageError if an option was given that this command does not take */
export function refuseForeignOptions(values: Values, command: string): void {
  const given = (Object.keys(values) as OptionName[]).find((name) => owners[command]?.includes(name) !== true)
  if (given === undefined) return
  const owner = Object.keys(owners).find((name) => owners[name]?.includes(given) === true)
  throw new UsageError(`weft ${command} takes no --${given}; weft ${owner} does.`)
}

/** @throws UsageError if what was said is none of the choices */
export function chooseOne<Choice extends string>(
  values: Values,
  name: OptionName,
  choices: readonly Choice[],
): Choice | undefined {
  const said = values[name]
  if (said === undefined || (name === 'from' && said === 'auto')) return undefined
  const found = choices.find((choice) => choice === said)
  if (found === undefined)
    throw new UsageError(`--${name} ${String(said)} is not known. Choose one of ${choices.join(', ')}.`)
  return found
}

/** @throws UsageError if what was said is no number from `lowest` to `highest` */
export function chooseNumber(
  values: Values,
  name: OptionName,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): number | undefined {
  const said = values[name]
  if (said === undefined) return undefined
  const number = readNumber(String(said))
  if (number !== undefined && number >= lowest && number <= highest) return number
  throw new UsageError(`--${name} ${String(said)} does not work. Give a number from ${lowest} to ${highest}.`)
}

/** A finite number, or undefined; nothing is not 0. */
export function readNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}
