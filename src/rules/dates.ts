import type { RuleDescription } from '../rules.ts';

export const dateRules = {
  'date.absolute': {
    description:
      'Day, month and year as printed, with the weekday and the time of day beside them: «July 22, 1978», «26 September 1946, 10.14 p.m.». The value is what is printed. A fifth digit on a year refers to a note. Midnight is 00:00 of the day printed.',
    basis:
      'TEI 14.4 (att.datable); ISO 8601-1; dating practice of FRUS and the Documents on Australian Foreign Policy.',
  },
  'date.supplied': {
    description:
      'A date with an editor’s bracket or question mark: «[17] February 1949», «January 3, 1945 [1946]». What the bracket corrects is taken; EDTF marks it uncertain.',
    basis: 'Editorial practice of documentary editions; EDTF level 1 (qualification).',
  },
  'date.numeric': {
    description:
      'A date in figures. With full stops the day comes first; with slashes only where one reading exists or where the other dates of the text show the habit, or where only one reading is within a month of the anchor; else both readings stand in EDTF and no value.',
    basis: 'ISO 8601-1; EDTF level 2 (one of a set).',
  },
  'date.european': {
    description:
      'A complete German, French or Russian date: «22. Juli 1978», «le 1er mai 1950», «22 июля 1978 г.».',
    basis: 'TEI 14.4; Russian dates before 1919 may be of the Julian calendar and are marked low.',
  },
  'date.japanese': {
    description:
      'A Japanese date, by era («昭和53年7月22日») or by Western year, also of two digits («78年07月22日»). Two digits up to 64 could be a year of Shōwa and stay open; a month left blank is filled only from a document of the same day and year.',
    basis:
      'Era years by the law of 1979 and its forerunners; registers of the Ministry of Foreign Affairs of Japan.',
  },
  'date.time-group': {
    description:
      'The date-time group of a telegram: day, hour, minute, zone letter, month, year («221430Z JUL 78»). Two-digit years below 39 belong to this century.',
    basis: 'ACP 121, Communication Instructions: General; ACP 131 (zone letters).',
  },
  'date.damaged': {
    description:
      'A date spoilt by optical character recognition («II April 1946», «22 Novenber 1963», «l966»): letters that look like digits and month names at most two strokes away are read, where one reading only makes a date; so are «p.ti.» and «pom.» for the half of the day, and a full stop between month and day. A proposal, of low certainty.',
    basis: 'Typewriter faces, in which l, I and 1, O and 0 share a shape.',
  },
  'date.old-style': {
    description:
      'A date of the Julian calendar or in both calendars («O.S.», «11/22 February 1917»): found, never converted. Nor has a day before the Gregorian reform a value in a document of later times, where its year may as well be misread.',
    basis: 'Historic calendars are not guessed.',
  },
  'date.undated': {
    description: '«n.d.», «undated»: the document bears no date.',
    basis: 'Archival description (ISAD(G) 3.1.3).',
  },
  'date.year-of-name': {
    description:
      'The document bears no date; its year is that of the designation its file is called by («1978OSLO00345»). External evidence, never of high certainty.',
    basis: 'Message reference numbers of the Department of State’s central files: year, post, number.',
  },
  'date.year-of-form': {
    description:
      'A day in a scan, at most fifteen days from the date on the archive’s identification form, whose year differs from the form’s in one figure: the figure was misread, the year is the form’s. A proposal, of low certainty.',
    basis: 'Identification forms were typed by archivists from the paper; the scan was read by machine.',
  },
  'date.day-month': {
    description:
      'Day and month without a year. The year is that of the nearest such day to the anchor if within 75 days; else the side the sentence looks to (tense); else the anchor’s own year, low. A weekday beside it decides. A year told shortly before in the same paragraph, if it is another than the anchor’s, goes on, and so does the year of a month just told. Verbs of saying tell no side: what is said may lie ahead. In an editor’s note the year left out is that of the document, or of the same day in its text.',
    basis: 'Telegrams and letters omit the year of events close to their own date.',
  },
  'date.month-year': {
    description: 'Month and year: «July 1978».',
    basis: 'ISO 8601-1 (reduced precision).',
  },
  'date.month': {
    description:
      'A month alone after a preposition («in March») or with «last», «next», «this». The nearest within two months of the anchor; else by the tense of the sentence; else that of the anchor’s year, low. The year of the same month just told goes on; «in April and released in July 1978» is one year. «May» and «March» only where they cannot be verb or noun.',
    basis: 'As date.day-month.',
  },
  'date.year': {
    description:
      'A number of four digits that its words show to be a year: «since 1949», «(1972)», «the 1972 Joint Statement». Never after «No.», «telegram», «page» and the like, nor before what it would count.',
    basis: 'ISO 8601-1 (reduced precision).',
  },
  'date.decade': {
    description:
      'A decade: «the 1950s» is 1950 to 1959. Without its century («the thirties») it is that of the anchor, low.',
    basis: 'EDTF level 1 (unspecified digits).',
  },
  'date.century': {
    description: 'A century: the nineteenth is 1801 to 1900.',
    basis: 'EDTF level 1 (unspecified digits, which write 18XX).',
  },
  'date.season': {
    description:
      'A season with its year («the spring of 1949»). The value is the year; EDTF names the season. Months are not given, as they depend on the hemisphere; «last spring» has a value only where both halves of the earth agree, the caller knows the half, or the word is «fall», which is American.',
    basis: 'EDTF level 1 (seasons 21–24, independent of hemisphere).',
  },
  'date.fiscal-year': {
    description:
      '«FY 1977» is the fiscal year of the United States: to 1976 from 1 July to 30 June, since 1977 from 1 October to 30 September. «Fiscal year» in words may be any country’s and stays without a value.',
    basis: 'Congressional Budget and Impoundment Control Act of 1974, section 501.',
  },
  'date.part': {
    description:
      'Part of a longer time. Month: early and beginning 1–10, mid 11–20, late and end 21 to the last. Year: early January–April, mid May–August, late September–December, beginning January–March, end October–December. Halves and quarters by days and months. Decade, century and week by thirds. «Later» and «earlier this year» end or begin at the anchor.',
    basis: 'Convention of this project; TEI att.datable (notBefore, notAfter).',
  },
  'date.share': {
    description:
      'Whole units from an end of a longer time: «the first six months of 1972» is January to June 1972, «the last ten days of May» the 22nd to the 31st. Both ends are told: a period, not a length.',
    basis: 'TEI att.datable (from, to); EDTF level 0 (interval).',
  },
  'date.week': {
    description: '«The week of July 10» is seven days from the day named, «week ending» seven days up to it.',
    basis: 'Convention of reporting telegrams.',
  },
  'date.range': {
    description:
      'Two ends that share month or year, or joined by a dash: «5–7 May», «from 3 to 5 June», «1941–42». One mention, from and to. Two complete dates joined by words stay two mentions.',
    basis: 'TEI att.datable (from, to); EDTF level 0 (interval).',
  },
  'date.list': {
    description:
      'Days of one month in a list: «10 and 11 June». From the first to the last; EDTF lists the days. «The 7th or 8th» is not before the one and not after the other.',
    basis: 'EDTF level 2 (all of a set, one of a set).',
  },
  'date.day-of-month': {
    description:
      'An ordinal without month that counts no noun: «the 22nd», «your telegram of 3rd». The nearest such day within ten days of the anchor, unless the tense of the sentence is against it; else by tense; else in the anchor’s month, low. After a date more than 45 days from the anchor its month goes on. A weekday beside it decides: «Monday (the 24th)» is one mention.',
    basis: 'Telegraphic style.',
  },
  'date.instant': {
    description:
      '«3rd instant» is of the anchor’s month, «ultimo» of the month before, «proximo» of the month after.',
    basis: 'Usage of official correspondence (Fowler, Modern English Usage).',
  },
  'date.relative-day': {
    description:
      '«Today», «yesterday», «this morning», «last night»: reckoned from the anchor, which inside a speech is the speaker’s day. The part of the day belongs to the mention and changes nothing in its value.',
    basis: 'TimeML (deictic expressions).',
  },
  'date.relative-period': {
    description: '«Last week» (Monday to Sunday), «next month», «this year»: reckoned from the anchor.',
    basis: 'TimeML; ISO 8601-1 (weeks begin on Monday).',
  },
  'date.ago': {
    description:
      '«Two days ago», «in a week’s time»: counted from the anchor. Days give a day; weeks, months and years give day, month or year and are marked approximate. «A few days ago» has no value.',
    basis: 'TimeML.',
  },
  'date.in-text': {
    description:
      '«The same day», «the following week», «two days later»: counted from the date mentioned last, not far before, and rather from that of what was done than from that of the paper which tells it; «the previous day», and in a note that has told no day any of them, from the anchor.',
    basis: 'TimeML (anaphoric expressions).',
  },
  'date.weekday': {
    description:
      'A weekday. «Last» and «next» tell the side; alone, the sentence does: the next after the anchor where it looks ahead, the last up to the anchor where it looks back, and none where it shows neither. After a date with its own weekday in the same sentence it is the next such day after that. «Saturday and Sunday» is one range.',
    basis: 'TimeML; «next Friday» said earlier in the same week is marked medium.',
  },
  'date.duration': {
    description:
      'A length with a number: «two hours», «10 to 15 minutes» (least and most), «half an hour»; also «the past week», which ends now and is no week of the calendar. A word of approximation before it belongs to the mention. Distances to an event («thirty years after the war») and ages are left alone.',
    basis: 'ISO 8601-1 (durations); TEI att.duration.iso (dur-iso), att.ranging (atLeast, atMost).',
  },
  'date.time': {
    description:
      'A time of day whose half of the day is printed: «4:57 p. m.», «1620 hours», «noon», «19:40». Its day is told in the sentence, else before in the same note, or is the anchor’s. Hour and day side by side are one expression («3:14 p.m., May 6», «1500 21 July», «June 3, 3–6:30 p.m.»).',
    basis: 'ISO 8601-1; FRUS («midnight» is 00:00 of the day printed).',
  },
  'date.time-in-text': {
    description:
      'A time of the twelve-hour clock without a.m. or p.m. («around 4:15», «three o’clock»): decided by the one part of the day the sentence names, else by the times told nearby, where one reading falls among them or within three hours and the other at least four hours further off; else without a value.',
    basis: 'Reports of meetings tell their times in order.',
  },
} as const satisfies Record<string, RuleDescription>;
