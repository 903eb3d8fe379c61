import { getTranslations } from 'next-intl/server'
import { StartPage } from '../components/home/StartPage'
import { drawArchetypePictures, drawTemplatePictures } from '../components/home/templatePictures'

/** The start page. The pictures of the templates are drawn when the page is built. */
export default async function Page() {
  const t = await getTranslations('templates')
  const say = (key: string): string => t(key)
  return <StartPage pictures={drawTemplatePictures(say)} archetypes={drawArchetypePictures(say)} />
}
