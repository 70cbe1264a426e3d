import { expect, test } from 'vitest'
import { injectScript } from '../../src/server/inject.ts'

test.each([
  ['behind the opening head', '<!DOCTYPE html>\n<html lang="en">\n<head data-x=">">|<title>'],
  ['past comments and a byte order mark', '\ufeff<!-- <head> --><html>\n<head>|'],
  ['behind the doctype of a page without a head', '<!doctype html>|<p>text'],
  ['behind the html of a page without a head', '<html>|\n<body>'],
  ['before a header, which is no head', '<html>|<header>'],
  ['first in a page of text alone', '|text'],
  ['first in an empty page', '|'],
  ['before a comment that is left open', '<html>|<!-- <head>'],
  ['behind the declaration of XHTML', '<?xml version="1.0"?><html><head>|'],
])('the script stands %s', (_where, wanted) => {
  const page = wanted.replace('|', '')
  expect(injectScript(Buffer.from(page), '|').toString()).toBe(wanted)
})

test('bytes that are no UTF-8 stay as they are', () => {
  const page = Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0xff])
  expect(injectScript(page, '|')).toEqual(Buffer.concat([Buffer.from('|'), page]))
})

test('long openings take no time', () => {
  const page = Buffer.from(`<html ${'a="'.repeat(100_000)}`)
  expect(injectScript(page, '|').length).toBe(page.length + 1)
})
