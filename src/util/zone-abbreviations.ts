/**
 * What people call their clocks' offsets: `CET`, `EDT`. Places that are not
 * listed here use digits (`-03`), as the zone database has it.
 */

/** Names with their minutes from UTC, and the places that use them. */
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  [
    'CET 60, CEST 120',
    `Africa/Ceuta Africa/Tunis Arctic/Longyearbyen CET Europe/Amsterdam Europe/Andorra
    Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest
    Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg
    Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica
    Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm
    Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb
    Europe/Zurich`,
  ],
  [
    'AST -240',
    `America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon
    America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk
    America/Lower_Princes America/Marigot America/Martinique America/Montserrat
    America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy America/St_Kitts
    America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola`,
  ],
  [
    'CST -360, CDT -300',
    `America/Chicago America/Costa_Rica America/Guatemala America/Indiana/Knox
    America/Indiana/Tell_City America/Managua America/Matamoros America/Menominee America/Merida
    America/Mexico_City America/Monterrey America/Rankin_Inlet America/Resolute
    America/Tegucigalpa America/Winnipeg CST6CDT`,
  ],
  [
    'GMT 0',
    `Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry
    Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott
    Africa/Ouagadougou America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT
    Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich`,
  ],
  ['UTC 0', 'Etc/UCT Etc/UTC Etc/Universal Etc/Zulu UCT Universal Zulu'],
  [
    'EET 120, EEST 180',
    `Africa/Cairo Asia/Beirut Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Nicosia EET Europe/Athens
    Europe/Bucharest Europe/Helsinki Europe/Mariehamn Europe/Riga Europe/Sofia Europe/Tallinn`,
  ],
  [
    'EST -300, EDT -240',
    `America/Detroit America/Grand_Turk America/Indiana/Indianapolis America/Indiana/Marengo
    America/Indiana/Vevay America/Indianapolis America/Kentucky/Louisville America/Louisville
    America/Nassau America/New_York America/Port-au-Prince America/Toronto EST5EDT`,
  ],
  [
    'EAT 180',
    `Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti
    Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/Antananarivo Indian/Comoro
    Indian/Mayotte`,
  ],
  [
    'WAT 60',
    `Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos
    Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey
    Africa/Porto-Novo`,
  ],
  [
    'CAT 120',
    `Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali
    Africa/Lubumbashi Africa/Lusaka Africa/Maputo`,
  ],
  [
    'MST -420, MDT -360',
    `America/Boise America/Denver America/Edmonton America/Hermosillo America/Inuvik
    America/Mazatlan MST7MDT`,
  ],
  [
    'AEST 600, AEDT 660',
    `Antarctica/Macquarie Australia/Brisbane Australia/Hobart Australia/Lindeman
    Australia/Melbourne Australia/Sydney`,
  ],
  [
    'AKST -540, AKDT -480',
    `America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka
    America/Yakutat`,
  ],
  [
    'AST -240, ADT -180',
    `America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Thule
    Atlantic/Bermuda`,
  ],
  [
    'CST -360, EST -300, EDT -240',
    `America/Cancun America/Indiana/Petersburg America/Indiana/Vincennes America/Indiana/Winamac
    America/Iqaluit America/Kentucky/Monticello`,
  ],
  [
    'EST -300',
    `America/Atikokan America/Cayman America/Coral_Harbour America/Jamaica America/Panama EST`,
  ],
  [
    'MST -420, CST -360, CDT -300',
    `America/Bahia_Banderas America/Chihuahua America/North_Dakota/Beulah
    America/North_Dakota/Center America/North_Dakota/New_Salem America/Ojinaga`,
  ],
  ['EET 120', 'Asia/Amman Asia/Damascus Europe/Istanbul Europe/Kaliningrad Europe/Minsk'],
  ['WET 0, WEST 60', 'Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira WET'],
  ['CST -360', 'America/Belize America/El_Salvador America/Regina America/Swift_Current'],
  ['GMT 0, BST 60', 'Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London'],
  ['MST -420', 'America/Creston America/Dawson_Creek America/Phoenix MST'],
  ['PST -480, PDT -420', 'America/Los_Angeles America/Tijuana America/Vancouver PST8PDT'],
  ['EET 120, EEST 180, MSD 240', 'Europe/Chisinau Europe/Kiev Europe/Kyiv'],
  ['PST -480, MST -420', 'America/Dawson America/Fort_Nelson America/Whitehorse'],
  ['SAST 120', 'Africa/Johannesburg Africa/Maseru Africa/Mbabane'],
  ['ACST 570, ACDT 630', 'Australia/Adelaide Australia/Broken_Hill'],
  ['CAT 120, EAT 180', 'Africa/Juba Africa/Khartoum'],
  ['CST 480', 'Asia/Macau Asia/Taipei'],
  ['ChST 600', 'Pacific/Guam Pacific/Saipan'],
  ['EET 120, MSK 180, MSK 240', 'Europe/Moscow Europe/Simferopol'],
  ['HST -600', 'HST Pacific/Honolulu'],
  ['IST 330', 'Asia/Calcutta Asia/Kolkata'],
  ['NZST 720, NZDT 780', 'Antarctica/McMurdo Pacific/Auckland'],
  ['SST -660', 'Pacific/Midway Pacific/Pago_Pago'],
  ['WIB 420', 'Asia/Jakarta Asia/Pontianak'],
  ['ACST 570', 'Australia/Darwin'],
  ['AWST 480, AWDT 540', 'Australia/Perth'],
  ['CET 60', 'Africa/Algiers'],
  ['CET 60, EET 120', 'Africa/Tripoli'],
  ['CET 60, EET 120, EEST 180', 'Europe/Vilnius'],
  ['CST -300, CDT -240', 'America/Havana'],
  ['CST 480, CDT 540', 'Asia/Shanghai'],
  ['EST -300, AST -240', 'America/Santo_Domingo'],
  ['GMT 0, IST 60', 'Europe/Dublin'],
  ['GMT 0, WAT 60', 'Africa/Sao_Tome'],
  ['HKT 480', 'Asia/Hong_Kong'],
  ['HST -600, HDT -540', 'America/Adak'],
  ['IST 120, IDT 180', 'Asia/Jerusalem'],
  ['JST 540', 'Asia/Tokyo'],
  ['KST 510, KST 540', 'Asia/Pyongyang'],
  ['KST 540', 'Asia/Seoul'],
  ['MET 60, MEST 120', 'MET'],
  ['MSK 180', 'Europe/Volgograd'],
  ['MSK 180, MSK 240', 'Europe/Kirov'],
  ['MST -420, MDT -360, CDT -300', 'America/Ciudad_Juarez'],
  ['MST -420, MDT -360, EST -300', 'America/Cambridge_Bay'],
  ['NST -210, NDT -150', 'America/St_Johns'],
  ['PKT 300, PKST 360', 'Asia/Karachi'],
  ['PST 480, PDT 540', 'Asia/Manila'],
  ['WAT 60, CAT 120', 'Africa/Windhoek'],
  ['WEST 60', 'Atlantic/Azores'],
  ['WET 0, WEST 60, CEST 120', 'Europe/Lisbon'],
  ['WIT 540', 'Asia/Jayapura'],
  ['WITA 480', 'Asia/Makassar'],
]

/** How the place `name` calls an offset in seconds; undefined where it uses digits. */
export function abbreviationsOf(
  name: string,
): ((offset: number) => string | undefined) | undefined {
  const entry = ABBREVIATIONS.find(([, places]) => places.split(/\s+/).includes(name))
  if (!entry) return undefined
  const names = new Map<number, string>()
  for (const part of entry[0].split(', ')) {
    const [abbreviation = '', minutes] = part.split(' ')
    names.set(Number(minutes) * 60, abbreviation)
  }
  return (offset) => names.get(offset)
}
