/**
 * The search of an edition, in the reader's browser: no server, nothing from elsewhere. Pieces of the index are
 * scripts beside this one, loaded as a question needs them. What is shown is text, never markup.
 */
(() => {
  const form = document.getElementById('search-form');
  const results = document.getElementById('results');
  const self_ = window.chancery;
  if (!form || !results || !self_) return;
  const words = JSON.parse(results.dataset.words);
  const facets = ['sender', 'addressee', 'place', 'type', 'classification', 'language', 'review'];
  const perPage = 8;
  /** Documents looked at for one page of results, where a phrase must be looked for in them. */
  const mostTried = 30;
  /** Words of a question that are looked up. */
  const mostWords = 8;
  /** Bytes that one question may load, besides the page; and of these, lists of documents, and what results keep. */
  const budget = { all: 205_000, lists: 64_000, results: 60_000 };
  /** How large a piece of a kind is at most: src/publish/search/ makes them so. */
  const largest = { index: 20_000, t: 9_000, p: 9_000, x: 16_000, m: 3_000, y: 3_000, n: 6_000, d: 12_000 };

  /* ------------------------------------------------------------ pieces of the index */

  const base = new URL('./', document.currentScript?.src ?? new URL('search/', location.href));
  const waiting = new Map();
  const loaded = new Map();

  self_.piece = (name, data) => waiting.get(name)?.(data);

  /** Bytes that the question has loaded so far; what is under way counts as large as it may be. */
  let spent = 0;

  /** Whether so many pieces of a kind can be loaded, and something be kept for what comes later. */
  const room = (kind, pieces = 1, kept = 0) => spent + largest[kind] * pieces + kept <= budget.all;

  function load(name) {
    const known = loaded.get(name);
    if (known) return known;
    const most = largest[name.split('/')[0]];
    spent += most;
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      waiting.set(name, (data) => {
        spent += new TextEncoder().encode(JSON.stringify(data)).length + 60 - most;
        resolve(data);
      });
      script.src = new URL(`${name.split('/').map(encodeURIComponent).join('/')}.js`, base).href;
      script.onload = () => script.remove();
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(words.failed));
      };
      document.head.append(script);
    });
    loaded.set(name, promise);
    return promise;
  }

  /* ------------------------------------------------------------ lists of documents */

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const values = new Map(Array.from(alphabet, (c, i) => [c.charCodeAt(0), i]));

  function reader(text) {
    let at = 0;
    return {
      get done() {
        return at >= text.length;
      },
      digit: () => values.get(text.charCodeAt(at++)) ?? 0,
      number() {
        let n = 0;
        for (let factor = 1; ; factor *= 32) {
          const value = values.get(text.charCodeAt(at++)) ?? 0;
          n += (value % 32) * factor;
          if (value < 32) return n;
        }
      },
    };
  }

  /** A document is the number of its day and its place among those of the day. */
  const perDay = 2 ** 20;
  /** The first numbers of days of what has no day, and of names: src/publish/search/numbers.ts has the same. */
  const undated = 4_160_000;
  const firstName = 4_170_000;

  /** Each document of a stretch of days, one after the other. */
  function eachIn(text, found) {
    const read = reader(text);
    for (let day = 0; !read.done; ) {
      day += read.number();
      const count = read.number();
      for (let i = 0, place = 0; i < count; i++) {
        place += read.number();
        found(day * perDay + place, read);
      }
    }
  }

  /** Documents and how much they are about the word. */
  function listOf(texts) {
    const list = new Map();
    for (const text of texts) eachIn(text, (document, read) => list.set(document, read.digit()));
    return list;
  }

  /** @param run the run of the dictionary that the word stands in, which its lists lie beside */
  async function pieceOf(folder, run, place) {
    const [piece, at] = place.split('.');
    return (await load(`${folder}/${self_.fileOf(run)}-${piece}`))[Number(at)];
  }

  const listOfLine = async ([, , written, , run]) =>
    listOf(
      written.startsWith('=')
        ? [written.slice(1)]
        : await Promise.all(written.split(' ').map((place) => pieceOf('p', run, place))),
    );

  /** What loading the list of a word costs. */
  const costOf = ([, , written]) => (written.startsWith('=') ? 0 : written.split(' ').length * largest.p);

  /** Every piece of the dictionary: its first word, the run it belongs to, its number in the run. */
  let pieces;
  function dictionary(index) {
    pieces ??= index.runs.flatMap((words) => words.map((first, n) => ({ first, run: words[0], n })));
    return pieces;
  }

  /** Number of the piece of the dictionary that has a word, or would have it. */
  function pieceFor(all, word) {
    let [low, high] = [0, all.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (all[middle].first <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lines of a piece of the dictionary, each with its run. */
  async function linesIn({ run, n }) {
    const lines = await load(`t/${self_.fileOf(run)}-${n}`);
    return lines.map((line) => [...line, run]);
  }

  async function lookUp(index, word) {
    const all = dictionary(index);
    if (all.length === 0) return undefined;
    const lines = await linesIn(all[pieceFor(all, word)]);
    return lines.find(([w]) => w === word);
  }

  /** Words that begin so, the most frequent first. */
  async function beginning(index, start, limit = 40) {
    const all = dictionary(index);
    const found = [];
    for (let at = pieceFor(all, start); at < all.length && found.length < 400; at++) {
      if (all[at].first > start && !all[at].first.startsWith(start)) break;
      if (!room('t', 1, budget.lists + budget.results)) break;
      const lines = await linesIn(all[at]);
      found.push(...lines.filter(([w]) => w.startsWith(start) && !w.includes('=')));
      if (lines.at(-1)?.[0] > start && !lines.at(-1)[0].startsWith(start)) break;
    }
    return found.sort((a, b) => b[1] - a[1]).slice(0, limit);
  }

  /* ------------------------------------------------------------ the question */

  /** A question as clauses: a word, a beginning, or a phrase of words. */
  function clausesOf(query) {
    const clauses = [];
    let left = mostWords;
    for (const [, , quoted, rest] of query.matchAll(
      /(["“”„«»「」])([^"“”„«»「」]+)["“”„«»「」]|([^\s"“”„«»「」]+)/gu,
    )) {
      const text = quoted ?? rest;
      const found = self_.tokens(text).slice(0, left);
      if (found.length === 0) continue;
      left -= found.length;
      const ends = quoted === undefined && /\*$/.test(text);
      const cjk =
        found.length === 1 &&
        !found[0].pair &&
        /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]$/u.test(found[0].term);
      if (found.length === 1) clauses.push({ text, words: [found[0].term], steps: [0], begins: ends || cjk });
      else
        clauses.push({
          text,
          words: found.map((t) => t.term),
          steps: found.map((t) => t.position),
          begins: false,
        });
    }
    return clauses;
  }

  /** The words of a clause as the dictionary has them. */
  async function linesOf(index, clause) {
    if (clause.begins) return { clause, lines: await beginning(index, clause.words[0]) };
    const lines = await Promise.all(clause.words.map((word) => lookUp(index, word)));
    return { clause, lines, missing: clause.words.find((_, i) => lines[i] === undefined) };
  }

  /** The lists that can be had, rare words first: a word of most documents parts few from the others. */
  function affordable(all) {
    const lines = [...new Set(all.flatMap(({ lines }) => lines))].sort((a, b) => a[1] - b[1]);
    let cost = 0;
    return new Set(
      lines.filter((line, i) => {
        if (i > 0 && cost + costOf(line) > budget.lists) return false;
        cost += costOf(line);
        return true;
      }),
    );
  }

  async function answer({ clause, lines }, afforded) {
    const had = lines.filter((line) => afforded.has(line));
    const common = lines.filter((line) => !afforded.has(line)).map(([word]) => word);
    const lists = await Promise.all(had.map(listOfLine));
    if (clause.begins) {
      const list = new Map();
      for (const own of lists)
        for (const [document, score] of own) list.set(document, Math.max(score, list.get(document) ?? 0));
      return { list, shown: lines.map(([w]) => w), common };
    }
    return {
      ...(had.length > 0 && { list: together(lists) }),
      shown: clause.words,
      common,
      ...(lines.length > 1 && { phrase: { lines, steps: clause.steps } }),
    };
  }

  /** Documents that all lists have, with the sum of their scores. */
  function together(lists) {
    const [least, ...others] = [...lists].sort((a, b) => a.size - b.size);
    const found = new Map();
    for (const [document, score] of least ?? []) {
      let sum = score;
      if (others.every((list) => list.has(document))) {
        for (const list of others) sum += list.get(document);
        found.set(document, sum);
      }
    }
    return found;
  }

  /** Positions of a word in one document, or nothing where they are not kept. */
  const places = new Map();
  async function positionsOf(line, document) {
    const [, , , written, run] = line;
    if (written === '-') return undefined;
    const day = Math.floor(document / perDay);
    const texts = [];
    if (written.startsWith('=')) texts.push(written.slice(1));
    else {
      const parts = written.split(' ').map((part) => part.split(':'));
      for (const [i, [place, first]] of parts.entries()) {
        const next = parts[i + 1];
        // A day may go on in the next part.
        if (Number(first) > day || (next && Number(next[1]) < day)) continue;
        if (!loaded.has(`x/${self_.fileOf(run)}-${place.split('.')[0]}`) && !room('x', 1, budget.results))
          return undefined;
        texts.push(await pieceOf('x', run, place));
      }
    }
    for (const text of texts) {
      const found = placesIn(text).get(document);
      if (found) return found;
    }
    return [];
  }

  /** Positions by document. */
  function placesIn(text) {
    let found = places.get(text);
    if (found) return found;
    found = new Map();
    eachIn(text, (document, read) => {
      const count = read.number();
      const own = [];
      for (let i = 0, position = 0; i < count; i++) {
        position += read.number();
        own.push(position);
      }
      found.set(document, own);
    });
    places.set(text, found);
    return found;
  }

  /** Phrases for which the text of a document has to decide. */
  const unsure = new Set();

  /** Whether the words of a phrase follow each other in a document; where positions are not to be had, it may be. */
  async function hasPhrase(phrase, document) {
    const { lines, steps } = phrase;
    const kept = [];
    for (const [i, line] of lines.entries()) {
      const positions = await positionsOf(line, document);
      if (positions) kept.push({ step: steps[i], positions: new Set(positions) });
      else unsure.add(phrase);
    }
    const [first, ...others] = kept;
    if (first === undefined) return true;
    for (const position of first.positions)
      if (others.every((o) => o.positions.has(position + o.step - first.step))) return true;
    return false;
  }

  /** Numbers of the documents of a span of days; a year or a month is all of its days. */
  function spanOf(since, until) {
    if (!since && !until) return undefined;
    const [y, m, d] = since.split('-').map(Number);
    const begin = since ? y * 416 + (m ?? 0) * 32 + (d ?? 0) : 0;
    const parts = until.split('-').map(Number);
    const step = [416, 32, 1][parts.length - 1];
    const end = until ? parts[0] * 416 + (parts[1] ?? 0) * 32 + (parts[2] ?? 0) + step : undated;
    return [begin * perDay, end * perDay];
  }

  /** The documents of a span of days, in order, as far as their days can be loaded. */
  async function documentsIn(index, [begin, end]) {
    const found = [];
    for (const year of index.years) {
      if ((year + 1) * 416 * perDay <= begin || year * 416 * perDay >= end) continue;
      if (!room('y', 1, budget.results)) break;
      const read = reader(await load(`y/${year}`));
      for (let day = 0; !read.done; ) {
        day += read.number();
        const count = read.number();
        for (let place = 0; place < count; place++) {
          const number = day * perDay + place;
          if (number >= begin && number < end) found.push([number, 0]);
        }
      }
    }
    return found;
  }

  /** A piece of a list that stands under a day, and the place in it. */
  async function entryOf(folder, number, perPiece) {
    const place = number % perDay;
    const piece = await load(`${folder}/${Math.floor(number / perDay)}-${Math.floor(place / perPiece)}`);
    return piece[place % perPiece];
  }

  /* ------------------------------------------------------------ searching */

  let run = 0;

  async function search() {
    const own = ++run;
    const data = new FormData(form);
    const query = String(data.get('q') ?? '').trim();
    const chosen = facets.flatMap((f) => (asked.get(f) ? [`${f}=${asked.get(f)}`] : []));
    const days = ['since', 'until']
      .map((n) => String(data.get(n) ?? '').trim())
      .map((d) => (/^\d{4}(-\d\d){0,2}$/.test(d) ? d : ''));
    if (query === '' && chosen.length === 0 && !days[0] && !days[1]) {
      results.replaceChildren();
      return;
    }
    say(words.searching);
    spent = 0;
    unsure.clear();
    try {
      const index = await load('index');
      const clauses = clausesOf(query);
      const looked = await Promise.all(clauses.map((clause) => linesOf(index, clause)));
      if (own !== run) return;
      const missing = looked.find((l) => l.missing !== undefined);
      if (missing) return await showNothing(index, missing.missing);
      const afforded = affordable(looked);
      const answers = await Promise.all(looked.map((l) => answer(l, afforded)));
      const filters = await Promise.all(
        chosen.map(async (value) => {
          const line = await lookUp(index, value);
          return line ? await listOfLine(line) : new Map();
        }),
      );
      const lists = answers.flatMap((a) => (a.list ? [weighted(a.list, index)] : []));
      const common = [...new Set(answers.flatMap((a) => a.common))];
      const span = spanOf(days[0], days[1]);
      const all = lists.length > 0 ? together(lists) : undefined;
      let found;
      if (all) found = [...all].filter(([n]) => filters.every((f) => f.has(n)));
      else if (filters.length > 0) found = [...together(filters)];
      else found = await documentsIn(index, span);
      const phrases = answers.flatMap((a) => a.phrase ?? []);
      const inSpan = ([n]) => n < firstName * perDay && (!span || (n >= span[0] && n < span[1]));
      let documents = found.filter(inSpan);
      let sought = phrases;
      let note = common.length > 0 ? filled(words.tooCommon, { words: common.join(', ') }) : undefined;
      if (documents.length === 0 && lists.length > 1) {
        documents = most(lists).filter(([n]) => filters.every((f) => f.has(n)) && inSpan([n]));
        sought = [];
        note = documents.length > 0 ? words.someWords : note;
      }
      const names = filters.length === 0 && !span ? found.filter(([n]) => n >= firstName * perDay) : [];
      if (data.get('order') === 'date' || all === undefined) documents.sort((a, b) => a[0] - b[0]);
      else documents.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      names.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (own !== run) return;
      const shown = answers.flatMap((a) => a.shown ?? []);
      await show(own, index, { documents, names, phrases: sought, note }, clauses, shown);
    } catch (error) {
      say(
        error instanceof Error && error.message === words.failed ? words.failed : `${words.failed} ${error}`,
      );
    }
  }

  /** Documents with most of the words, those that have more of them first. */
  function most(lists) {
    const found = new Map();
    for (const list of lists) for (const [n, score] of list) found.set(n, (found.get(n) ?? 0) + 1000 + score);
    let best = 0;
    for (const value of found.values()) best = Math.max(best, Math.floor(value / 1000));
    return [...found].filter(([, v]) => v >= 1000 * Math.max(1, best - 1));
  }

  /** Rare words weigh more. */
  function weighted(list, index) {
    const idf = Math.log(1 + (index.documents + index.names) / (1 + list.size));
    return new Map([...list].map(([document, score]) => [document, (score + 1) * idf]));
  }

  /** Filters of the address that have no choice in the form are kept. */
  const asked = new URLSearchParams(location.search);

  function readForm() {
    const data = new FormData(form);
    for (const name of ['q', 'since', 'until', 'order', ...facets]) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      const value = String(data.get(name) ?? '').trim();
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    const address = asked.size > 0 ? `?${asked}` : location.pathname;
    try {
      history.replaceState(null, '', address);
    } catch {
      // A folder on a disk may refuse it; the search works all the same.
    }
  }

  function fillForm() {
    for (const name of ['q', 'since', 'until', 'order', ...facets]) {
      const field = form.elements.namedItem(name);
      const value = asked.get(name) ?? '';
      if (!field || value === '') continue;
      if (name !== 'q') field.closest('details').open = true;
      field.value = value;
      if (field.tagName === 'SELECT' && field.value !== value) {
        const option = new Option(value, value);
        field.append(option);
        field.value = value;
      }
    }
  }

  /* ------------------------------------------------------------ what is shown */

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((c) => c !== undefined && c !== ''));
    return made;
  }

  const filled = (template, values) => template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  function counted(template, n) {
    const [one, many = one] = template.split('|');
    return filled(n === 1 ? one : many, { n: String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f') });
  }

  /** Tells those who watch that a question is answered. */
  function done() {
    results.dataset.state = 'done';
  }

  function say(text) {
    delete results.dataset.state;
    results.replaceChildren(element('p', { className: 'quiet', textContent: text }));
  }

  async function showNothing(index, word) {
    const near = await beginning(index, word.slice(0, Math.max(3, word.length - 2)), 6);
    results.replaceChildren(element('p', { textContent: filled(words.nothingFor, { word }) }));
    done();
    if (near.length === 0) return;
    const list = element('p', {}, `${words.didYouMean} `);
    for (const [w] of near)
      list.append(element('a', { href: `?q=${encodeURIComponent(w)}`, textContent: w }), ' ');
    results.append(list);
  }

  async function show(own, index, { documents, names, phrases, note }, clauses, shown) {
    const marked = new Set(shown);
    const begins = clauses.filter((c) => c.begins).map((c) => c.words[0]);
    const list = element('ol', { className: 'doc-list found' });
    const count = element('p', { className: 'count' });
    const parts = note ? [element('p', { textContent: note }), count] : [count];
    if (names.length > 0) parts.push(await nameList(index, names.slice(0, 8)));
    results.replaceChildren(...parts, list);
    let at = 0;
    let hits = 0;
    const more = element('button', {
      type: 'button',
      textContent: words.resultsMore,
      onclick: () => {
        spent = 0;
        return next();
      },
    });
    const next = async () => {
      more.remove();
      const goal = hits + perPage;
      const last = at + mostTried;
      // What a result needs: where its document is, and its first piece.
      const canShow = (results) => room('d', results, results * largest.m);
      while (
        at < Math.min(documents.length, last) &&
        hits < goal &&
        (canShow(1) || at === last - mostTried)
      ) {
        const batch = [];
        while (
          at < Math.min(documents.length, last) &&
          hits + batch.length < goal &&
          (canShow(batch.length + 1) || batch.length === 0)
        ) {
          const [n] = documents[at++];
          let fits = true;
          for (const phrase of phrases) fits = fits && (await hasPhrase(phrase, n));
          if (fits) batch.push(n);
        }
        const inText = phrases.filter((phrase) => unsure.has(phrase));
        const items = await Promise.all(
          batch.map((n) => resultOf(index, n, marked, begins, clauses, inText)),
        );
        if (own !== run) return;
        for (const item of items) if (item) list.append(item);
        hits += items.filter(Boolean).length;
      }
      const certain = phrases.length === 0 || at >= documents.length;
      count.textContent =
        documents.length === 0 || (certain && hits === 0 && at >= documents.length)
          ? words.nothing
          : `${phrases.length === 0 ? '' : certain ? '' : '≤ '}${counted(words.results, phrases.length > 0 && certain ? hits : documents.length)}`;
      if (at < documents.length) results.append(more);
      done();
    };
    await next();
  }

  async function nameList(index, names) {
    const items = await Promise.all(
      names.map(async ([n]) => {
        const [href, label, kind, documents] = await entryOf('n', n, index.namesPerPiece);
        return element(
          'li',
          {},
          element('a', { href, textContent: label }),
          ' ',
          element('span', {
            className: 'quiet',
            textContent: `${words[`group.${kind}`]}, ${counted(words.nDocuments, documents)}`,
          }),
        );
      }),
    );
    return element(
      'section',
      { className: 'found-names' },
      element('h2', { textContent: words.resultsNames }),
      element('ul', {}, ...items),
    );
  }

  /** Whether the words stand one after the other in one of the texts. */
  function saysPhrase({ lines, steps }, texts) {
    return texts.some((text) => {
      const at = new Map(self_.tokens(text).map((t) => [t.position, t.term]));
      for (const position of at.keys())
        if (lines.every(([word], i) => at.get(position + steps[i] - steps[0]) === word)) return true;
      return false;
    });
  }

  async function resultOf(index, n, marked, begins, clauses, inText) {
    const [id] = await entryOf('m', n, index.idsPerPiece);
    const [title, kind, number, date, certainty, inferred, from, to, place, first, pieces] = await load(
      `d/${id}`,
    );
    const passages = [...first];
    const toFind = new Set(inText.filter((phrase) => !saysPhrase(phrase, [title, ...from, ...to])));
    const look = (texts) => {
      for (const phrase of toFind) if (saysPhrase(phrase, texts)) toFind.delete(phrase);
    };
    look(passages.map((p) => p[1]));
    const hasHit = () => passages.some((p) => hitsIn(p[1], marked, begins, clauses).places.length > 0);
    // A long document is read on until what is looked for has been found.
    for (let piece = 2; piece <= pieces && (toFind.size > 0 || (piece <= 4 && !hasHit())); piece++) {
      if (!room('d')) break;
      const more = await load(`d/${id}.${piece}`);
      passages.push(...more);
      look(more.map((p) => p[1]));
    }
    if (toFind.size > 0) return undefined;
    const address = `${id.split('/').map(encodeURIComponent).join('/')}/index.html`;
    const item = element('li', { className: 'doc' });
    const when = element('p', { className: 'when' });
    if (date) {
      const time = element('time', { className: 'moment', textContent: moment(date) });
      time.dateTime = date;
      when.append(time);
      const sure = element('span', { className: `certainty ${certainty}` });
      sure.append(
        element('span', { className: 'vh', textContent: `${words.dateCertainty} ` }),
        words[`certainty.${certainty}`] ?? '',
      );
      when.append(' ', sure);
      if (inferred)
        when.append(' ', element('span', { className: 'inferred', textContent: words.zoneInferred }));
    } else when.append(element('span', { className: 'moment', textContent: words.undated }));
    when.append(
      ' ',
      element('span', {
        className: 'doc-kind',
        textContent: [kind, number && filled(words.number, { n: number })].filter(Boolean).join(' '),
      }),
    );
    const heading = element(
      'h2',
      { className: 'doc-title' },
      element('a', { href: address, textContent: title }),
    );
    item.append(when, heading);
    if (from.length > 0 || to.length > 0) {
      const line = [from.join(', '), place && `(${place})`, to.length > 0 && `→ ${to.join(', ')}`]
        .filter(Boolean)
        .join(' ');
      item.append(element('p', { className: 'who-to-whom', textContent: line }));
    }
    const best = passages
      .map((passage, order) => ({ passage, order, hits: hitsIn(passage[1], marked, begins, clauses) }))
      .filter((p) => p.hits.places.length > 0)
      // What the line above says already comes last.
      .map((p) => ({ ...p, told: title.includes(p.passage[1]) ? 1 : 0 }))
      .sort((a, b) => a.told - b.told || b.hits.score - a.hits.score || a.order - b.order)
      .slice(0, 3);
    if (best.length > 0) {
      const list = element('ul', { className: 'passages' });
      for (const { passage, hits } of best) {
        const [anchor, text, speakers] = passage;
        const link = element('a', { href: anchor ? `${address}#${encodeURIComponent(anchor)}` : address });
        link.append(...snippet(text, hits.places));
        const entry = element('li');
        if (speakers)
          entry.append(
            element('span', { className: 'speaker-name', textContent: speakers.join(', ') }),
            element('span', { className: 'quiet', textContent: ` ${words.saying}: ` }),
          );
        entry.append(link);
        list.append(entry);
      }
      item.append(list);
    }
    return item;
  }

  /** Where the words stand in a passage; a phrase that stands there whole, and words that differ, weigh most. */
  function hitsIn(text, marked, begins, clauses) {
    const found = self_.tokens(text);
    const at = new Map(found.map((t) => [t.position, t.term]));
    const inPhrase = new Set();
    let score = 0;
    for (const { words: own, steps } of clauses) {
      if (own.length < 2) continue;
      for (const [position, term] of at) {
        if (term !== own[0]) continue;
        if (!own.every((w, i) => at.get(position + steps[i] - steps[0]) === w)) continue;
        score += 20;
        for (const step of steps) inPhrase.add(position + step - steps[0]);
      }
    }
    const single = new Set(clauses.filter((c) => c.words.length === 1).map((c) => c.words[0]));
    const terms = new Set();
    const places = [];
    for (const { term, position, start, end } of found) {
      const hit =
        inPhrase.has(position) ||
        (marked.has(term) && single.has(term)) ||
        begins.some((b) => term.startsWith(b));
      if (!hit) continue;
      terms.add(term);
      places.push([start, end]);
    }
    // A phrase that only the header has: its words are shown singly.
    if (places.length === 0 && score === 0) return { places, score };
    return { places, score: score + terms.size * 10 + Math.min(places.length, 9) };
  }

  /** The stretch with most of the words, with the words marked. */
  function snippet(text, places) {
    const length = 260;
    let best = places[0][0];
    let most = 0;
    for (const [start] of places) {
      const inside = places.filter(([s, e]) => s >= start && e <= start + length * 0.7).length;
      if (inside > most) [best, most] = [start, inside];
    }
    let from = Math.max(0, best - 60);
    if (from > 0)
      from =
        text.indexOf(' ', from) >= 0 && text.indexOf(' ', from) < best ? text.indexOf(' ', from) + 1 : from;
    let to = Math.min(text.length, from + length);
    if (to < text.length) to = text.lastIndexOf(' ', to) > best ? text.lastIndexOf(' ', to) : to;
    const nodes = [from > 0 ? '… ' : ''];
    let at = from;
    for (const [start, end] of places) {
      if (start < at || end > to) {
        // Pairs of neighbours overlap: the mark grows.
        if (start < at && end > at && end <= to && nodes.at(-1)?.tagName === 'MARK') {
          nodes.at(-1).textContent += text.slice(at, end);
          at = end;
        }
        continue;
      }
      nodes.push(text.slice(at, start), element('mark', { textContent: text.slice(start, end) }));
      at = end;
    }
    nodes.push(text.slice(at, to), to < text.length ? ' …' : '');
    return nodes.filter((n) => n !== '');
  }

  function moment(iso) {
    const [, year, month, day, time, zone] =
      /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?)?/.exec(iso) ?? [];
    if (!year) return iso;
    const name = words.months.split(' ')[Number(month) - 1];
    const date = !month ? year : filled(day ? words.day : words.month, { d: Number(day), month: name, year });
    return time
      ? `${date}, ${time}${zone ? ` (UTC${zone === 'Z' ? '' : zone.replace('-', '−')})` : ''}`
      : date;
  }

  /* ------------------------------------------------------------ begin */

  let timer;
  let answered;
  // What is asked already is not asked again: the results would go from under the pointer that has left a field for them.
  const start = () => {
    clearTimeout(timer);
    readForm();
    const question = String(asked);
    if (question === answered) return;
    answered = question;
    search();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start();
  });
  form.addEventListener('change', start);
  form.addEventListener('input', (event) => {
    const { id, value } = event.target;
    const whole = /^(\d{4}-\d\d(-\d\d)?)?$/.test(value);
    if (id !== 'q' && !((id === 'since' || id === 'until') && whole)) return;
    clearTimeout(timer);
    timer = setTimeout(start, 350);
  });
  fillForm();
  results.replaceChildren();
  answered = String(asked);
  search();
})();
