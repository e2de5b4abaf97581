// A browser has no theme.json: there the tab bar takes the light values here and its dark ones from the host's stylesheet.
const h5 = process.env.TARO_ENV === 'h5'
const themed = (name: string, light: string): string => (h5 ? light : `@${name}`)

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: themed(`${icon}Icon`, `theme/tab/${icon}.png`),
  selectedIconPath: themed(`${icon}IconOn`, `theme/tab/${icon}-on.png`),
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/me/index',
    'pages/privacy/index',
    'pages/check/index',
    'pages/register/index',
    'pages/receipt/index',
  ],
  // What one does with an entry that stands: needed seldom, and fetched while one looks at it.
  subPackages: [
    {
      root: 'packages/entry',
      pages: ['history/index', 'correct/index', 'district/index', 'withdraw/index', 'identity/index'],
    },
    // what one reads before filing
    { root: 'packages/guide', pages: ['kinds/index'] },
    // what one may get, and how to go about it; the rules, their texts and what works them out lie here alone
    {
      root: 'packages/calculator',
      pages: [
        'index/index',
        'result/index',
        'answers/index',
        'recap/index',
        'employer/index',
        'policies/index',
        'policy/index',
        'checklist/index',
      ],
    },
    { root: 'packages/privacy', pages: ['mine/index', 'stored/index', 'copy/index', 'erase/index'] },
    // every component in every state, for whoever works on them
    ...(h5 ? [{ root: 'packages/gallery', pages: ['index'] }] : []),
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/guide', 'packages/calculator'] },
    'pages/me/index': { network: 'all', packages: ['packages/entry', 'packages/privacy'] },
  },
  window: {
    navigationBarTitleText: '启航',
    navigationBarBackgroundColor: themed('bg', '#f2f5f4'),
    navigationBarTextStyle: themed('textStyle', 'black') as 'black',
    backgroundColor: themed('bg', '#f2f5f4'),
    backgroundTextStyle: themed('loading', 'dark') as 'dark',
  },
  tabBar: {
    color: themed('tabText', '#586663'),
    selectedColor: themed('tabTextOn', '#0b5f61'),
    backgroundColor: themed('surface', '#ffffff'),
    borderStyle: themed('border', 'white') as 'white',
    list: [tab('pages/home/index', '首页', 'home'), tab('pages/me/index', '我的', 'me')],
  },
  // In WeChat the host moves the pages; a browser shows them at once, so that no two are there at a time.
  ...(h5 ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  __usePrivacyCheck__: true,
  // @ts-expect-error WeChat reads it, Taro's types don't list it.
  cloud: true,
})
