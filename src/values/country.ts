import type { Branded } from './branded.ts'
import { bad, type Field, good } from './field.ts'
import { mostLike } from './issue.ts'

/** An ISO 3166-1 alpha-2 code, made only by `parseCountry`. */
export type CountryCode = Branded<string, 'CountryCode'>

/**
 * ISO 3166-1: alpha-2 code, alpha-3 code and the short English name that fund reports print (South Korea, not Korea,
 * Republic of; Czech Republic; Turkey). Names keep to ASCII, because a text filing on EDGAR does.
 */
const countryList = `
  AD AND Andorra
  AE ARE United Arab Emirates
  AF AFG Afghanistan
  AG ATG Antigua and Barbuda
  AI AIA Anguilla
  AL ALB Albania
  AM ARM Armenia
  AO AGO Angola
  AQ ATA Antarctica
  AR ARG Argentina
  AS ASM American Samoa
  AT AUT Austria
  AU AUS Australia
  AW ABW Aruba
  AX ALA Aland Islands
  AZ AZE Azerbaijan
  BA BIH Bosnia and Herzegovina
  BB BRB Barbados
  BD BGD Bangladesh
  BE BEL Belgium
  BF BFA Burkina Faso
  BG BGR Bulgaria
  BH BHR Bahrain
  BI BDI Burundi
  BJ BEN Benin
  BL BLM Saint Barthelemy
  BM BMU Bermuda
  BN BRN Brunei
  BO BOL Bolivia
  BQ BES Caribbean Netherlands
  BR BRA Brazil
  BS BHS Bahamas
  BT BTN Bhutan
  BV BVT Bouvet Island
  BW BWA Botswana
  BY BLR Belarus
  BZ BLZ Belize
  CA CAN Canada
  CC CCK Cocos (Keeling) Islands
  CD COD Democratic Republic of the Congo
  CF CAF Central African Republic
  CG COG Republic of the Congo
  CH CHE Switzerland
  CI CIV Cote d'Ivoire
  CK COK Cook Islands
  CL CHL Chile
  CM CMR Cameroon
  CN CHN China
  CO COL Colombia
  CR CRI Costa Rica
  CU CUB Cuba
  CV CPV Cape Verde
  CW CUW Curacao
  CX CXR Christmas Island
  CY CYP Cyprus
  CZ CZE Czech Republic
  DE DEU Germany
  DJ DJI Djibouti
  DK DNK Denmark
  DM DMA Dominica
  DO DOM Dominican Republic
  DZ DZA Algeria
  EC ECU Ecuador
  EE EST Estonia
  EG EGY Egypt
  EH ESH Western Sahara
  ER ERI Eritrea
  ES ESP Spain
  ET ETH Ethiopia
  FI FIN Finland
  FJ FJI Fiji
  FK FLK Falkland Islands
  FM FSM Micronesia
  FO FRO Faroe Islands
  FR FRA France
  GA GAB Gabon
  GB GBR United Kingdom
  GD GRD Grenada
  GE GEO Georgia
  GF GUF French Guiana
  GG GGY Guernsey
  GH GHA Ghana
  GI GIB Gibraltar
  GL GRL Greenland
  GM GMB Gambia
  GN GIN Guinea
  GP GLP Guadeloupe
  GQ GNQ Equatorial Guinea
  GR GRC Greece
  GS SGS South Georgia and the South Sandwich Islands
  GT GTM Guatemala
  GU GUM Guam
  GW GNB Guinea-Bissau
  GY GUY Guyana
  HK HKG Hong Kong
  HM HMD Heard Island and McDonald Islands
  HN HND Honduras
  HR HRV Croatia
  HT HTI Haiti
  HU HUN Hungary
  ID IDN Indonesia
  IE IRL Ireland
  IL ISR Israel
  IM IMN Isle of Man
  IN IND India
  IO IOT British Indian Ocean Territory
  IQ IRQ Iraq
  IR IRN Iran
  IS ISL Iceland
  IT ITA Italy
  JE JEY Jersey
  JM JAM Jamaica
  JO JOR Jordan
  JP JPN Japan
  KE KEN Kenya
  KG KGZ Kyrgyzstan
  KH KHM Cambodia
  KI KIR Kiribati
  KM COM Comoros
  KN KNA Saint Kitts and Nevis
  KP PRK North Korea
  KR KOR South Korea
  KW KWT Kuwait
  KY CYM Cayman Islands
  KZ KAZ Kazakhstan
  LA LAO Laos
  LB LBN Lebanon
  LC LCA Saint Lucia
  LI LIE Liechtenstein
  LK LKA Sri Lanka
  LR LBR Liberia
  LS LSO Lesotho
  LT LTU Lithuania
  LU LUX Luxembourg
  LV LVA Latvia
  LY LBY Libya
  MA MAR Morocco
  MC MCO Monaco
  MD MDA Moldova
  ME MNE Montenegro
  MF MAF Saint Martin
  MG MDG Madagascar
  MH MHL Marshall Islands
  MK MKD North Macedonia
  ML MLI Mali
  MM MMR Myanmar
  MN MNG Mongolia
  MO MAC Macau
  MP MNP Northern Mariana Islands
  MQ MTQ Martinique
  MR MRT Mauritania
  MS MSR Montserrat
  MT MLT Malta
  MU MUS Mauritius
  MV MDV Maldives
  MW MWI Malawi
  MX MEX Mexico
  MY MYS Malaysia
  MZ MOZ Mozambique
  NA NAM Namibia
  NC NCL New Caledonia
  NE NER Niger
  NF NFK Norfolk Island
  NG NGA Nigeria
  NI NIC Nicaragua
  NL NLD Netherlands
  NO NOR Norway
  NP NPL Nepal
  NR NRU Nauru
  NU NIU Niue
  NZ NZL New Zealand
  OM OMN Oman
  PA PAN Panama
  PE PER Peru
  PF PYF French Polynesia
  PG PNG Papua New Guinea
  PH PHL Philippines
  PK PAK Pakistan
  PL POL Poland
  PM SPM Saint Pierre and Miquelon
  PN PCN Pitcairn Islands
  PR PRI Puerto Rico
  PS PSE Palestine
  PT PRT Portugal
  PW PLW Palau
  PY PRY Paraguay
  QA QAT Qatar
  RE REU Reunion
  RO ROU Romania
  RS SRB Serbia
  RU RUS Russia
  RW RWA Rwanda
  SA SAU Saudi Arabia
  SB SLB Solomon Islands
  SC SYC Seychelles
  SD SDN Sudan
  SE SWE Sweden
  SG SGP Singapore
  SH SHN Saint Helena
  SI SVN Slovenia
  SJ SJM Svalbard and Jan Mayen
  SK SVK Slovakia
  SL SLE Sierra Leone
  SM SMR San Marino
  SN SEN Senegal
  SO SOM Somalia
  SR SUR Suriname
  SS SSD South Sudan
  ST STP Sao Tome and Principe
  SV SLV El Salvador
  SX SXM Sint Maarten
  SY SYR Syria
  SZ SWZ Eswatini
  TC TCA Turks and Caicos Islands
  TD TCD Chad
  TF ATF French Southern Territories
  TG TGO Togo
  TH THA Thailand
  TJ TJK Tajikistan
  TK TKL Tokelau
  TL TLS Timor-Leste
  TM TKM Turkmenistan
  TN TUN Tunisia
  TO TON Tonga
  TR TUR Turkey
  TT TTO Trinidad and Tobago
  TV TUV Tuvalu
  TW TWN Taiwan
  TZ TZA Tanzania
  UA UKR Ukraine
  UG UGA Uganda
  UM UMI U.S. Minor Outlying Islands
  US USA United States
  UY URY Uruguay
  UZ UZB Uzbekistan
  VA VAT Vatican City
  VC VCT Saint Vincent and the Grenadines
  VE VEN Venezuela
  VG VGB British Virgin Islands
  VI VIR U.S. Virgin Islands
  VN VNM Vietnam
  VU VUT Vanuatu
  WF WLF Wallis and Futuna
  WS WSM Samoa
  YE YEM Yemen
  YT MYT Mayotte
  ZA ZAF South Africa
  ZM ZMB Zambia
  ZW ZWE Zimbabwe
`

type Country = { readonly code: CountryCode; readonly alpha3: string; readonly name: string }

const countries: readonly Country[] = countryList
  .trim()
  .split('\n')
  .map((line) => {
    const [code, alpha3, ...name] = line.trim().split(' ') as [CountryCode, string, ...string[]]
    return { code, alpha3, name: name.join(' ') }
  })

const byCode: ReadonlyMap<string, Country> = new Map(countries.map((country) => [country.code, country]))

export const parseCountry = (text: string): CountryCode | undefined => byCode.get(text)?.code

/** As fund reports print it: US is United States, KR South Korea. */
export const countryName = (code: CountryCode): string => (byCode.get(code) as Country).name

export const country: Field<CountryCode> = {
  describes: 'an ISO 3166-1 country code, two capital letters',
  example: 'US',
  read: (text) => {
    const code = parseCountry(text)
    if (code !== undefined) return good(code)
    const meant = codeMeantBy(text)
    return bad(
      'field.country',
      'an ISO 3166-1 country code, two capital letters',
      meant === undefined ? 'Look the code up in ISO 3166-1 (alpha-2).' : `Did you mean "${meant}"?`,
    )
  },
  schema: { pattern: '^[A-Z]{2}$' },
}

/** Names and codes in use that are not in the list above. */
const otherNames: Readonly<Record<string, string>> = {
  burma: 'MM',
  'cabo verde': 'CV',
  'congo brazzaville': 'CG',
  'congo kinshasa': 'CD',
  czechia: 'CZ',
  el: 'GR',
  england: 'GB',
  'great britain': 'GB',
  'holy see': 'VA',
  'hong kong sar': 'HK',
  holland: 'NL',
  'ivory coast': 'CI',
  korea: 'KR',
  macao: 'MO',
  'myanmar burma': 'MM',
  'northern ireland': 'GB',
  'peoples republic of china': 'CN',
  'republic of ireland': 'IE',
  'republic of korea': 'KR',
  'russian federation': 'RU',
  scotland: 'GB',
  swaziland: 'SZ',
  turkiye: 'TR',
  uae: 'AE',
  uk: 'GB',
  'united states of america': 'US',
  'viet nam': 'VN',
  wales: 'GB',
}

const namesInUse: ReadonlyMap<string, string> = new Map([
  ...Object.entries(otherNames),
  ...countries.flatMap(({ code, alpha3, name }) => [code, alpha3, name].map((written) => [folded(written), code] as const)),
])

/** The code that a wrong text was probably meant as: by name, by alpha-3, in small letters, with its letters swapped, or a name misspelt. */
function codeMeantBy(text: string): string | undefined {
  const written = folded(text)
  const swapped = `${written[1] ?? ''}${written[0] ?? ''}`
  const exact = namesInUse.get(written) ?? (written.length === 2 ? namesInUse.get(swapped) : undefined)
  if (exact !== undefined || written.length < 4) return exact // one edit away from three letters lie many codes
  const name = mostLike(
    written,
    [...namesInUse.keys()].filter((candidate) => candidate.length > 3),
  )
  return name === undefined ? undefined : namesInUse.get(name)
}

/** A name without case, accents, points, apostrophes or a leading article: "The Bahamas" and "bahamas" are one. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.'’]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^st /, 'saint ')
}
