import type { Random } from './random.ts'

const FORENAMES =
  'Asha Ben Carla Dov Edie Faisal Greta Hugh Iona Jamal Kira Leon Mina Noel Orla Piotr Quin Rosa Sami Tess Uma Vik Wren Xara Yusuf Zadie Aled Bronagh Cerys Dmitri Elspeth Femi Gwen Hana Idris Jools Kofi Lowri Marek Nadia'.split(
    ' ',
  )
const BEGINNINGS =
  'Ack Bar Cald Dun Elm Fen Gars Hol Ing Jarr Kel Lang Mar Nor Oak Pen Quar Rad Sal Thorn Ul Var Wet Yar Zel Brack Cross Dray Hazel Stan'.split(
    ' ',
  )
const ENDINGS =
  'bridge combe dale ett field ford gate ham hurst ington ley low man mere more ner ridge row sby stock son ston ton wick wood worth yard by er man'.split(
    ' ',
  )
/** 900 surnames that belong to nobody in particular, common ones first. */
export const SURNAMES = BEGINNINGS.flatMap((start) => ENDINGS.map((end) => start + end))

const STREETS = 'Alder Row,Birch Lane,Cedar Close,Elder Way,Hawthorn Drive,Larch Street,Rowan Court'.split(
  ',',
)
const PLACES = [
  ['Nottingham', 'NG3'],
  ['Nottingham', 'NG7'],
  ['Nottingham', 'NG8'],
  ['Mansfield', 'NG18'],
  ['Worksop', 'S80'],
  ['Newark', 'NG24'],
  ['Retford', 'DN22'],
  ['Arnold', 'NG5'],
] as const

const two = (n: number) => String(n).padStart(2, '0')

/** An invented person: a number from Ofcom's range for drama, mail at example.org, a street that is in no town. `n` makes them distinct. */
export function inventPerson(random: Random, n: number) {
  const forename = random.pick(FORENAMES)
  const surname = random.pickCommon(SURNAMES)
  const [town, outcode] = random.pick(PLACES)
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const inward = `${random.below(10)}${letters[random.below(20)]}${letters[random.below(20)]}`
  return {
    forename,
    surname,
    date_of_birth: `${1940 + random.below(68)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    sex: random.chance(0.6) ? ('F' as const) : ('M' as const),
    mobile: `07700 900${String(random.below(1000)).padStart(3, '0')}`,
    email: random.chance(0.5) ? `${forename}.${surname}${n}@example.org`.toLowerCase() : null,
    line: `${1 + random.below(180)} ${random.pick(STREETS)}`,
    town,
    postcode: `${outcode} ${inward}`,
  }
}
