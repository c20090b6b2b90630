/** Rules that need the register of the edition besides the file, in one table. They are not in chancery.sch. */
import type { RegisterRule } from './rule.ts';
import { lifetimes } from './rules/lifetimes.ts';
import { registerLinks } from './rules/register-links.ts';

export const registerRules: readonly RegisterRule[] = [registerLinks, lifetimes];
