import { expect, test } from 'vitest'
import { readGemWish, readPluginGroup } from '../../src/config/gemfile.ts'
import { parseGemspec } from '../../src/themes/gemspec.ts'
import { makeSite } from '../support/site.ts'

test('a gemspec as RubyGems installs it', () => {
  const ruby = `Gem::Specification.new do |s|
  s.name = "tea".freeze
  s.version = "1.2.0"
  s.metadata = { "plugin_type" => "theme" } if s.respond_to? :metadata=
  s.authors = ["Ida".freeze, 'Ulf']
  s.summary = "A warm theme".freeze
  if s.respond_to? :add_runtime_dependency then
    s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_development_dependency(%q<bundler>.freeze, [">= 1.15"])
  else
    s.add_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_dependency(%q<bundler>.freeze, [">= 1.15"])
  end
end
`
  expect(parseGemspec(ruby, 'tea.gemspec')).toEqual({
    name: 'tea',
    version: '1.2.0',
    authors: ['Ida', 'Ulf'],
    description: 'A warm theme',
    metadata: new Map([['plugin_type', 'theme']]),
    dependencies: [{ name: 'jekyll', requirements: ['>= 3.5', '< 5.0'] }],
  })
})

test('a gemspec as its author writes it, with a version that is computed', () => {
  const ruby = `Gem::Specification.new do |spec|
  spec.name          = 'tea'
  spec.version       = Tea::VERSION
  spec.author        = "Ida O'Neill"
  spec.description   = "Say \\"tea\\"."
  spec.summary       = 'short'
  spec.add_dependency 'jekyll-seo-tag', '~> 2.1'
end
`
  expect(parseGemspec(ruby, 'tea.gemspec')).toEqual({
    name: 'tea',
    version: '',
    authors: ["Ida O'Neill"],
    description: 'Say "tea".',
    metadata: new Map(),
    dependencies: [{ name: 'jekyll-seo-tag', requirements: ['~> 2.1'] }],
  })
})

test('what a Gemfile says of a gem, and the lock over it', async () => {
  const gemfile = `source "https://rubygems.org"
# gem "tea", "~> 9"
gem "tea", "~> 1.2", ">= 1.2.3"
gem 'cup', path: '../cup'
group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12"
end
gem "jekyll-gist", group: :jekyll_plugins
group :development do
  gem 'rake'
end
`
  const site = await makeSite({ Gemfile: gemfile })
  expect(readGemWish(site, 'tea').requirements).toEqual(['~> 1.2', '>= 1.2.3'])
  expect(readGemWish(site, 'cup').path).toBe('../cup')
  expect(readGemWish(site, 'pot').requirements).toEqual([])
  expect(readPluginGroup(site)).toEqual(['jekyll-feed', 'jekyll-gist'])

  const locked = await makeSite({
    Gemfile: gemfile,
    'Gemfile.lock': 'GEM\n  specs:\n    tea (1.2.4)\n      jekyll (>= 3.5)\n    jekyll (4.3.1)\n',
  })
  expect(readGemWish(locked, 'tea').requirements).toEqual(['= 1.2.4'])
})
