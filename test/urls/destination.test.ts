import { expect, test } from 'vitest'
import {
  documentDestination,
  pageDestination,
  staticDestination,
} from '../../src/urls/destination.ts'

test.each([
  ['/', '.html', 'index.html'],
  ['/about/', '.html', 'about/index.html'],
  ['/about', '.html', 'about.html'],
  ['/about.html', '.html', 'about.html'],
  ['/feed/', '.xml', 'feed/index.xml'],
  ['/a%20b.html', '.html', 'a b.html'],
  ['/%C3%A9/', '.html', 'é/index.html'],
])('a page at %s is written where it is found', (url, extension, destination) => {
  expect(pageDestination(url, extension)).toBe(destination)
})

test.each([
  ['/feed/', '.xml', 'feed/index.html'],
  ['/post', '.html', 'post.html'],
  ['/post.php', '.php', 'post.php'],
])('a document at %s is written where it is found', (url, extension, destination) => {
  expect(documentDestination(url, extension)).toBe(destination)
})

test.each([
  ['/../../etc/passwd', 'etc/passwd'],
  ['/a/%2e%2e/%2e%2e/%2e%2e/etc/passwd', 'etc/passwd'],
  ['/a/./b//c', 'a/b/c'],
  ['/..%2f..%2fx', 'x'],
])('%s does not leave the destination', (url, destination) => {
  expect(staticDestination(url)).toBe(destination)
})

test('a null byte is refused', () => {
  expect(() => staticDestination('/a%00b')).toThrow("The URL '/a%00b' holds a null byte")
})
