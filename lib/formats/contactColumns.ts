import { wordsOfName } from '../model/personalName'

/** Words for ways to reach somebody. */
const ways = new Set(
  'contact contacts kontakt contacto contatto email emails mail mails phone phones telephone telefon telefono telefone tel mobile cell cellphone handy fax whatsapp'.split(
    ' ',
  ),
)
/** Words that say which of several, and nothing else. */
const besides = new Set(
  'work office business home private main primary other first second direct address addresses number numbers no nr details info information line 1 2 3'.split(
    ' ',
  ),
)

/**
 * Whether the name of a column says that it holds ways to reach somebody (`E-mail`, `Phone no`, `WorkEmail`, `Contact
 * details`): every word of it does or says which, in any case, with and without accents. `Email sent`, `Last contact`
 * and `Postal address` do not.
 */
export function isContactColumn(name: string): boolean {
  const words = wordsOfName(name)
    .replaceAll(/\be mail/g, 'email')
    .split(' ')
  return words.some((word) => ways.has(word)) && words.every((word) => ways.has(word) || besides.has(word))
}
