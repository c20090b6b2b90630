/** Colours, on a terminal only; https://no-color.org is respected. */

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export function paint(stream: { readonly isTTY?: boolean }, plain = false): Paint {
  const { NO_COLOR, TERM } = process.env;
  const coloured = stream.isTTY === true && !plain && !NO_COLOR && TERM !== 'dumb';
  const style = (open: number, close: number) => (text: string) =>
    coloured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    green: style(32, 39),
    cyan: style(36, 39),
  };
}
