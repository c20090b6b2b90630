/** Names of the months in the languages of the editions: one table for reading dates, for writing and for showing them. */
export const monthNames = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  ja: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
} as const;

export const englishMonths: readonly string[] = monthNames.en.split(' ');
