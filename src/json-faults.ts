/**
 * What a JSON Schema finds, in words. A validator tells of everything that failed on its way: each alternative of an
 * `anyOf`, each item that was tried for a `contains`, each key that a failed `then` would have explained. A person made
 * one mistake, and is told that.
 */
import type { ErrorObject } from 'ajv';
import { likelyMeant } from './xml/relaxng/nearest.ts';

/** Keywords that only say that something inside failed: kept where nothing else tells. */
const composed: ReadonlySet<string> = new Set(['if', 'anyOf', 'oneOf', 'allOf']);
const alternatives: ReadonlySet<string> = new Set(['anyOf', 'oneOf']);
const unknownKey: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

/** The faults that tell, each once. */
export function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  // What was tried for a `contains` or an `if` is no mistake.
  const own = errors.filter((e) => !/\/(contains|if|not)\//.test(e.schemaPath));
  const plain = own.filter((e) => !composed.has(e.keyword));
  const open = own.filter((e) => alternatives.has(e.keyword)).map((e) => e.instancePath);
  let chosen: readonly ErrorObject[] = plain;
  for (const path of new Set(open)) chosen = withoutAlternatives(chosen, path);
  const kept = withoutConsequences(chosen);
  const seen = new Set<string>();
  return (kept.length > 0 ? kept : errors).filter((e) => {
    const key = JSON.stringify([e.instancePath, e.keyword, e.params]);
    return !seen.has(key) && seen.add(key);
  });
}

const within = (path: string, parent: string): boolean => path === parent || path.startsWith(`${parent}/`);

/** Says nothing of what is inside a value. */
const ofWhole: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'not']);

/** At a place where all alternatives failed, the faults of the one that was most likely meant. */
function withoutAlternatives(errors: readonly ErrorObject[], path: string): readonly ErrorObject[] {
  const at = errors.filter((e) => e.instancePath === path);
  const below = errors.filter((e) => e.instancePath !== path && within(e.instancePath, path));
  const elsewhere = errors.filter((e) => !within(e.instancePath, path));
  const inside = at.filter((e) => !ofWhole.has(e.keyword));
  if (inside.length === 0 && below.length === 0) return [...elsewhere, ...mergedTypes(at)];
  // An alternative that takes a value of this type knows more of it than the others.
  const branches = [...new Set(inside.map((e) => e.parentSchema))].map((schema) => ({
    faults: inside.filter((e) => e.parentSchema === schema),
    keys: Object.keys((schema as { properties?: object } | undefined)?.properties ?? {}),
  }));
  if (
    branches.every(({ faults, keys }) => keys.length === 0 && faults.every((e) => e.keyword === 'required'))
  )
    return [...elsewhere, ...oneOfKeys(inside), ...below];
  const keyBelow = (e: ErrorObject): string => e.instancePath.slice(path.length + 1).split('/')[0] ?? '';
  const known = branches.filter(({ keys }) => below.every((e) => keys.includes(keyBelow(e))));
  if (known.length === 0) return [...elsewhere, ...below];
  const near = (faults: readonly ErrorObject[]): boolean =>
    faults.some((e) => unknownKey.has(e.keyword) && keyMeant(e, faults) !== undefined);
  const [best] = known.sort(
    (x, y) => Number(near(y.faults)) - Number(near(x.faults)) || x.faults.length - y.faults.length,
  );
  return [...elsewhere, ...(best?.faults ?? []), ...below];
}

/** "a string", "a list": "a string or a list". */
function mergedTypes(at: readonly ErrorObject[]): readonly ErrorObject[] {
  const types = at.filter((e) => e.keyword === 'type');
  const [first] = types;
  if (first === undefined) return at;
  const all = [...new Set(types.flatMap((e) => [e.params.type as string | string[]].flat()))];
  const actual = Array.isArray(first.data) ? 'array' : first.data === null ? 'null' : typeof first.data;
  // Of the right type, the value itself is what is wrong.
  const others = at.filter((e) => e.keyword === 'enum' || e.keyword === 'const');
  return others.length > 0 && actual === 'string' ? others : [{ ...first, params: { type: all } }];
}

/** One of two keys is wanted, not both. */
function oneOfKeys(faults: readonly ErrorObject[]): readonly ErrorObject[] {
  const [first] = faults;
  if (first === undefined) return [];
  const missing = [...new Set(faults.map((e) => String(e.params.missingProperty)))];
  return [{ ...first, params: { missingProperty: missing } }];
}

/** Drops what follows from another fault at the same place. */
function withoutConsequences(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const places = new Map<string, ErrorObject[]>();
  for (const e of errors) places.set(e.instancePath, [...(places.get(e.instancePath) ?? []), e]);
  const paths = [...places.keys()];
  const faultBelow = (path: string): boolean =>
    paths.some((p) => p !== path && within(p, path)) ||
    (places.get(path) ?? []).some((e) => !unknownKey.has(e.keyword) && e.keyword !== 'contains');
  return errors
    .filter((e) => {
      const beside = places.get(e.instancePath) ?? [];
      if (e.keyword === 'contains') return !faultBelow(e.instancePath);
      if (e.keyword === 'enum' || e.keyword === 'not') return !beside.some((o) => o.keyword === 'type');
      if (e.keyword === 'required') {
        const missing = [e.params.missingProperty].flat().map(String);
        return !beside.some((o) => unknownKey.has(o.keyword) && meantAmong(keyOf(o), missing) !== undefined);
      }
      if (e.keyword !== 'unevaluatedProperties') return true;
      // Keys of a kind of thing are known only where the thing is seen to be of that kind.
      return keyMeant(e, beside) !== undefined || !faultBelow(e.instancePath);
    })
    .map((e) => {
      if (!unknownKey.has(e.keyword)) return e;
      const close = keyMeant(e, places.get(e.instancePath) ?? []);
      return close === undefined ? e : { ...e, params: { ...e.params, meant: close } };
    });
}

const keyOf = ({ params }: ErrorObject): string =>
  String(params.additionalProperty ?? params.unevaluatedProperty);

/** The key that is missing beside an unknown one, or that is known there: `@typ` is `@type`, `id` is `@id`. */
function keyMeant(e: ErrorObject, beside: readonly ErrorObject[]): string | undefined {
  const missing = beside
    .filter((o) => o.keyword === 'required')
    .flatMap((o) => [o.params.missingProperty].flat().map(String));
  return meantAmong(keyOf(e), missing) ?? meantAmong(keyOf(e), knownKeys(e));
}

function meantAmong(key: string, names: readonly string[]): string | undefined {
  const plain = (name: string): string => name.replace(/^@/, '').toLowerCase();
  const [only, ...others] = names;
  // One is missing, and one that begins alike is too many.
  const alike = others.length === 0 && only !== undefined && plain(only)[0] === plain(key)[0];
  return (
    names.find((name) => plain(name) === plain(key)) ??
    likelyMeant(key, names) ??
    (alike && only.length < 5 ? only : undefined)
  );
}

function knownKeys({ parentSchema }: ErrorObject): readonly string[] {
  return Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
}

/** What was found, what is expected, where: one sentence, and how to mend it. */
export function wordJsonError(
  error: ErrorObject,
  where = error.instancePath === '' ? 'The file' : error.instancePath,
): { readonly message: string; readonly fix: string } {
  const params = error.params as Record<string, unknown>;
  const found = shown(error.data);
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const known = knownKeys(error);
      const close = typeof params.meant === 'string' ? params.meant : meantAmong(keyOf(error), known);
      return {
        message: `${where} has the key "${keyOf(error)}", which is not known there`,
        fix:
          close !== undefined
            ? `Did you mean "${close}"?`
            : known.length === 0
              ? 'Remove it.'
              : `Remove it; known keys: ${known.join(', ')}.`,
      };
    }
    case 'required': {
      const missing = [params.missingProperty]
        .flat()
        .map((key) => `"${String(key)}"`)
        .join(' or ');
      return { message: `${where} lacks the key ${missing}`, fix: `Add ${missing}.` };
    }
    case 'type': {
      const type = [params.type]
        .flat()
        .map((name) => article(typeNames[String(name)] ?? String(name)))
        .join(' or ');
      const description = descriptionOf(error);
      return {
        message: `${where} is ${found}, but should be ${type}`,
        fix: `Write ${type}${description === undefined ? '.' : `: ${description}`}`,
      };
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const close = typeof error.data === 'string' ? valueMeant(error.data, allowed) : undefined;
      return {
        message: `${where} is ${found}, but should be one of ${allowed.join(', ')}`,
        fix: close === undefined ? `Write one of ${allowed.join(', ')}.` : `Did you mean "${close}"?`,
      };
    }
    case 'const':
      return {
        message: `${where} is ${found}, but should be ${shown(params.allowedValue)}`,
        fix: `Write ${shown(params.allowedValue)}.`,
      };
    case 'pattern':
      return descriptionOf(error) === undefined
        ? {
            message: `${where} is ${found}, which does not match ${String(params.pattern)}`,
            fix: 'Correct the value.',
          }
        : {
            message: `${where} is ${found}, which does not match the form that is wanted`,
            fix: describe(error),
          };
    case 'contains': {
      const what = params.maxContains === 1 ? 'exactly one item' : 'an item';
      return {
        message: `${where} must contain ${what} of a certain kind, and does not`,
        fix: describe(error),
      };
    }
    case 'format':
      return { message: `${where} is ${found}, which is no ${String(params.format)}`, fix: describe(error) };
    default:
      return {
        message: `${where} is ${found}: it ${error.message ?? 'breaks the schema'}`,
        fix: describe(error),
      };
  }
}

const typeNames: Readonly<Record<string, string>> = { array: 'list' };

/** `warn` is `warning`, `English` begins with `en` but is no beginning of it. */
function valueMeant(found: string, allowed: readonly string[]): string | undefined {
  const written = found.toLowerCase();
  const longer = written.length < 3 ? [] : allowed.filter((value) => value.toLowerCase().startsWith(written));
  return likelyMeant(written, allowed) ?? (longer.length === 1 ? longer[0] : undefined);
}

function descriptionOf(error: ErrorObject): string | undefined {
  return (error.parentSchema as { description?: string } | undefined)?.description;
}

function describe(error: ErrorObject): string {
  return descriptionOf(error) ?? 'Correct the value.';
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
