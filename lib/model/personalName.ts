/** Words for where somebody stands and for ways to reach them: personal of whomever it is said. */
const ofAnybody = new Set(
  'stance stances attitude contact contacts kontakt contacto contatto email emails mail mails phone phones telephone telefon telefono telefone tel mobile cellphone fax whatsapp address addresses adresse direccion indirizzo'.split(
    ' ',
  ),
)
/** Words for what somebody can do: of anything but people they are quantities. */
const ofStakeholders = new Set('power interest influence legitimacy urgency'.split(' '))
/** Names of several words that say the same. */
const phrases = /\b(?:position on issue|e mail|level of support)\b/
/** Addresses that are no way to a person. */
const openAddress = /\b(?:web|site|page|internet|ip) address\b/

/**
 * Whether a name that an import kept a value under (`Power (1–5)`, `E-Mail`, `Phone no`, `contactPerson`) says that the
 * value is personal: whether one of its words does, in any case, with and without accents.
 * @param isStakeholder the value is said of a stakeholder: power and influence are personal then
 */
export function isPersonalName(name: string, isStakeholder: boolean): boolean {
  const said = wordsOfName(name)
  if (phrases.test(said)) return true
  const words = said.replace(openAddress, '').split(' ')
  return words.some((word) => ofAnybody.has(word) || (isStakeholder && ofStakeholders.has(word)))
}

/** `WorkE-Mail` → `work e mail`. */
export function wordsOfName(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
