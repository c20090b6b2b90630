import { describe, expect, it } from 'vitest';
import { languageOfScript } from '../../src/recognise/language.ts';

describe('the language of a script', () => {
  it.each([
    ['Запись беседы посла с министром иностранных дел о договоре', 'ru'],
    ['大使は外務大臣に対し、条約交渉の第二回会談について次のように報告した。', 'ja'],
    ['韩念龙副外长首先发言，阐述了中方对反霸条款的立场，双方同意下周一继续会谈。', 'zh'],
  ])('%s', (text, language) => expect(languageOfScript(text)).toBe(language));

  it('says nothing of Latin letters, of few letters, or of a quotation in another script', () => {
    expect(
      languageOfScript('The Ambassador reported on the second meeting of the treaty talks.'),
    ).toBeUndefined();
    expect(languageOfScript('極秘')).toBeUndefined();
    expect(
      languageOfScript('Telegram 1384 (第1384号 極秘 大至急) was sent by the Ambassador on 22 July.'),
    ).toBeUndefined();
  });
});
