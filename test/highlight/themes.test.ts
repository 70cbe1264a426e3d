import { expect, test } from 'vitest'
import { THEME_NAMES, themeCss } from '../../src/highlight/themes.ts'

test('a theme colours what stands in a highlighted block', () => {
  const lines = themeCss('light')!.split('\n')
  expect(lines[0]).toBe('.highlight { color: #24292f; background-color: #f8f8f6; }')
  expect(lines).toContain('.highlight .hll { background-color: #fdf3c7; }')
  expect(lines).toContain('.highlight .gi { color: #1e6e35; }')
})

test('auto is light, and dark for readers who ask for dark', () => {
  const dark = themeCss('dark')!.replace(/^(?=.)/gm, '  ')
  const both = `${themeCss('light')}\n@media (prefers-color-scheme: dark) {\n${dark}}\n`
  expect(themeCss('auto')).toBe(both)
})

test('a theme that does not exist has no style sheet', () => {
  expect(themeCss('neon')).toBeUndefined()
  expect(THEME_NAMES).toEqual(['light', 'dark', 'auto'])
})

test.each(['light', 'dark'])('the colours of %s can be read on their background', (name) => {
  const css = themeCss(name)!
  const background = /background-color: (#\w{6})/.exec(css)![1]!
  const marked = /\.hll \{ background-color: (#\w{6})/.exec(css)![1]!
  const colours = [...css.matchAll(/[^-]color: (#\w{6})/g)].map(([, colour]) => colour!)
  const faint = colours.filter(
    (colour) => contrast(colour, background) < 4.5 || contrast(colour, marked) < 4.5,
  )
  expect(colours.length).toBeGreaterThan(16)
  expect(faint).toEqual([])
})

/** As the Web Content Accessibility Guidelines define it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
