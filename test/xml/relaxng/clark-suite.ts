/** Reads James Clark's test suites for RELAX NG: a tree whose leaves keep the text of the file, character by character. */
import { SaxesParser } from 'saxes';

export interface SuiteNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SuiteNode[];
  /** What stands between the tags. */
  inner: string;
  /** The same with character references and CDATA sections resolved. */
  text: string;
  line: number;
}

/** `leaves` are the elements whose inside is not looked into. */
export function readSuite(source: string, leaves: ReadonlySet<string>): SuiteNode {
  const xml = source
    .replaceAll('&dii;', '<\u0E14\u0E35/>')
    .replace(/<!DOCTYPE[\s\S]*?\]>/, (doctype) => doctype.replace(/[^\n]/g, ' '));
  const parser = new SaxesParser({ position: true });
  const root: SuiteNode = { name: '', attributes: {}, children: [], inner: '', text: '', line: 0 };
  const open: { node: SuiteNode; from: number }[] = [{ node: root, from: 0 }];
  let inLeaf = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (inLeaf > 0) {
      inLeaf++;
      return;
    }
    const attributes = tag.attributes as Record<string, string>;
    const node: SuiteNode = {
      name: tag.name,
      attributes,
      children: [],
      inner: '',
      text: '',
      line: parser.line,
    };
    open.at(-1)!.node.children.push(node);
    open.push({ node, from: parser.position });
    if (leaves.has(tag.name)) inLeaf = 1;
  });
  const addText = (text: string): void => {
    open.at(-1)!.node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (inLeaf > 1) {
      inLeaf--;
      return;
    }
    inLeaf = 0;
    const { node, from } = open.pop()!;
    const inner = xml.slice(from, parser.position);
    node.inner = inner.slice(0, inner.lastIndexOf('</'));
  });
  parser.write(xml).close();
  return root.children[0]!;
}

/** The files of a test case (`resource` and `dir`), by path. */
export function resourcesOf(testCase: SuiteNode, folder = ''): Map<string, string> {
  const files = new Map<string, string>();
  for (const child of testCase.children) {
    const name = `${folder}${child.attributes.name ?? ''}`;
    if (child.name === 'resource') files.set(name, child.inner);
    else if (child.name === 'dir')
      for (const [path, text] of resourcesOf(child, `${name}/`)) files.set(path, text);
  }
  return files;
}

/** All test cases, however deep in suites. */
export function* testCases(node: SuiteNode): Generator<SuiteNode> {
  for (const child of node.children) {
    if (child.name === 'testCase') yield child;
    else if (child.name === 'testSuite') yield* testCases(child);
  }
}
