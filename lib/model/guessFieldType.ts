import { compareNames } from '../base/textOrder'
import { readAmount } from './amount'
import { customFieldLimits, type CustomFieldType } from './customField'
import { customText, toCustomValue } from './customValue'
import { isPersonalName } from './personalName'

const guessed = ['number', 'date', 'url'] as const satisfies readonly CustomFieldType[]

/**
 * What a field holds that says all these texts: a number, date or address where all of them are and a number would be
 * written just so, a choice where few words are said by many, else text. Cost: linear.
 */
export function guessFieldType(texts: readonly string[]): CustomFieldType {
  // An address that lacks its beginning could be any two words with a point between.
  const fits = (type: (typeof guessed)[number]): boolean =>
    texts.every((text) => {
      const value = toCustomValue({ type }, text)
      // Nobody asked for it: zeros in front, signs and spaces between are what somebody wrote.
      if (type === 'number') return value !== undefined && customText(value) === text
      return value !== undefined && (type !== 'url' || /^(https?|mailto):/i.test(text))
    })
  return guessed.find(fits) ?? (isChoice(texts) ? 'choice' : 'text')
}

/**
 * The same of a column that somebody pastes, and can say otherwise of: numbers may have their marks between, but nothing
 * that is written like a phone number, or whose name says that it is personal, is taken for a number.
 */
export function guessSheetType(name: string, texts: readonly string[]): CustomFieldType {
  const isAmount = (text: string): boolean =>
    /^[-−]?(?!0\d)[\d.,]+\s?%?$/.test(text) && readAmount(text, 'thousands') !== undefined
  if (!isPersonalName(name, false) && texts.every(isAmount)) return 'number'
  const isDate = (text: string): boolean =>
    (['day-first', 'month-first'] as const).some((order) => toCustomValue({ type: 'date' }, text, order) !== undefined)
  if (texts.every(isDate)) return 'date'
  const type = guessFieldType(texts)
  return type === 'number' ? 'text' : type
}

/** The words to choose from of a field that says these texts, as many as a choice can have. Cost: n log n. */
export function choiceWords(texts: readonly string[]): readonly string[] {
  return wordsOf(texts)
    .filter((word) => word.length <= customFieldLimits.choice)
    .slice(0, customFieldLimits.choices)
}

/** More different words than this are no choice. */
const mostChoices = 12

/** True for few words that many say, of which each can be one to choose. */
function isChoice(texts: readonly string[]): boolean {
  const words = wordsOf(texts)
  const isShort = words.every((word) => word.length <= customFieldLimits.choice && !word.includes('\n'))
  return isShort && words.length > 1 && words.length <= mostChoices && words.length * 2 <= texts.length
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareNames)
}
