/** The style of the preview: it stands in the page, for a page alone must be readable too. */
import { Html } from '../html.ts';

export const previewStyle = new Html(`
:root { color-scheme: light dark; --ink: #1f1d1a; --quiet: #66605a; --paper: #fbf9f5; --sheet: #fff; --rule: #ddd6cb; --accent: #7a2e22; --bad: #a3180c; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7df; --quiet: #aaa299; --paper: #191714; --sheet: #221f1b; --rule: #3d3832; --accent: #e8a797; --bad: #ff9a8c; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 3rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", "Noto Serif CJK JP", serif; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; }
p { margin: 0 0 .6rem; }
h1 { font-size: clamp(1.7rem, 4.5vw, 2.6rem); line-height: 1.15; font-weight: 600; margin: 0 0 .8rem; text-wrap: balance; }
h2 { font-size: .85rem; letter-spacing: .09em; text-transform: uppercase; font-weight: 600; color: var(--quiet); border-top: 1px solid var(--rule); padding-top: 1.4rem; margin: 2.4rem 0 1rem; }
.kicker { letter-spacing: .06em; font-size: .95rem; color: var(--quiet); font-style: italic; }
.by { font-size: 1.15rem; }
.lead { font-size: 1.15rem; max-width: 44rem; }
.quiet { color: var(--quiet); font-size: .94rem; }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: 1.4rem; }
.actions a { border: 1px solid var(--accent); border-radius: .3rem; padding: .4rem .9rem; text-decoration: none; background: var(--sheet); }
.actions a:first-child { background: var(--accent); color: var(--paper); }
.warning { border-left: .3rem solid var(--bad); background: var(--sheet); padding: .8rem 1rem; max-width: 44rem; }
.bad { color: var(--bad); }
dl { margin: 0; }
.facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: .3rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; margin-bottom: 1rem; }
.figures div { background: var(--sheet); border: 1px solid var(--rule); border-radius: .4rem; padding: .9rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dt { color: var(--quiet); font-size: .92rem; line-height: 1.3; }
.figures dd { margin: 0; font-size: 1.45rem; line-height: 1.25; }
.citation { background: var(--sheet); border: 1px solid var(--rule); border-radius: .4rem; padding: .9rem 1rem; overflow-wrap: anywhere; }
.documents { list-style: none; margin: 0; padding: 0; }
.documents li { padding: .9rem 0; border-bottom: 1px solid var(--rule); }
.documents li:last-child { border-bottom: 0; padding-bottom: 0; }
.documents p { margin: 0 0 .15rem; max-width: 48rem; }
.documents .title { font-size: 1.13rem; font-weight: 600; }
.forms { font-size: .94rem; }
.forms a { margin-right: .7rem; }
details { border-bottom: 1px solid var(--rule); padding: .5rem 0; }
summary { cursor: pointer; }
summary::first-letter { text-transform: uppercase; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; margin: .6rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 1.2rem; color: var(--quiet); font-size: .94rem; }
@media (max-width: 34rem) { body { padding: 1.5rem 1rem 3rem; } .facts div { grid-template-columns: 1fr; gap: 0; } td:nth-child(2), th:nth-child(2) { display: none; } }
@media print { body { background: none; color: #000; max-width: none; padding: 0; } .actions, .skip { display: none; } }
`);
