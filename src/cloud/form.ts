import Taro from '@tarojs/taro'
import type { Kind } from '../domain/registration'
import { letBackGo } from './host/back'

const FORM = 'pages/register/index'

/** The kind that a page above the form has led to, until the form takes it over. */
let led: Kind | undefined

/** How many pages lie above the form; undefined where there is none. */
function pagesAboveForm(): number | undefined {
  const routes = Taro.getCurrentPages().map(({ route = '' }) => route.replace(/^\//, '').split('?')[0])
  const at = routes.lastIndexOf(FORM)
  return at < 0 ? undefined : routes.length - 1 - at
}

/** To the form, with the kind it is for: back to the one that lies below, else one in this page's place. There is never a second. */
export async function toForm(kind?: Kind): Promise<void> {
  await letBackGo()
  const delta = pagesAboveForm()
  if (delta === undefined) return void Taro.redirectTo({ url: `/${FORM}${kind ? `?kind=${kind}` : ''}` })
  led = kind
  void Taro.navigateBack({ delta })
}

/** The kind one came back to the form with; told once. */
export function takeLed(): Kind | undefined {
  const kind = led
  led = undefined
  return kind
}
