/**
 * Everything about dates, in one import: moments and days (`time.ts`), zones
 * (`zones.ts`), formats (`strftime.ts`) and the reading of text
 * (`parse-time.ts`).
 */

export { parseTime } from './parse-time.ts'
export { compileFormat, strftime, toRfc822, toXmlSchema } from './strftime.ts'
export { CalendarDate, formatOffset, Time } from './time.ts'
export { findZone, type Zone, type ZoneOffset } from './zones.ts'
