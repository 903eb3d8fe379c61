import { getRequestConfig } from 'next-intl/server'
import { defaultLocale, loadMessages } from '../../messages'

/** Locale and texts of a request. English now; others follow by adding a folder under messages/. */
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages: await loadMessages(defaultLocale),
  timeZone: 'UTC',
}))
