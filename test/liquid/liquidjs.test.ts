import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import { expect, test } from 'vitest'
import { render } from './render.ts'

class Frame extends Tag {
  readonly #body: Template[] = []

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid)
    const stream = liquid.parser.parseStream(rest)
    stream
      .on('tag:endframe', () => stream.stop())
      .on('template', (template: Template) => this.#body.push(template))
      .on('end', () => {
        throw new Error('frame not closed')
      })
      .start()
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    emitter.write('[')
    yield this.liquid.renderer.renderTemplates(this.#body, context, emitter)
    emitter.write(']')
  }
}

function register(engine: Liquid): void {
  engine.registerTag('frame', Frame)
  engine.registerTag('shout', {
    parse(token: TagToken) {
      this.args = token.args
    },
    *render(context: Context): Generator<unknown, string, string> {
      return (yield this.liquid._evalValue(this.args, context)).toUpperCase()
    },
  })
  engine.registerFilter('double', (value: number) => value * 2)
  engine.registerFilter('title_of', (hash: { title: string }) => String(hash.title))
}

test.each([
  ['{{ 4 | double | plus: 1 }}', '9'],
  ['{% shout page.title | append: "!" %}', 'TITLE!'],
  ['{% assign x = 1 %}{% frame %}{{ x | plus: 1 }} {% if x %}y{% endif %}{% endframe %}', '[2 y]'],
  ['{% for i in (1..2) %}{% frame %}{{ i }}{% endframe %}{% endfor %}', '[1][2]'],
  ['{{ page | title_of }} {{ 3 | sum }}', 'Title 3'],
])('written for liquidjs: %s', async (template, output) => {
  expect(await render(template, { register, page: 'title: Title' })).toBe(output)
})
