/**
 * For the test: the tables of the Nottinghamshire Victims' Strategy 2014-17 on 2013-14, a line each, percentages too. Its blank cells are noughts;
 * "N/A, too small to display" is [low] here; what it prints as the last line of the table of hate crimes, the share of each strand, is a table of
 * its own here; '-' is a cell that it leaves out.
 */
export const STRATEGY: Record<string, string[]> = {
  crimes_and_victims: [
    'Homicide 13 0.03% 13 0.03%',
    'Violence with injury 8,150 16.78% 7,678 16.44%',
    'Violence without injury 5,303 10.92% 5,008 10.72%',
    'Rape 383 0.79% 378 0.81%',
    'Other Sexual Offences 715 1.47% 698 1.49%',
    'Burglary 7,767 16.00% 7,559 16.18%',
    'Vehicle offences 6,333 13.04% 6,208 13.29%',
    'Robbery of personal property 961 1.98% 953 2.04%',
    'Theft & Handling 10,399 21.42% 10,174 21.78%',
    'Criminal damage & arson 8,533 17.57% 8,042 17.22%',
    'Grand total 48,557 - 46,711 -',
    'Individual victims, each once - - 44,310 -',
  ],
  domestic_crimes: [
    'Violence with injury 3,139 54.35% 38.52%',
    'Violence without injury 2,518 43.60% 47.48%',
    'Rape 95 1.65% 24.80%',
    'Other Sexual Offences 23 0.40% 3.22%',
    'Grand total 5,775 - 39.69%',
  ],
  hate_crimes: [
    'Class Disability Gender Homophobic Race/Religion',
    'Violence with injury 12 0 11 74 97 1.2%',
    'Violence without injury 6 1 20 80 107 2.0%',
    'Rape 1 0 0 0 1 0.3%',
    'Burglary 6 0 0 3 9 0.1%',
    'Vehicle offences 1 1 0 1 3 0.0%',
    'Robbery of personal property 2 0 0 1 3 0.3%',
    'Theft & Handling 6 0 0 3 9 0.1%',
    'Criminal damage & arson 3 0 9 59 71 0.8%',
    'Grand total 37 2 40 221 300 -',
  ],
  hate_strands: [
    'Disability 37 12.3% -',
    'Gender 2 0.7% -',
    'Homophobic 40 13.3% -',
    'Race/Religion 221 73.7% -',
    'Grand total 300 - 0.6%',
  ],
  repeat_victims: [
    '1 41,014 92.56%',
    '2 2,637 5.95%',
    '3 478 1.08%',
    '4 121 0.27%',
    '5 29 0.07%',
    '6 21 0.05%',
    '7 5 0.01%',
    '8 2 [low]',
    '9 1 [low]',
    '10 2 [low]',
    'Grand total 44,310 -',
  ],
  asb_and_victims: [
    'Environmental 305 7.48% 228 11.19%',
    'Nuisance 2,534 62.15% 1,015 49.80%',
    'Personal 1,238 30.37% 795 39.01%',
    'Grand total 4,077 - 2,038 -',
    'Individual victims, each once - - 1,417 -',
  ],
  asb_repeat_victims: [
    '1 682 48.13%',
    '2 270 19.05%',
    '3 149 10.52%',
    '4 85 6.00%',
    '5 62 4.38%',
    '6 34 2.40%',
    '7 30 2.12%',
    '8 25 1.76%',
    '9 13 0.92%',
    '10+ 67 4.73%',
    'Grand total 1,417 -',
  ],
}

/** The rows of every table on a page, as the words that stand in them. */
export const rowsOn = (text: string) =>
  text
    .split('<tr')
    .slice(1)
    .map((row) =>
      [...row.split('</tr>')[0]!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)]
        .map(
          ([, cell]) =>
            cell!
              .replaceAll(/<[^>]*>/g, '')
              .replaceAll('&amp;', '&')
              .trim() || '-',
        )
        .join(' '),
    )
