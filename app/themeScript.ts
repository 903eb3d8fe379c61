import { themeKey } from '../components/hooks/theme'

/** Sets the chosen theme before the first paint, so that nobody is flashed by the other one. */
export const themeScript = `try{var m=document.cookie.match(/(?:^|; )${themeKey}=(light|dark)/),t=m?m[1]:localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
