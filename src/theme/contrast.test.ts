import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Theme = Record<string, string>

const read = (file: string) => readFileSync(path.join(__dirname, file), 'utf8')
const scss = read('tokens.scss')
/** The colours one mixin sets, by name without `--c-`. */
const coloursOf = (mixin: string): Theme => {
  const body = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(scss)![1]!
  return Object.fromEntries(
    Array.from(body.matchAll(/--c-([\w-]+): (#[0-9a-f]{6})/g), ([, name, hex]) => [name!, hex!]),
  )
}
const THEMES = { light: coloursOf('light'), dark: { ...coloursOf('light'), ...coloursOf('dark') } }

/** WCAG 2.2: how light a colour is, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const PLAIN = ['bg', 'surface', 'sunken', 'pressed']
const KINDS = ['primary', 'accent', 'success', 'warning', 'danger', 'info']
const SOFT = KINDS.map(kind => `${kind}-soft`)
/** Which text stands on which surface. */
const TEXT: Record<string, string[]> = {
  text: [...PLAIN, ...SOFT],
  'text-2': [...PLAIN, ...SOFT],
  'text-3': [...PLAIN, ...SOFT],
  'primary-text': [...PLAIN, ...SOFT],
  ...Object.fromEntries(
    KINDS.slice(1).map(kind => [`${kind}-text`, ['bg', 'surface', 'sunken', `${kind}-soft`]] as const),
  ),
  'on-primary': ['primary', 'primary-press'],
  'on-primary-2': ['primary'],
  'on-accent': ['accent-fill', 'accent-press'],
  'on-danger': ['danger-fill'],
  ondeep: ['ondeep-surface'],
}
/** Borders of what one taps, marks, filled buttons: what they are seen against. */
const MARKS: Record<string, string[]> = {
  control: ['bg', 'surface'],
  mark: ['bg', 'surface'],
  'mark-plan': ['bg', 'surface'],
  'mark-rest': ['bg', 'surface'],
  primary: ['bg'],
  'accent-fill': ['bg'],
  'danger-text': ['bg', 'surface'],
}
/** Only beside something that says the same: a hairline, a bar's rest. */
const DECORATION = ['line', 'track']

const pairs = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([front, backs]) => backs.map(back => [front, back] as const))

describe.each(['light', 'dark'] as const)('colours, %s', name => {
  const theme: Theme = THEMES[name]
  test.each(pairs(TEXT))('%s can be read on %s', (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(pairs(MARKS))('%s is seen against %s', (front, back) => {
    expect(contrast(theme[front]!, theme[back]!)).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is the most there is', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
})

test('every colour of the theme is measured', () => {
  const measured = new Set([...pairs(TEXT), ...pairs(MARKS)].flat())
  const colours = Object.keys(THEMES.light)
  expect(colours.length).toBeGreaterThan(30)
  expect(colours.filter(colour => !measured.has(colour) && !DECORATION.includes(colour))).toEqual([])
})

test('what is drawn at night differs from the day wherever it stands on a surface of its own', () => {
  const same = Object.keys(THEMES.light).filter(colour => THEMES.light[colour] === THEMES.dark[colour])
  expect(same.sort()).toEqual(['on-danger', 'on-primary', 'ondeep', 'ondeep-surface'])
})

test('components take their colours from the theme, none of their own', () => {
  const components = path.join(__dirname, '../components')
  const files = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.scss'))
  expect(files.length).toBeGreaterThan(15)
  const own = files.filter(file => /:[^;]*#[0-9a-f]{3,8}\b/i.test(read(`../components/${file}`).replace(/%23/g, '')))
  expect(own).toEqual([])
})

test('the bars that WeChat and the browser draw repeat the theme’s colours', () => {
  const bars = JSON.parse(read('../theme.json')) as Record<'light' | 'dark', Theme>
  for (const name of ['light', 'dark'] as const) {
    const { bg, surface, tabText, tabTextOn } = bars[name]
    const theme: Theme = THEMES[name]
    expect({ bg, surface, tabText, tabTextOn }).toEqual({
      bg: theme.bg,
      surface: theme.surface,
      tabText: theme['text-3'],
      tabTextOn: theme['primary-text'],
    })
  }
  const known = new Set([...Object.values(THEMES.light), ...Object.values(THEMES.dark)])
  const used = Array.from(read('../cloud/host/browser.scss').matchAll(/#[0-9a-f]{6}\b/g), ([hex]) => hex)
  expect(used.filter(hex => !known.has(hex))).toEqual([])
})
